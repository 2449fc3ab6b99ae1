package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.TopUpRule;
import io.mallhub.prepaid.TopUpRules.Bonus;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * A top-up earns by the highest threshold it reaches, and by no other. A percentage is cut to the
 * cent: never more than was promised.
 */
final class TopUpBonus {
    private TopUpBonus() {}

    /**
     * @param rules that count, at most one per threshold
     */
    static Bonus of(List<TopUpRule> rules, Money amount) {
        return rules.stream()
                .filter(rule -> rule.threshold().compareTo(amount) <= 0)
                .max(Comparator.comparing(TopUpRule::threshold))
                .map(rule -> new Bonus(by(rule, amount), rule))
                .filter(bonus -> !bonus.amount().isZero())
                .orElseGet(() -> new Bonus(Money.ZERO, null));
    }

    private static Money by(TopUpRule rule, Money amount) {
        BigDecimal percent = rule.percent();
        if (percent != null) {
            return new Money(
                    amount.amount()
                            .multiply(percent)
                            .movePointLeft(2)
                            .setScale(2, RoundingMode.DOWN));
        }
        Money bonus = rule.bonus();
        return bonus == null ? Money.ZERO : bonus;
    }
}
