package io.mallhub.points.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.points.PointsRule;
import io.mallhub.points.PointsRules;
import io.mallhub.promotion.Giveaways;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PointsRuleBook implements PointsRules {
    private static final BigDecimal MOST_PER_YUAN = new BigDecimal(10_000);
    private static final Money MOST_WORTH = Money.of("10000");
    private static final Money LEAST_WORTH = Money.of("0.01");
    private static final int MOST_STEP = 1_000_000;
    private static final long MOST_WELCOME = 1_000_000;
    private static final int MOST_MONTHS = 120;
    private static final int LONGEST_REASON = 500;

    private final PointsRuleTable rules;
    private final Giveaways giveaways;
    private final AuditLog audit;
    private final Clock clock;

    PointsRuleBook(PointsRuleTable rules, Giveaways giveaways, AuditLog audit, Clock clock) {
        this.rules = rules;
        this.giveaways = giveaways;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public PutOutcome put(PutRule command) {
        Optional<String> problem = problem(command);
        if (problem.isPresent()) {
            return new PutOutcome.Refused(problem.get());
        }
        int inForce = rules.newest().map(PointsRule::version).orElse(0);
        Optional<PointsRule> added =
                command.seen() == inForce
                        ? rules.add(inForce + 1, command, clock.instant())
                        : Optional.empty();
        if (added.isEmpty()) {
            return new PutOutcome.Refused("points-rule.outdated");
        }
        audit.record(audited(added.get(), command.by()));
        return new PutOutcome.Put(added.get());
    }

    private static AuditEntry audited(PointsRule rule, Actor by) {
        return new AuditEntry(
                by,
                "put-points-rule",
                "points-rule",
                Integer.toString(rule.version()),
                rule.reason(),
                Map.of(
                        "welcome", Long.toString(rule.welcome()),
                        "perYuan", rule.perYuan().stripTrailingZeros().toPlainString(),
                        "neverEarn", text(rule.neverEarn()),
                        "validMonths", Integer.toString(rule.validMonths()),
                        "redeems", Boolean.toString(rule.redeems()),
                        "worth", rule.step() + " = " + rule.worth(),
                        "mostPercent", Integer.toString(rule.mostPercent()),
                        "neverRedeem", text(rule.neverRedeem())));
    }

    private static String text(Set<RegulatoryCategory> categories) {
        return categories.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    private Optional<String> problem(PutRule rule) {
        if (rule.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("points-rule.not-staff");
        }
        if (rule.reason().isBlank() || rule.reason().strip().length() > LONGEST_REASON) {
            return Optional.of("points-rule.reason");
        }
        if (rule.perYuan().signum() < 0
                || rule.perYuan().compareTo(MOST_PER_YUAN) > 0
                || rule.perYuan().stripTrailingZeros().scale() > 4) {
            return Optional.of("points-rule.per-yuan");
        }
        if (rule.validMonths() < 1 || rule.validMonths() > MOST_MONTHS) {
            return Optional.of("points-rule.months");
        }
        if (rule.step() < 1 || rule.step() > MOST_STEP) {
            return Optional.of("points-rule.step");
        }
        if (rule.worth().compareTo(LEAST_WORTH) < 0 || rule.worth().compareTo(MOST_WORTH) > 0) {
            return Optional.of("points-rule.worth");
        }
        if (rule.mostPercent() < 1 || rule.mostPercent() > 100) {
            return Optional.of("points-rule.percent");
        }
        if (rule.welcome() < 0 || rule.welcome() > MOST_WELCOME) {
            return Optional.of("points-rule.welcome");
        }
        if (rule.redeems() && !rule.neverRedeem().containsAll(giveaways.terms().never())) {
            return Optional.of("points-rule.never-redeem");
        }
        return isTooGenerous(rule) ? Optional.of("points-rule.too-generous") : Optional.empty();
    }

    /**
     * A slip of a digit would give goods away: more than half of what was paid never comes back.
     */
    private static boolean isTooGenerous(PutRule rule) {
        BigDecimal backOfTwo =
                rule.perYuan().multiply(rule.worth().amount()).multiply(BigDecimal.TWO);
        return backOfTwo.compareTo(BigDecimal.valueOf(rule.step())) > 0;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PointsRule> inForce() {
        return rules.newest();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PointsRule> version(int version) {
        return rules.version(version);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<PointsRule> history(PageRequest page) {
        return rules.history(page);
    }
}
