package io.mallhub.coupon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a coupon's ledger.
 *
 * @param document what it stems from: an order, an act of the desk, a day
 * @param before null for the first one
 */
public record CouponEntry(
        long sequence,
        Kind kind,
        String document,
        @Nullable CouponState before,
        CouponState after,
        Instant at,
        String by,
        String note) {
    public enum Kind {
        CLAIM,
        HOLD,
        USE,
        /** An order that ended early gave it back. */
        RELEASE,
        EXPIRE
    }
}
