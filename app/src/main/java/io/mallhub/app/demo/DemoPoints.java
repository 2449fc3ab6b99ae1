package io.mallhub.app.demo;

import io.mallhub.points.PointsRules;
import io.mallhub.points.PointsRules.PutOutcome;
import io.mallhub.points.PointsRules.PutRule;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A point for each yuan; a hundred of them take one off what is no medicine on prescription. */
@Component
@DemoOnly
class DemoPoints {
    private static final int MONTHS = 12;
    private static final int STEP = 100;
    private static final int MOST_PERCENT = 20;

    private final PointsRules rules;

    DemoPoints(PointsRules rules) {
        this.rules = rules;
    }

    /** A second start finds the rule there. */
    void offer(Actor by) {
        if (rules.inForce().isPresent()) {
            return;
        }
        PutRule rule =
                new PutRule(
                        0,
                        BigDecimal.ONE,
                        Set.of(RegulatoryCategory.CONTROLLED_COMPOUND),
                        MONTHS,
                        true,
                        STEP,
                        Money.of("1.00"),
                        MOST_PERCENT,
                        GiftTerms.FIRST.never(),
                        "演示积分规则",
                        by);
        if (rules.put(rule) instanceof PutOutcome.Refused refused) {
            throw new IllegalStateException("The demo's rule for points is refused: " + refused);
        }
    }
}
