package io.mallhub.order.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.order.PaymentRule;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.prepaid.TopUpGate;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.CustomerLevels;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Reason;
import io.mallhub.shared.Viewer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoredPaymentMethods implements PaymentMethods, TopUpGate {
    private static final String RULE = "payment-rule";

    private final PaymentRuleTable rules;
    private final Customers customers;
    private final CustomerLevels levels;
    private final OnlinePayments online;
    private final OrderTransfers transfers;
    private final AuditLog audit;
    private final Clock clock;

    StoredPaymentMethods(
            PaymentRuleTable rules,
            Customers customers,
            CustomerLevels levels,
            OnlinePayments online,
            OrderTransfers transfers,
            AuditLog audit,
            Clock clock) {
        this.rules = rules;
        this.customers = customers;
        this.levels = levels;
        this.online = online;
        this.transfers = transfers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Set<PaymentMethod> offered() {
        Set<PaymentMethod> offered = EnumSet.allOf(PaymentMethod.class);
        offered.removeIf(method -> !isOffered(method));
        return offered;
    }

    private boolean isOffered(PaymentMethod method) {
        return switch (method) {
            case CREDIT, PREPAID -> true;
            case ONLINE -> online.isOffered();
            case TRANSFER -> transfers.isOffered();
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PaymentMethod> allowed(CustomerId customer) {
        return customers
                .customer(customer)
                .map(CustomerView::viewer)
                .map(this::allowed)
                .orElseGet(Set::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PaymentMethod> allowed(Viewer viewer) {
        Set<PaymentMethod> allowed = offered();
        rules.closest(viewer).ifPresent(rule -> allowed.retainAll(rule.methods()));
        return allowed;
    }

    /** As {@link #allowed(Viewer)} of one method; nothing is read for the others. */
    boolean allows(Viewer viewer, PaymentMethod method) {
        return isOffered(method)
                && rules.closest(viewer).map(rule -> rule.methods().contains(method)).orElse(true);
    }

    /** Who may not order from prepaid money tops none up. */
    @Override
    @Transactional(readOnly = true)
    public boolean mayTopUp(CustomerId customer) {
        return allowed(customer).contains(PaymentMethod.PREPAID);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PaymentRule> decisive(Viewer viewer) {
        return rules.closest(viewer);
    }

    @Override
    public Optional<String> put(
            Audience audience, Set<PaymentMethod> methods, String typed, Actor by) {
        String reason = Reason.of(typed);
        Optional<String> problem = problem(audience).or(() -> problem(reason, by));
        if (problem.isPresent()) {
            return problem;
        }
        Optional<PaymentRule> before = rules.lock(audience);
        if (before.isPresent() && before.get().methods().equals(methods)) {
            return Optional.of("payment-rule.unchanged");
        }
        before.ifPresent(rule -> rules.end(rule.id(), by, clock.instant()));
        rules.add(audience, methods, reason, by, clock.instant());
        audit("set-payment-methods", audience, PaymentRuleTable.text(methods), reason, by);
        return Optional.empty();
    }

    @Override
    public Optional<String> end(long id, String typed, Actor by) {
        String reason = Reason.of(typed);
        Optional<String> problem = problem(reason, by);
        if (problem.isPresent()) {
            return problem;
        }
        Optional<PaymentRule> ended = rules.end(id, by, clock.instant());
        ended.ifPresent(
                rule ->
                        audit(
                                "end-payment-methods",
                                rule.audience(),
                                PaymentRuleTable.text(rule.methods()),
                                reason,
                                by));
        return ended.isPresent() ? Optional.empty() : Optional.of("payment-rule.ended-already");
    }

    @Override
    @Transactional(readOnly = true)
    public Page<PaymentRule> page(RuleQuery query, PageRequest page) {
        return rules.page(query, page);
    }

    private Optional<String> problem(Audience audience) {
        if (!audience.isSomebody()) {
            return Optional.of("payment-rule.audience");
        }
        return audience.kind() == AudienceKind.LEVEL && !levels.isHeld(audience.of())
                ? Optional.of("payment-rule.level")
                : Optional.empty();
    }

    private static Optional<String> problem(String reason, Actor by) {
        return by.kind() == Actor.Kind.STAFF
                ? Reason.problem(RULE, reason)
                : Optional.of("payment-rule.not-staff");
    }

    private void audit(String action, Audience audience, String methods, String reason, Actor by) {
        audit.record(
                new AuditEntry(
                        by,
                        action,
                        RULE,
                        (audience.kind() + " " + audience.label()).strip(),
                        reason,
                        Map.of("methods", methods)));
    }
}
