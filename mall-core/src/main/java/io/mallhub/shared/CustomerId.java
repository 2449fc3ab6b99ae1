package io.mallhub.shared;

import java.util.UUID;

/** Identifies a customer company, from its first application on. */
public record CustomerId(UUID value) {
    public static CustomerId of(String text) {
        return new CustomerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
