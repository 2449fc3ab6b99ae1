package io.mallhub.commission.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.commission.Payouts.ApprovalOutcome;
import io.mallhub.commission.Payouts.ApprovalOutcome.Refused;
import io.mallhub.commission.StatementState;
import io.mallhub.commission.StatementView.Approval;
import io.mallhub.commission.StatementView.Step;
import io.mallhub.commission.internal.StatementTable.Head;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.shared.Actor;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may agree to a payout: staff, never on their own money, never twice. Whoever stands in for
 * another is that other, too.
 */
@Component
class PayoutApprovals {
    private static final String PAYOUT = "payout";
    private static final Set<String> FOUR_EYES =
            Set.of("payout.not-staff", "payout.own", "payout.other-step");

    private final StatementTable statements;
    private final StatementLines lines;
    private final PayeeTable payees;
    private final LinkCheck links;
    private final StandIns standIns;
    private final AuditLog audit;
    private final Clock clock;

    PayoutApprovals(
            StatementTable statements,
            StatementLines lines,
            PayeeTable payees,
            LinkCheck links,
            StandIns standIns,
            AuditLog audit,
            Clock clock) {
        this.statements = statements;
        this.lines = lines;
        this.payees = payees;
        this.links = links;
        this.standIns = standIns;
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
        Eyes eyes = standIns.eyes(by, Set.of(step == Step.SALES ? Role.SALES : Role.FINANCE));
        Optional<Refused> refusal = refusal(statement, step, approved, eyes, deciders);
        if (refusal.isPresent()) {
            keepAttempt(number, step, eyes, refusal.get());
            return refusal.get();
        }
        lines.decide(number, step, approved, login, by.name(), reason, clock.instant());
        standIns.decided(eyes, PAYOUT, number, step.name(), approved);
        audit.record(
                new AuditEntry(
                        by,
                        approved ? "approve-payout" : "refuse-payout",
                        "commission-statement",
                        number,
                        reason,
                        eyes.details(Map.of("step", step.name()))));
        return new ApprovalOutcome.Recorded();
    }

    private Optional<Refused> refusal(
            Head statement, Step step, boolean approved, Eyes eyes, Map<Step, String> deciders) {
        if (eyes.person().kind() != Actor.Kind.STAFF) {
            return refused("payout.not-staff");
        }
        if (eyes.includeStaff(statement.beneficiary())) {
            return refused("payout.own");
        }
        if (statement.state() != StatementState.IN_APPROVAL) {
            return refused("payout.not-in-approval");
        }
        if (deciders.containsKey(step)) {
            return refused("payout.decided-already");
        }
        if (decidedAnotherStep(statement.number(), eyes, deciders)) {
            return refused("payout.other-step");
        }
        if (step != Step.SALES && !deciders.containsKey(Step.SALES)) {
            return refused("payout.sales-first");
        }
        return approved && step != Step.SALES ? notPayable(statement) : Optional.empty();
    }

    private boolean decidedAnotherStep(String number, Eyes eyes, Map<Step, String> deciders) {
        return deciders.values().stream().anyMatch(eyes::includeStaff)
                || eyes.haveDecided(standIns.of(PAYOUT, number), any -> true);
    }

    /**
     * Who tries what four eyes forbid is kept; the other refusals are only too early or too late.
     */
    private void keepAttempt(String number, Step step, Eyes eyes, Refused refused) {
        if (FOUR_EYES.contains(refused.why())) {
            audit.record(
                    new AuditEntry(
                            eyes.person(),
                            "refuse-approval",
                            "commission-statement",
                            number,
                            "",
                            eyes.details(Map.of("step", step.name(), "why", refused.why()))));
        }
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
