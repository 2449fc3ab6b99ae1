package io.mallhub.points;

import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How points are earned and what they are worth; never changed, what replaces it has the next
 * version.
 *
 * @param perYuan points earned per 1.00 paid, up to 4 decimals; 0: nothing is earned
 * @param neverEarn categories whose goods earn nothing
 * @param validMonths whole months after the one in which they were earned
 * @param redeems whether orders may be paid with points at all
 * @param step points are spent in multiples of it
 * @param worth what one step takes off
 * @param mostPercent of what the goods cost that points may pay for, 1 to 100
 * @param neverRedeem categories whose goods points never pay for
 * @param welcome what a company gets when it becomes a customer; 0: nothing
 */
public record PointsRule(
        int version,
        BigDecimal perYuan,
        Set<RegulatoryCategory> neverEarn,
        int validMonths,
        boolean redeems,
        int step,
        Money worth,
        int mostPercent,
        Set<RegulatoryCategory> neverRedeem,
        long welcome,
        String reason,
        String by,
        Instant at) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public PointsRule {
        neverEarn = Collections.unmodifiableSet(new TreeSet<>(neverEarn));
        neverRedeem = Collections.unmodifiableSet(new TreeSet<>(neverRedeem));
    }

    /** The same, that pays for goods of none of these categories either. */
    public PointsRule butNever(Set<RegulatoryCategory> besides) {
        Set<RegulatoryCategory> never = new TreeSet<>(neverRedeem);
        never.addAll(besides);
        return new PointsRule(
                version,
                perYuan,
                neverEarn,
                validMonths,
                redeems,
                step,
                worth,
                mostPercent,
                never,
                welcome,
                reason,
                by,
                at);
    }

    public boolean earns() {
        return perYuan.signum() > 0;
    }

    /** The end of a month, so that not everything has an end of its own. */
    public Instant until(LocalDate earned) {
        return MallTime.startOf(earned.withDayOfMonth(1).plusMonths(validMonths + 1L));
    }

    /** For so much paid; a fraction of a point is none. */
    public long earned(Money paid) {
        return paid.amount().multiply(perYuan).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    /**
     * How many points may be spent on goods at most.
     *
     * @param cost of those goods that points may pay for
     */
    public long most(Money cost) {
        return cost.amount()
                        .multiply(BigDecimal.valueOf(mostPercent))
                        .divide(HUNDRED.multiply(worth.amount()), 0, RoundingMode.FLOOR)
                        .longValueExact()
                * step;
    }

    public boolean isWholeSteps(long points) {
        return points % step == 0;
    }

    /**
     * What points take off.
     *
     * @param points whole steps
     */
    public Money off(long points) {
        if (!isWholeSteps(points)) {
            throw new IllegalArgumentException(points + " points are no steps of " + step);
        }
        return new Money(worth.amount().multiply(BigDecimal.valueOf(points / step)));
    }
}
