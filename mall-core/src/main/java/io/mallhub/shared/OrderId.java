package io.mallhub.shared;

import java.util.UUID;

/** Identifies a mall order. */
public record OrderId(UUID value) {
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
