package io.mallhub.coupon.internal;

import io.mallhub.points.PointsRule;
import io.mallhub.points.PointsRules;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Giveaways;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.RegulatoryCategory;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which goods a coupon that costs points may be for: what points never pay for, they don't pay for
 * by way of a coupon either.
 */
@Component
class PointsGoods {
    private final Giveaways giveaways;
    private final PointsRules rules;

    PointsGoods(Giveaways giveaways, PointsRules rules) {
        this.giveaways = giveaways;
        this.rules = rules;
    }

    /** Those that points never pay for; empty when points may pay for all of them. */
    List<String> never(Goods goods) {
        return never(goods, giveaways.terms());
    }

    List<String> never(Goods goods, GiftTerms terms) {
        Set<RegulatoryCategory> ruled =
                rules.inForce().map(PointsRule::neverRedeem).orElse(Set.of());
        return giveaways.never(goods, terms.and(ruled));
    }
}
