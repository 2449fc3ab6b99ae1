package io.mallhub.flash;

import java.time.Instant;

/**
 * One time that a sale is open.
 *
 * @param closes first instant after it
 */
public record Opening(Instant opens, Instant closes) {
    /**
     * @throws IllegalArgumentException when it closes before it opens
     */
    public Opening {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("A sale closes after it opens");
        }
    }

    public boolean covers(Instant instant) {
        return !instant.isBefore(opens) && instant.isBefore(closes);
    }

    boolean overlaps(Opening other) {
        return opens.isBefore(other.closes) && other.opens.isBefore(closes);
    }
}
