package io.mallhub.console.points;

import io.mallhub.identity.StaffView;
import io.mallhub.points.PointsRule;
import io.mallhub.points.PointsRules.PutRule;
import io.mallhub.shared.Money;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody typed it. Categories are those that do <em>not</em> count, as the policy has
 * it for gifts when there is no rule yet.
 */
record RuleForm(
        @Nullable Integer seen,
        @Nullable BigDecimal perYuan,
        @Nullable List<RegulatoryCategory> neverEarn,
        @Nullable Integer validMonths,
        boolean redeems,
        @Nullable Integer step,
        @Nullable BigDecimal worth,
        @Nullable Integer mostPercent,
        @Nullable List<RegulatoryCategory> neverRedeem,
        @Nullable Long welcome,
        @Nullable String reason) {
    private static final int USUAL_MONTHS = 12;
    private static final int USUAL_STEP = 100;
    private static final int USUAL_PERCENT = 20;

    static RuleForm first(Set<RegulatoryCategory> never) {
        return new RuleForm(
                0,
                BigDecimal.ONE,
                List.copyOf(never),
                USUAL_MONTHS,
                true,
                USUAL_STEP,
                BigDecimal.ONE,
                USUAL_PERCENT,
                List.copyOf(never),
                0L,
                "");
    }

    static RuleForm of(PointsRule rule) {
        return new RuleForm(
                rule.version(),
                rule.perYuan().stripTrailingZeros(),
                List.copyOf(rule.neverEarn()),
                rule.validMonths(),
                rule.redeems(),
                rule.step(),
                rule.worth().amount(),
                rule.mostPercent(),
                List.copyOf(rule.neverRedeem()),
                rule.welcome(),
                "");
    }

    /** What is missing is refused by the rules, each by its name. */
    PutRule command(StaffView me) {
        return new PutRule(
                or(seen, -1),
                perYuan == null ? BigDecimal.ONE.negate() : perYuan,
                set(neverEarn),
                or(validMonths, 0),
                redeems,
                or(step, 0),
                worth == null ? Money.ZERO : new Money(worth),
                or(mostPercent, 0),
                set(neverRedeem),
                welcome == null ? 0 : welcome,
                reason == null ? "" : reason,
                me.actor());
    }

    public boolean isNeverEarning(RegulatoryCategory category) {
        return set(neverEarn).contains(category);
    }

    public boolean isNeverRedeemed(RegulatoryCategory category) {
        return set(neverRedeem).contains(category);
    }

    public String perYuanText() {
        return perYuan == null ? "" : perYuan.toPlainString();
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static Set<RegulatoryCategory> set(@Nullable List<RegulatoryCategory> categories) {
        return categories == null ? Set.of() : Set.copyOf(categories);
    }
}
