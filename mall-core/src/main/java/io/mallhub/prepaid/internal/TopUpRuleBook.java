package io.mallhub.prepaid.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.prepaid.TopUpRule;
import io.mallhub.prepaid.TopUpRules;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TopUpRuleBook implements TopUpRules {
    private static final BigDecimal HIGHEST_PERCENT = new BigDecimal(50);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 500;

    private final TopUpRuleTable rules;
    private final AuditLog audit;
    private final Clock clock;

    TopUpRuleBook(TopUpRuleTable rules, AuditLog audit, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public PutOutcome put(PutRule command) {
        Optional<String> problem = problem(command);
        if (problem.isPresent()) {
            return new PutOutcome.Refused(problem.get());
        }
        TopUpRule rule = rules.add(command, clock.instant());
        audit.record(
                new AuditEntry(
                        command.by(),
                        "put-top-up-rule",
                        "top-up-rule",
                        Long.toString(rule.id()),
                        rule.reason(),
                        Map.of(
                                "name", rule.name(),
                                "terms", rule.terms(),
                                "from", rule.from().toString(),
                                "until", rule.until() == null ? "" : rule.until().toString())));
        return new PutOutcome.Put(rule);
    }

    private Optional<String> problem(PutRule rule) {
        LocalDate until = rule.until();
        if (rule.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("top-up-rule.not-staff");
        }
        if (rule.name().isBlank() || rule.name().strip().length() > LONGEST_NAME) {
            return Optional.of("top-up-rule.name");
        }
        if (rule.reason().isBlank() || rule.reason().strip().length() > LONGEST_REASON) {
            return Optional.of("top-up-rule.reason");
        }
        if (rule.threshold().compareTo(Money.ZERO) <= 0) {
            return Optional.of("top-up-rule.threshold");
        }
        if (rule.from().isBefore(MallTime.today(clock))) {
            return Optional.of("top-up-rule.backwards");
        }
        if (until != null && until.isBefore(rule.from())) {
            return Optional.of("top-up-rule.ends-first");
        }
        return Optional.ofNullable(problemOfBonus(rule));
    }

    private static @Nullable String problemOfBonus(PutRule rule) {
        Money bonus = rule.bonus();
        BigDecimal percent = rule.percent();
        if ((bonus == null) == (percent == null)) {
            return "top-up-rule.one-bonus";
        }
        if (bonus != null && (bonus.isNegative() || bonus.compareTo(rule.threshold()) > 0)) {
            return "top-up-rule.bonus";
        }
        if (percent != null
                && (percent.signum() < 0
                        || percent.compareTo(HIGHEST_PERCENT) > 0
                        || percent.stripTrailingZeros().scale() > 2)) {
            return "top-up-rule.percent";
        }
        return null;
    }

    @Override
    @Transactional(readOnly = true)
    public Bonus bonus(Money amount) {
        return TopUpBonus.of(rules.inForce(MallTime.today(clock)), amount);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TopUpRule> inForce(LocalDate day) {
        return rules.inForce(day);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<TopUpRule> history(PageRequest page) {
        return rules.history(page);
    }
}
