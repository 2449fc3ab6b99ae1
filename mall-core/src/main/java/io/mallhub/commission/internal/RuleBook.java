package io.mallhub.commission.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.commission.CommissionRules;
import io.mallhub.commission.Rule;
import io.mallhub.commission.Rule.Kind;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RuleBook implements CommissionRules {
    private static final BigDecimal HIGHEST = new BigDecimal("0.5");

    private final RuleTable rules;
    private final DistributionRateTable distribution;
    private final AuditLog audit;
    private final Clock clock;

    RuleBook(RuleTable rules, DistributionRateTable distribution, AuditLog audit, Clock clock) {
        this.rules = rules;
        this.distribution = distribution;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Rule put(PutRule command) {
        must(!command.reason().isBlank(), "A rule needs a reason");
        must(!command.from().isBefore(MallTime.today(clock)), "No rule works backwards");
        must(
                command.until() == null || !command.until().isBefore(command.from()),
                "A rule ends after it begins");
        if (command.kind() == Kind.ACTIVATION) {
            must(
                    command.bonus() != null
                            && !command.bonus().isNegative()
                            && command.rate() == null,
                    "The activation of a customer earns a bonus of at least 0, and no rate");
        } else {
            must(
                    command.bonus() == null && isRate(command.rate()),
                    "A rate is between 0 and 0.5, with at most 6 decimals");
        }
        boolean distribution = command.kind() == Kind.DISTRIBUTION;
        must(
                distribution == (command.product() != null)
                        && (distribution
                                ? command.depth() == 1 || command.depth() == 2
                                : command.depth() == 0),
                "Distribution has a product and depth 1 or 2; nothing else has");
        Rule rule = rules.add(command, clock.instant());
        audit.record(
                new AuditEntry(
                        command.by(),
                        "put-commission-rule",
                        "commission-rule",
                        Long.toString(rule.id()),
                        command.reason(),
                        Map.of(
                                "kind", rule.kind().name(),
                                "value",
                                        String.valueOf(
                                                rule.rate() == null ? rule.bonus() : rule.rate()),
                                "from", rule.from().toString(),
                                "until", String.valueOf(rule.until()))));
        return rule;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Rule> inForce(
            Kind kind, @Nullable ProductId product, int depth, LocalDate orderedOn) {
        return rules.inForce(kind, product, depth, orderedOn);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Rule> inForce(LocalDate day) {
        return rules.inForce(day);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<ProductId> distributed(Collection<ProductId> products, LocalDate orderedOn) {
        return distribution.earning(products, orderedOn);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<DistributionRates> distributed(
            @Nullable Collection<ProductId> among,
            @Nullable Boolean earning,
            LocalDate day,
            PageRequest page) {
        return distribution.page(among, earning, day, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Rule> history(PageRequest page) {
        return rules.history(page);
    }

    private static boolean isRate(@Nullable BigDecimal rate) {
        return rate != null
                && rate.signum() >= 0
                && rate.compareTo(HIGHEST) <= 0
                && rate.stripTrailingZeros().scale() <= 6;
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
