package io.mallhub.shared;

/** Texts that people search for, as parts of a pattern of {@code LIKE}. */
public final class LikeText {
    private LikeText() {}

    /** What stands for anything in a pattern stands for itself. */
    public static String escaped(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
