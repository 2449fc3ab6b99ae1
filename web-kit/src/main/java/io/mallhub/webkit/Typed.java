package io.mallhub.webkit;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person typed into a field that may stay empty. */
public final class Typed {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");

    private Typed() {}

    /** Without blanks around it; null when nothing else is left. */
    public static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What stands between blanks, lines, commas and semicolons, each once, as it was typed. */
    public static Set<String> list(@Nullable String text) {
        Set<String> all = new LinkedHashSet<>();
        if (text != null) {
            BETWEEN.splitAsStream(text).filter(it -> !it.isEmpty()).forEach(all::add);
        }
        return all;
    }
}
