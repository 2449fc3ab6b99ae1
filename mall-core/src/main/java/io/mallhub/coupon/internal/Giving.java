package io.mallhub.coupon.internal;

import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponKinds.KindView;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.coupon.CouponView;
import io.mallhub.coupon.Coupons.ClaimOutcome;
import io.mallhub.coupon.internal.CouponTable.Gift;
import io.mallhub.points.Points;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives coupons, never more than there are: a kind is locked while one of it is given. Points that
 * one costs are paid in the same transaction.
 */
@Component
class Giving {
    private final KindTable kinds;
    private final CouponTable coupons;
    private final Points points;
    private final PointsGoods goods;
    private final Clock clock;

    Giving(KindTable kinds, CouponTable coupons, Points points, PointsGoods goods, Clock clock) {
        this.kinds = kinds;
        this.coupons = coupons;
        this.points = points;
        this.goods = goods;
        this.clock = clock;
    }

    ClaimOutcome give(String code, Gift gift) {
        Optional<CouponView> known = coupons.givenFor(code, gift.company(), gift.givenFor());
        if (known.isPresent()) {
            return new ClaimOutcome.Claimed(known.get());
        }
        // Those who come late to a kind that is sold out don't queue for its lock.
        Optional<KindView> early = kinds.find(code);
        String hopeless = early.isEmpty() ? "coupon.unknown-kind" : objection(early.get());
        if (hopeless != null) {
            return new ClaimOutcome.Refused(hopeless, "");
        }
        KindView kind = kinds.lock(code).orElseThrow();
        known = coupons.givenFor(code, gift.company(), gift.givenFor());
        if (known.isPresent()) {
            return new ClaimOutcome.Claimed(known.get());
        }
        String refusal =
                objection(
                        kind,
                        coupons.countsOf(gift.company(), List.of(code)).getOrDefault(code, 0));
        if (refusal != null) {
            return new ClaimOutcome.Refused(refusal, Integer.toString(kind.kind().perBuyer()));
        }
        if (kind.kind().points() != gift.points()) {
            return new ClaimOutcome.Refused(
                    "coupon.price-changed", Long.toString(kind.kind().points()));
        }
        // A kind from before, or goods that have another category since.
        if (kind.kind().points() > 0 && !goods.never(kind.kind().goods()).isEmpty()) {
            return new ClaimOutcome.Refused("coupon.never-for-points", "");
        }
        Optional<ClaimOutcome> tooFew = paid(kind.kind(), gift);
        if (tooFew.isPresent()) {
            return tooFew.get();
        }
        Instant now = clock.instant();
        kinds.issued(code);
        return new ClaimOutcome.Claimed(coupons.give(kind.kind(), gift, now));
    }

    /** Empty when the company has paid what one costs. */
    private Optional<ClaimOutcome> paid(CouponKind kind, Gift gift) {
        return kind.points() > 0
                        && points.exchange(
                                        gift.company(),
                                        kind.code(),
                                        kind.points(),
                                        kind.code() + "/" + gift.givenFor(),
                                        gift.by())
                                instanceof Points.HoldOutcome.TooFew few
                ? Optional.of(
                        new ClaimOutcome.Refused(
                                "coupon.too-few-points", Long.toString(few.available())))
                : Optional.empty();
    }

    /**
     * @param had how many the company got so far
     */
    @Nullable String objection(KindView kind, int had) {
        String refusal = objection(kind);
        return refusal == null && had >= kind.kind().perBuyer()
                ? "coupon.limit-per-buyer"
                : refusal;
    }

    private @Nullable String objection(KindView view) {
        CouponKind kind = view.kind();
        if (view.isStopped()) {
            return "coupon.stopped";
        }
        if (kind.validity() instanceof CouponValidity.Fixed fixed
                && fixed.until().isBefore(MallTime.today(clock))) {
            return "coupon.kind-over";
        }
        Integer limit = kind.issueLimit();
        return limit != null && view.issued() >= limit ? "coupon.none-left" : null;
    }
}
