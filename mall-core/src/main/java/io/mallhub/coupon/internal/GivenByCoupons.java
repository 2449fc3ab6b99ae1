package io.mallhub.coupon.internal;

import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponKinds.KindView;
import io.mallhub.coupon.CouponKinds.PutKind;
import io.mallhub.coupon.CouponKinds.PutOutcome;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Giveaways;
import io.mallhub.promotion.GivingRules;
import io.mallhub.promotion.Goods;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goods that are never given for nothing, by a coupon either. */
@Component
class GivenByCoupons implements GivingRules {
    private final KindTable kinds;
    private final Giveaways giveaways;
    private final PointsGoods pointsGoods;

    GivenByCoupons(KindTable kinds, Giveaways giveaways, PointsGoods pointsGoods) {
        this.kinds = kinds;
        this.giveaways = giveaways;
        this.pointsGoods = pointsGoods;
    }

    Optional<PutOutcome.Refused> forbidden(PutKind kind) {
        return forbidden(kind.discount(), kind.goods(), kind.points(), giveaways.terms());
    }

    private Optional<PutOutcome.Refused> forbidden(
            CouponDiscount discount, Goods goods, long points, GiftTerms terms) {
        List<String> free = giveaways.tooMuchOff(CouponWorth.benefit(discount, goods), terms);
        if (!free.isEmpty()) {
            return Optional.of(
                    new PutOutcome.Refused("coupon-kind.never-free", String.join(", ", free)));
        }
        List<String> never = points > 0 ? pointsGoods.never(goods, terms) : List.of();
        return never.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PutOutcome.Refused(
                                "coupon-kind.never-for-points", String.join(", ", never)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> held(GiftTerms terms) {
        return kinds.live().stream().map(KindView::kind).flatMap(it -> held(it, terms)).toList();
    }

    private Stream<Held> held(CouponKind kind, GiftTerms terms) {
        return forbidden(kind.discount(), kind.goods(), kind.points(), terms).stream()
                .map(
                        why ->
                                new Held(
                                        GivingKind.COUPON,
                                        kind.code(),
                                        kind.name(),
                                        why.key(),
                                        why.detail()));
    }
}
