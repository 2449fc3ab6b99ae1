package io.mallhub.app.demo;

import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.CouponKinds.PutKind;
import io.mallhub.coupon.CouponKinds.PutOutcome;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.coupon.CouponWay;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A coupon for whoever becomes a customer, and one to take from the coupon centre. */
@Component
@DemoOnly
class DemoCoupons {
    private static final int DAYS = 30;

    private final CouponKinds kinds;

    DemoCoupons(CouponKinds kinds) {
        this.kinds = kinds;
    }

    /** A second start finds them there. */
    void offer(Actor by) {
        if (kinds.page(null, PageRequest.first(1)).total() == 0) {
            offer("新客立减 50 元", CouponWay.NEWCOMER, "500.00", "50.00", by);
            offer("满 2000 减 100", CouponWay.CENTRE, "2000.00", "100.00", by);
        }
    }

    private void offer(String name, CouponWay way, String threshold, String amount, Actor by) {
        PutKind kind =
                new PutKind(
                        null,
                        0,
                        name,
                        way,
                        "",
                        new CouponDiscount.AmountOff(Money.of(threshold), Money.of(amount)),
                        new Goods.All(),
                        Set.of(),
                        new CouponValidity.Days(DAYS),
                        null,
                        1,
                        false,
                        "演示优惠券",
                        by);
        if (kinds.put(kind) instanceof PutOutcome.Refused refused) {
            throw new IllegalStateException("The demo's coupon is refused: " + refused);
        }
    }
}
