package io.mallhub.coupon;

import io.mallhub.shared.MallTime;
import java.time.Instant;
import java.time.LocalDate;

/** When a coupon may be used. Days are days of the mall, both ends included. */
public sealed interface CouponValidity {
    record Fixed(LocalDate from, LocalDate until) implements CouponValidity {}

    /**
     * @param days after the one on which it was given; 0 for that day only
     */
    record Days(int days) implements CouponValidity {}

    /** First instant of a coupon given then. */
    default Instant from(Instant given) {
        return switch (this) {
            case Fixed fixed -> MallTime.startOf(fixed.from());
            case Days any -> given;
        };
    }

    /** First instant after the validity of a coupon given then. */
    default Instant until(Instant given) {
        LocalDate last =
                switch (this) {
                    case Fixed fixed -> fixed.until();
                    case Days after -> MallTime.dateOf(given).plusDays(after.days());
                };
        return MallTime.startOf(last.plusDays(1));
    }
}
