package io.mallhub.gateway.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What replies say to people: why, and what to do. Chinese unless the caller wants English. */
@Component
public class ReplyWords {
    private static final List<Locale> KNOWN = List.of(Locale.CHINESE, Locale.ENGLISH);

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    ReplyWords() {
        texts.setBasename("i18n/gateway");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
    }

    /**
     * @param acceptLanguage the header of that name
     */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.CHINESE;
        }
        try {
            Locale known = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), KNOWN);
            return known == null ? Locale.CHINESE : known;
        } catch (IllegalArgumentException unreadable) {
            return Locale.CHINESE;
        }
    }

    public String reason(String code, String detail, Locale language) {
        return texts.getMessage(code + ".reason", new Object[] {detail}, language);
    }

    public String advice(String code, String detail, Locale language) {
        return texts.getMessage(code + ".advice", new Object[] {detail}, language);
    }

    /** Both in one. */
    public String say(CallRefused refused, Locale language) {
        return reason(refused.code(), refused.detail(), language)
                + advice(refused.code(), refused.detail(), language);
    }
}
