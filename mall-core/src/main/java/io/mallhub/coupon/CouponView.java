package io.mallhub.coupon;

import io.mallhub.shared.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon of a company.
 *
 * @param number {@code CP} + date + digits
 * @param kind the version it was given of
 * @param from first instant of its validity
 * @param until first instant after it
 * @param order that holds or used it
 */
public record CouponView(
        String number,
        CouponKind kind,
        CustomerId company,
        String companyName,
        Instant givenAt,
        Instant from,
        Instant until,
        CouponState state,
        @Nullable String order) {

    /** Its last second, for people: what ends at midnight ends the day before. */
    public Instant lastSecond() {
        return until.minusSeconds(1);
    }
}
