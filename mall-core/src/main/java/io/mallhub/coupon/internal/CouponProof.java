package io.mallhub.coupon.internal;

import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.stereotype.Component;

/** Coupons whose state, and kinds whose figures, are not what their entries say. */
@Component
class CouponProof implements ProvenLedger {
    private final CouponTable coupons;

    CouponProof(CouponTable coupons) {
        this.coupons = coupons;
    }

    @Override
    public String name() {
        return "coupons";
    }

    @Override
    public List<String> unprovenAccounts() {
        return coupons.unproven();
    }
}
