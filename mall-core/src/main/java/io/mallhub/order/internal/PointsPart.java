package io.mallhub.order.internal;

import io.mallhub.order.OrderView.Benefit;
import io.mallhub.points.PointsRule;
import io.mallhub.promotion.Shares;
import io.mallhub.shared.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What points pay of an order, after all that takes something off it: whole steps, divided among
 * the lines that points may pay for.
 */
final class PointsPart {
    static final String RULE = Benefit.POINTS;

    private PointsPart() {}

    /**
     * @param rule version of the rule
     * @param shares of the lines, together {@code off}
     */
    record Taken(int rule, long points, Money off, List<Money> shares) {}

    /** How many points these lines may use, whatever points pay of them now. */
    static long most(PointsRule rule, List<AssessedLine> lines) {
        return rule.most(payable(rule, lines).stream().reduce(Money.ZERO, Money::plus));
    }

    /**
     * @param points whole steps, at most {@link #most}
     */
    static Taken take(PointsRule rule, long points, List<AssessedLine> lines) {
        Money off = rule.off(points);
        return new Taken(rule.version(), points, off, Shares.of(off, payable(rule, lines)));
    }

    private static List<Money> payable(PointsRule rule, List<AssessedLine> lines) {
        List<Money> payable = new ArrayList<>();
        for (AssessedLine line : lines) {
            boolean may =
                    line.product() != null
                            && line.product().category() != null
                            && !rule.neverRedeem().contains(line.product().category());
            payable.add(may ? line.amount().plus(line.points()) : Money.ZERO);
        }
        return payable;
    }
}
