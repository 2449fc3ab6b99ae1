package io.mallhub.order.internal;

import io.mallhub.order.OrderView;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.Judgement;
import io.mallhub.shared.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What took something off the order: a copy, whatever becomes of the rule. */
@Embeddable
class OrderBenefit {
    private String rule;
    private int version;
    private String name;
    private String coupon;
    private BigDecimal amount;
    private List<BigDecimal> shares = List.of();
    private boolean unlimited;
    private int policy;

    @SuppressWarnings("NullAway.Init")
    protected OrderBenefit() {}

    /**
     * @param coupon number of the coupon it came with, empty for a promotion
     * @param shares of each line, gifts with their worth included
     * @param policy what it was given under
     */
    OrderBenefit(Judgement.Applied applied, String coupon, List<Money> shares, GiftPolicy policy) {
        rule = applied.rule();
        version = applied.version();
        name = applied.name();
        this.coupon = coupon;
        this.shares = amounts(shares);
        unlimited = policy.unlimited().contains(applied.rule());
        this.policy = policy.terms().version();
        amount = shares.stream().reduce(Money.ZERO, Money::plus).amount();
    }

    private OrderBenefit(OrderBenefit whole, List<BigDecimal> shares) {
        rule = whole.rule;
        version = whole.version;
        name = whole.name;
        coupon = whole.coupon;
        this.shares = shares;
        unlimited = whole.unlimited;
        policy = whole.policy;
        amount = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Of an order without these lines.
     *
     * @param lines 0-based
     */
    OrderBenefit without(Set<Integer> lines) {
        List<BigDecimal> left = new ArrayList<>();
        for (int line = 0; line < shares.size(); line++) {
            if (!lines.contains(line)) {
                left.add(shares.get(line));
            }
        }
        return new OrderBenefit(this, left);
    }

    /** The same rule for other goods. */
    OrderBenefit sharedAs(List<Money> newShares) {
        return new OrderBenefit(this, amounts(newShares));
    }

    /** Fewer points for other goods. */
    OrderBenefit pointsSharedAs(long points, List<Money> newShares) {
        OrderBenefit fewer = sharedAs(newShares);
        fewer.name = Long.toString(points);
        return fewer;
    }

    /**
     * Points that pay a part.
     *
     * @param policy version of the gift policy by which they may
     */
    OrderBenefit(PointsPart.Taken points, int policy) {
        this.policy = policy;
        rule = PointsPart.RULE;
        version = points.rule();
        name = Long.toString(points.points());
        coupon = "";
        amount = points.off().amount();
        shares = amounts(points.shares());
    }

    /** So many points pay of the changed order, by what they did so far. */
    OrderBenefit with(PointsPart.Taken points) {
        OrderBenefit changed = new OrderBenefit(points, policy);
        changed.unlimited = unlimited;
        return changed;
    }

    private static List<BigDecimal> amounts(List<Money> shares) {
        return shares.stream().map(Money::amount).toList();
    }

    String rule() {
        return rule;
    }

    int version() {
        return version;
    }

    /** A rule of marketing: neither coupon, nor points, nor an exchange. */
    boolean isPromotion() {
        return coupon.isEmpty() && !isPoints() && !rule.equals(Replacement.CODE);
    }

    boolean isPoints() {
        return rule.equals(PointsPart.RULE);
    }

    /** How many, of points. */
    long points() {
        return Long.parseLong(name);
    }

    String name() {
        return name;
    }

    String coupon() {
        return coupon;
    }

    Money amount() {
        return new Money(amount);
    }

    /** It is reckoned again without the least price of goods that are never gifts. */
    boolean isUnlimited() {
        return unlimited;
    }

    /** Version of the gift policy that it was given under. */
    int policy() {
        return policy;
    }

    /** Of each line; empty for an order from before it was kept. */
    List<Money> shares() {
        return shares.stream().map(Money::new).toList();
    }

    OrderView.Benefit view() {
        return new OrderView.Benefit(rule, version, name, coupon, amount(), shares());
    }
}
