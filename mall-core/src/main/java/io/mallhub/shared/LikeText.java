package io.mallhub.shared;

import java.util.Locale;

/** Texts that people search for, as parts of a pattern of {@code LIKE}. */
public final class LikeText {
    private LikeText() {}

    /** What stands for anything in a pattern stands for itself. */
    public static String escaped(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    /** Pattern for lower-case columns: the text somewhere in them. */
    public static String anywhere(String text) {
        return "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%";
    }
}
