package io.mallhub.coupon.internal;

import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponView;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import java.util.List;

/** What a coupon is to the promotion engine. */
final class CouponWorth {
    /** After all promotions: a coupon takes off what they left. */
    private static final int AFTER_PROMOTIONS = 1_000_000;

    private CouponWorth() {}

    static Rule rule(CouponView coupon) {
        CouponKind kind = coupon.kind();
        return new Rule(
                coupon.number(),
                kind.version(),
                kind.name(),
                Conditions.NONE.during(coupon.from(), coupon.until()).paidBy(kind.payments()),
                benefit(kind.discount(), kind.goods()),
                kind.combinable()
                        ? Stacking.combinable(AFTER_PROMOTIONS)
                        : Stacking.oneOf("coupon", AFTER_PROMOTIONS));
    }

    static Benefit benefit(CouponDiscount discount, Goods goods) {
        return switch (discount) {
            case CouponDiscount.AmountOff off ->
                    new Benefit.AmountOff(
                            goods,
                            Measure.AMOUNT,
                            List.of(new Tier<>(off.threshold().amount(), off.amount())),
                            false,
                            null);
            case CouponDiscount.PercentOff off ->
                    new Benefit.PercentOff(
                            goods,
                            Measure.AMOUNT,
                            List.of(new Tier<>(off.threshold().amount(), off.percent())),
                            off.cap());
        };
    }
}
