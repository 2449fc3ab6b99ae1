package io.mallhub.commission.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.commission.Payouts.ApprovalOutcome;
import io.mallhub.commission.Payouts.ApprovalOutcome.Refused;
import io.mallhub.commission.StatementState;
import io.mallhub.commission.StatementView.Approval;
import io.mallhub.commission.StatementView.Step;
import io.mallhub.commission.internal.StatementTable.Head;
import io.mallhub.shared.Actor;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may agree to a payout: staff, never on their own money, never twice. */
@Component
class PayoutApprovals {
    private final StatementTable statements;
    private final StatementLines lines;
    private final PayeeTable payees;
    private final LinkCheck links;
    private final AuditLog audit;
    private final Clock clock;

    PayoutApprovals(
            StatementTable statements,
            StatementLines lines,
            PayeeTable payees,
            LinkCheck links,
            AuditLog audit,
            Clock clock) {
        this.statements = statements;
        this.lines = lines;
        this.payees = payees;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    ApprovalOutcome decide(String number, Step step, boolean approved, String reason, Actor by) {
        Head statement = statements.lock(number);
        String login = by.id().toLowerCase(Locale.ROOT);
        Map<Step, String> deciders = lines.deciders(number);
        if (login.equals(deciders.get(step)) && decided(number, step) == approved) {
            return new ApprovalOutcome.Recorded(); // the same person again: a retry
        }
        Optional<Refused> refusal = refusal(statement, step, approved, by, login, deciders);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        lines.decide(number, step, approved, login, by.name(), reason, clock.instant());
        audit.record(
                new AuditEntry(
                        by,
                        approved ? "approve-payout" : "refuse-payout",
                        "commission-statement",
                        number,
                        reason,
                        Map.of("step", step.name())));
        return new ApprovalOutcome.Recorded();
    }

    private Optional<Refused> refusal(
            Head statement,
            Step step,
            boolean approved,
            Actor by,
            String login,
            Map<Step, String> deciders) {
        if (by.kind() != Actor.Kind.STAFF) {
            return refused("payout.not-staff");
        }
        if (statement.beneficiary().equals(login)) {
            return refused("payout.own");
        }
        if (statement.state() != StatementState.IN_APPROVAL) {
            return refused("payout.not-in-approval");
        }
        if (deciders.containsKey(step)) {
            return refused("payout.decided-already");
        }
        if (deciders.containsValue(login)) {
            return refused("payout.other-step");
        }
        if (step != Step.SALES && !deciders.containsKey(Step.SALES)) {
            return refused("payout.sales-first");
        }
        return approved && step != Step.SALES ? notPayable(statement) : Optional.empty();
    }

    private Optional<Refused> notPayable(Head statement) {
        if (payees.inForce(statement.beneficiary(), clock.instant()).isEmpty()) {
            return refused("payout.no-payee");
        }
        return links.isLinked(statement) ? refused("payout.linked") : Optional.empty();
    }

    private boolean decided(String number, Step step) {
        return lines.approvals(number).stream().anyMatch(it -> it.step() == step && it.approved());
    }

    /** Throws unless everybody who has to has agreed. */
    void mustBeComplete(Head statement) {
        Set<Step> needed = EnumSet.of(Step.SALES, Step.FINANCE);
        if (statement.secondNeeded()) {
            needed.add(Step.SECOND);
        }
        Set<Step> given = EnumSet.noneOf(Step.class);
        lines.approvals(statement.number()).stream()
                .filter(Approval::approved)
                .forEach(it -> given.add(it.step()));
        if (!given.containsAll(needed)) {
            throw new IllegalStateException(
                    statement.number() + " needs " + needed + ", has " + given);
        }
    }

    private static Optional<Refused> refused(String why) {
        return Optional.of(new Refused(why));
    }
}
