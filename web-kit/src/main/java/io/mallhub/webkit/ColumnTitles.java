package io.mallhub.webkit;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Titles by which the columns of a file that somebody hands in are known: in every language. */
@Component
public class ColumnTitles {
    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

    private final MessageSource messages;

    ColumnTitles(MessageSource messages) {
        this.messages = messages;
    }

    public List<String> of(String key) {
        return LANGUAGES.stream()
                .map(language -> messages.getMessage(key, null, language))
                .toList();
    }
}
