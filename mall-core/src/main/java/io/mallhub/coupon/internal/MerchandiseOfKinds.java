package io.mallhub.coupon.internal;

import io.mallhub.catalog.MerchandiseCategories.Stays;
import io.mallhub.catalog.MerchandiseUses;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Kinds that are given, and those of coupons that somebody may still spend. */
@Component
class MerchandiseOfKinds implements MerchandiseUses {
    private final KindTable kinds;

    MerchandiseOfKinds(KindTable kinds) {
        this.kinds = kinds;
    }

    @Override
    public Optional<Stays> of(String category) {
        return kinds.about(category).map(it -> new Stays("merchandise.in-coupon", it));
    }
}
