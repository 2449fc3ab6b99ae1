package io.mallhub.webkit;

import org.jspecify.annotations.Nullable;

/** What a person typed into a field that may stay empty. */
public final class Typed {
    private Typed() {}

    /** Without blanks around it; null when nothing else is left. */
    public static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
