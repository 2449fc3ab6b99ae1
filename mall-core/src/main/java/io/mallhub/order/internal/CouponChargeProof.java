package io.mallhub.order.internal;

import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of each coupon at most its charge went back; what is still charged belongs to a coupon that its
 * order still has; and each charge stands on the statement of its return.
 */
@Component
class CouponChargeProof implements ProvenLedger {
    private final CouponChargeTable charges;
    private final JdbcClient jdbc;

    CouponChargeProof(CouponChargeTable charges, JdbcClient jdbc) {
        this.charges = charges;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "coupon-charges";
    }

    @Override
    public Size size() {
        return Size.of(jdbc, "SELECT count(DISTINCT coupon), count(*) FROM coupon_charge");
    }

    @Override
    public List<String> unprovenAccounts() {
        return charges.unproven();
    }
}
