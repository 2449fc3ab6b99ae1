package io.mallhub.coupon;

import io.mallhub.promotion.Goods;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a kind of coupon; it never changes.
 *
 * @param code {@code CK} + 6 digits, the same through all versions
 * @param typed what buyers type to get one; null unless the way is CODE
 * @param payments words of payment methods; empty for any
 * @param issueLimit how many are ever given, over all versions; null for any number
 * @param perBuyer how many one company ever gets, over all versions
 * @param points that one costs, of the centre only; 0 for none
 * @param combinable may be used together with other coupons that are
 */
public record CouponKind(
        String code,
        int version,
        String name,
        CouponWay way,
        @Nullable String typed,
        CouponDiscount discount,
        Goods goods,
        Set<String> payments,
        CouponValidity validity,
        @Nullable Integer issueLimit,
        int perBuyer,
        long points,
        boolean combinable,
        String reason,
        String by,
        Instant at) {
    public CouponKind {
        payments = Set.copyOf(payments);
    }
}
