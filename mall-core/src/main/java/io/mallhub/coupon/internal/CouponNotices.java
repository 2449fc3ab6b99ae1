package io.mallhub.coupon.internal;

import io.mallhub.coupon.CouponView;
import io.mallhub.coupon.internal.CouponTable.Ending;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.shared.MallTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the people of a company are told about its coupons. */
@Component
class CouponNotices {
    private static final String PAGE = "/coupons";

    private final Notifications notifications;

    CouponNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Of a coupon nobody of the company asked for. */
    void given(CouponView coupon) {
        notifications.send(
                new Notify(
                        "coupon-given/" + coupon.number(),
                        new Recipient.Company(coupon.company()),
                        "coupon-given",
                        Map.of(
                                "name", coupon.kind().name(),
                                "number", coupon.number(),
                                "until", MallTime.dateOf(coupon.lastSecond()).toString()),
                        PAGE));
    }

    void ending(Ending ending) {
        String last = MallTime.dateOf(ending.until().minusSeconds(1)).toString();
        notifications.send(
                new Notify(
                        "coupon-ending/" + ending.company() + "/" + last,
                        new Recipient.Company(ending.company()),
                        "coupon-ending",
                        Map.of("count", Long.toString(ending.count()), "until", last),
                        PAGE));
    }
}
