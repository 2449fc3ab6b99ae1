package io.mallhub.order.internal;

import io.mallhub.order.OrderView;
import io.mallhub.promotion.Judgement;
import io.mallhub.shared.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** What took something off the order: a copy, whatever becomes of the rule. */
@Embeddable
class OrderBenefit {
    private String rule;
    private int version;
    private String name;
    private String coupon;
    private BigDecimal amount;

    @SuppressWarnings("NullAway.Init")
    protected OrderBenefit() {}

    /**
     * @param coupon number of the coupon it came with, empty for a promotion
     */
    OrderBenefit(Judgement.Applied applied, String coupon) {
        rule = applied.rule();
        version = applied.version();
        name = applied.name();
        this.coupon = coupon;
        amount = applied.amount().amount();
    }

    /** Points that pay a part. */
    OrderBenefit(PointsPart.Taken points) {
        rule = PointsPart.RULE;
        version = points.rule();
        name = Long.toString(points.points());
        coupon = "";
        amount = points.off().amount();
    }

    String rule() {
        return rule;
    }

    int version() {
        return version;
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

    OrderView.Benefit view() {
        return new OrderView.Benefit(rule, version, name, coupon, amount());
    }
}
