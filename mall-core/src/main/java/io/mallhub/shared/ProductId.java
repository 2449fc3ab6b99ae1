package io.mallhub.shared;

import java.util.UUID;

/** Identifies a product of the mall. */
public record ProductId(UUID value) {
    public static ProductId of(String text) {
        return new ProductId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
