package io.mallhub.exporter;

import org.jspecify.annotations.Nullable;

/** The engine writes an empty text for "none". */
final class Texts {

    private Texts() {}

    static @Nullable String present(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
