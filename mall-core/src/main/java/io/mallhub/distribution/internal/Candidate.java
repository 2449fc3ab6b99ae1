package io.mallhub.distribution.internal;

import io.mallhub.shared.ProductId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A click that an order may have come of.
 *
 * @param link the higher, the later it was made
 * @param product null when the link is about the whole mall
 * @param above who stands above the distributor; null for nobody
 * @param window for which a click counts today
 */
record Candidate(
        long link,
        String code,
        @Nullable ProductId product,
        String distributor,
        @Nullable String above,
        Instant at,
        Duration window) {
    boolean isAbout(ProductId wanted) {
        return product == null || product.equals(wanted);
    }

    /** Both ends belong to the window. */
    boolean countsAt(Instant ordered) {
        return !at.isAfter(ordered) && !at.plus(window).isBefore(ordered);
    }
}
