package io.mallhub.coupon.internal;

import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Coupons whose state, and kinds whose figures, are not what their entries say. */
@Component
class CouponProof implements ProvenLedger {
    private final CouponTable coupons;
    private final JdbcClient jdbc;

    CouponProof(CouponTable coupons, JdbcClient jdbc) {
        this.coupons = coupons;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "coupons";
    }

    @Override
    public Size size() {
        return Size.of(
                jdbc, "SELECT (SELECT count(*) FROM coupon), (SELECT count(*) FROM coupon_entry)");
    }

    @Override
    public List<String> unprovenAccounts() {
        return coupons.unproven();
    }
}
