package io.mallhub.returns.internal;

import io.mallhub.order.OrderView;
import io.mallhub.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What the goods that stay cost more, since they no longer reach what took something off the order.
 * All returns of an order together give back what was paid less what would have been paid for the
 * goods that stay, as far as no return costs the buyer money; when everything has come back, all
 * that was paid.
 */
@Embeddable
class LostDiscount {
    static final LostDiscount NONE = new LostDiscount(Money.ZERO, Money.ZERO);

    @Column(name = "lost_gross")
    private BigDecimal gross;

    @Column(name = "lost_net")
    private BigDecimal net;

    @SuppressWarnings("NullAway.Init")
    protected LostDiscount() {}

    LostDiscount(Money gross, Money net) {
        this.gross = gross.amount();
        this.net = net.amount();
    }

    /**
     * @param earlierShares of the lines, in other returns
     * @param earlierLost by other returns
     * @param shares of the lines, in this return
     * @param worth what the goods that stay would have cost
     */
    static LostDiscount of(
            OrderView order,
            LineShare earlierShares,
            LostDiscount earlierLost,
            List<LineShare> shares,
            Money worth) {
        LineShare now = LineShare.sum(shares);
        Money given = earlierShares.gross().minus(earlierLost.gross());
        Money due = least(earlierShares.gross().plus(now.gross()), order.total().minus(worth));
        Money back = due.minus(given).isNegative() ? Money.ZERO : due.minus(given);
        Money lost = now.gross().minus(back);
        if (lost.isZero() && earlierLost.gross().isZero()) {
            return NONE;
        }
        Money givenNet = earlierShares.net().minus(earlierLost.net());
        Money net = netOf(order, given.plus(back)).minus(givenNet);
        Money backNet = net.isNegative() ? Money.ZERO : least(net, back);
        return new LostDiscount(lost, now.net().minus(backNet));
    }

    /** Lines of several rates have gone back together: the order's own proportion. */
    private static Money netOf(OrderView order, Money gross) {
        return order.total().isZero()
                ? Money.ZERO
                : new Money(
                        gross.amount()
                                .multiply(order.net().amount())
                                .divide(order.total().amount(), 2, RoundingMode.HALF_UP));
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    LostDiscount plus(LostDiscount other) {
        return new LostDiscount(gross().plus(other.gross()), net().plus(other.net()));
    }

    LineShare share() {
        return new LineShare(gross(), net(), tax());
    }

    Money gross() {
        return new Money(gross);
    }

    Money net() {
        return new Money(net);
    }

    Money tax() {
        return gross().minus(net());
    }
}
