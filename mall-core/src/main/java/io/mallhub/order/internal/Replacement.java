package io.mallhub.order.internal;

import io.mallhub.order.SubmitOrder;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.shared.Money;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What an order costs less because it replaces goods that came back: a rule of that order alone,
 * whose name is the number of their return.
 */
final class Replacement {
    static final String CODE = "EXCHANGE";

    private Replacement() {}

    /** None where the goods cost no more than what they replace. */
    static Optional<Rule> of(SubmitOrder.Exchange exchange, Money gross) {
        Money more = gross.minus(exchange.worth());
        return more.compareTo(Money.ZERO) > 0
                ? Optional.of(rule(exchange.returnNumber(), more))
                : Optional.empty();
    }

    /** As the order keeps it. */
    static Optional<Rule> of(OrderBenefit benefit) {
        return benefit.rule().equals(CODE)
                ? Optional.of(rule(benefit.name(), benefit.amount()))
                : Optional.empty();
    }

    /** For a part of the goods: a part of what it takes off, to the cent. */
    static Rule of(OrderBenefit benefit, Money part, Money all) {
        return rule(
                benefit.name(),
                new Money(
                        benefit.amount()
                                .amount()
                                .multiply(part.amount())
                                .divide(all.amount(), 2, RoundingMode.HALF_UP)));
    }

    private static Rule rule(String returnNumber, Money amount) {
        return new Rule(
                CODE,
                1,
                returnNumber,
                Conditions.NONE,
                new Benefit.AmountOff(
                        new Goods.All(),
                        Measure.AMOUNT,
                        List.of(Tier.from("0", amount)),
                        false,
                        null),
                Stacking.combinable(0));
    }
}
