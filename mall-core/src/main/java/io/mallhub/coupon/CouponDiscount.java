package io.mallhub.coupon;

import io.mallhub.shared.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a coupon takes off. */
public sealed interface CouponDiscount {
    /** From this amount of its goods on; 0 for none. */
    Money threshold();

    record AmountOff(Money threshold, Money amount) implements CouponDiscount {}

    /**
     * @param percent more than 0 to 100, at most 2 decimals
     * @param cap the most it takes off
     */
    record PercentOff(Money threshold, BigDecimal percent, @Nullable Money cap)
            implements CouponDiscount {}
}
