package io.mallhub.simulator.admin;

import org.jspecify.annotations.Nullable;

/** JSON may leave any field out, whatever the record says. */
final class Given {

    private Given() {}

    static <T> T value(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
