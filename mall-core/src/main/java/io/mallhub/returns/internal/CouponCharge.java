package io.mallhub.returns.internal;

import io.mallhub.order.EarnedCoupons;
import io.mallhub.order.EarnedCoupons.Use;
import io.mallhub.returns.Reversal;
import io.mallhub.shared.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a coupon that the order earned took off another order, as far as it is kept back. */
@Embeddable
class CouponCharge {
    private String coupon;
    private String usedBy;
    private BigDecimal gross;
    private BigDecimal net;

    @SuppressWarnings("NullAway.Init")
    protected CouponCharge() {}

    private CouponCharge(Use use, Money gross, Money net) {
        coupon = use.coupon();
        usedBy = use.usedBy();
        this.gross = gross.amount();
        this.net = net.amount();
    }

    /**
     * @param taken off by a coupon
     */
    record Wanted(Use use, Money taken) {
        Wanted atMost(Money limit) {
            return limit.compareTo(taken) < 0 ? new Wanted(use, limit) : this;
        }
    }

    /**
     * One after the other, as long as something is left of what goes back; net in its proportion.
     *
     * @param back what would go back without
     */
    static List<CouponCharge> of(List<Wanted> wanted, LineShare back) {
        List<CouponCharge> charges = new ArrayList<>();
        Money gross = Money.ZERO;
        Money net = Money.ZERO;
        for (Wanted it : wanted) {
            Money left = back.gross().minus(gross);
            Money charged = it.taken().compareTo(left) < 0 ? it.taken() : left;
            if (charged.compareTo(Money.ZERO) > 0) {
                gross = gross.plus(charged);
                Money upToHere = netOf(back, gross);
                charges.add(new CouponCharge(it.use(), charged, upToHere.minus(net)));
                net = upToHere;
            }
        }
        return charges;
    }

    private static Money netOf(LineShare back, Money gross) {
        return new Money(
                gross.amount()
                        .multiply(back.net().amount())
                        .divide(back.gross().amount(), 2, RoundingMode.HALF_UP));
    }

    static LineShare sum(List<CouponCharge> charges) {
        return LineShare.sum(
                charges.stream()
                        .map(it -> new LineShare(it.gross(), it.net(), it.gross().minus(it.net())))
                        .toList());
    }

    boolean isOf(Use use) {
        return coupon.equals(use.coupon()) && usedBy.equals(use.usedBy());
    }

    Money gross() {
        return new Money(gross);
    }

    private Money net() {
        return new Money(net);
    }

    EarnedCoupons.Charge of(String earnedBy) {
        return new EarnedCoupons.Charge(new Use(coupon, earnedBy, usedBy), gross());
    }

    Reversal.Charge view() {
        return new Reversal.Charge(coupon, usedBy, gross());
    }
}
