package io.mallhub.points;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** The rules of points, as data: the newest version is in force. */
public interface PointsRules {
    /** Audited. */
    PutOutcome put(PutRule command);

    /** Empty as long as there are no points. */
    Optional<PointsRule> inForce();

    Optional<PointsRule> version(int version);

    /** Every version, newest first. */
    Page<PointsRule> history(PageRequest page);

    /**
     * @param seen version that it is to replace, 0 for the first: of two people at once one is told
     * @param welcome what a company gets when it becomes a customer; 0: nothing
     */
    record PutRule(
            int seen,
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
            Actor by) {
        /** Without a welcome. */
        public PutRule(
                int seen,
                BigDecimal perYuan,
                Set<RegulatoryCategory> neverEarn,
                int validMonths,
                boolean redeems,
                int step,
                Money worth,
                int mostPercent,
                Set<RegulatoryCategory> neverRedeem,
                String reason,
                Actor by) {
            this(
                    seen,
                    perYuan,
                    neverEarn,
                    validMonths,
                    redeems,
                    step,
                    worth,
                    mostPercent,
                    neverRedeem,
                    0,
                    reason,
                    by);
        }
    }

    sealed interface PutOutcome {
        record Put(PointsRule rule) implements PutOutcome {}

        /**
         * Nothing was kept.
         *
         * @param problem message key: points-rule.not-staff, points-rule.reason,
         *     points-rule.per-yuan (0 to 10,000, four decimals), points-rule.months (1 to 120),
         *     points-rule.step (1 to 1,000,000), points-rule.worth (0.01 to 10,000),
         *     points-rule.percent (1 to 100), points-rule.welcome (0 to 1,000,000),
         *     points-rule.never-redeem (points would pay for goods that are never gifts),
         *     points-rule.too-generous (more than half of what was paid would come back),
         *     points-rule.outdated
         */
        record Refused(String problem) implements PutOutcome {}
    }
}
