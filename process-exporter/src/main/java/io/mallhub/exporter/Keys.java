package io.mallhub.exporter;

import org.jspecify.annotations.Nullable;

/** The engine writes -1 for "no key" and for "no time". */
final class Keys {

    private Keys() {}

    static @Nullable Long present(long value) {
        return value < 0 ? null : value;
    }
}
