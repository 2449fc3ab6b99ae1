package io.mallhub.shared;

import java.util.UUID;

/** Identifies a person who signs in: staff or buyer. */
public record UserId(UUID value) {
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
