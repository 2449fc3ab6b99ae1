package io.mallhub.coupon.internal;

import io.mallhub.coupon.CouponWay;
import io.mallhub.coupon.Coupons.ClaimOutcome;
import io.mallhub.coupon.internal.CouponTable.Gift;
import io.mallhub.customer.CustomerActivated;
import io.mallhub.customer.Customers;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Welcomes a company with the newcomer coupons there are, once ever. */
@Component
class NewcomerCoupons {
    private static final Logger log = LoggerFactory.getLogger(NewcomerCoupons.class);
    private static final Actor BY = Actor.system("newcomer-coupons");

    private final KindTable kinds;
    private final CouponTable coupons;
    private final Giving giving;
    private final CouponNotices notices;
    private final Customers customers;
    private final Clock clock;

    NewcomerCoupons(
            KindTable kinds,
            CouponTable coupons,
            Giving giving,
            CouponNotices notices,
            Customers customers,
            Clock clock) {
        this.kinds = kinds;
        this.coupons = coupons;
        this.giving = giving;
        this.notices = notices;
        this.customers = customers;
        this.clock = clock;
    }

    /** In the transaction that activates the customer. */
    @EventListener
    @Transactional
    public void on(CustomerActivated event) {
        CustomerId company = event.customer();
        if (!coupons.welcomes(company, event.applicationNumber(), clock.instant())) {
            return;
        }
        String name = customers.customer(company).orElseThrow().company().name();
        for (String kind : kinds.live(CouponWay.NEWCOMER)) {
            Gift gift = new Gift(company, name, event.applicationNumber(), 0, "", BY);
            switch (giving.give(kind, gift)) {
                case ClaimOutcome.Claimed claimed -> notices.given(claimed.coupon());
                case ClaimOutcome.Refused refused ->
                        log.info("Newcomer {} gets no {}: {}", company, kind, refused.key());
            }
        }
    }
}
