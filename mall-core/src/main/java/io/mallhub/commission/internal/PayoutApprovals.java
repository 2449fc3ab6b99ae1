package io.mallhub.commission.internal;

import io.mallhub.commission.Payouts;
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
    private final StatementTable statements;
    private final StatementLines lines;
    private final PayeeTable payees;
    private final LinkCheck links;
    private final PayoutHistory history;
    private final StandIns standIns;
    private final Clock clock;

    PayoutApprovals(
            StatementTable statements,
            StatementLines lines,
            PayeeTable payees,
            LinkCheck links,
            PayoutHistory history,
            StandIns standIns,
            Clock clock) {
        this.statements = statements;
        this.lines = lines;
        this.payees = payees;
        this.links = links;
        this.history = history;
        this.standIns = standIns;
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
        standIns.decided(eyes, PayoutHistory.PAYOUT, number, step.name(), approved);
        history.keep(
                number,
                eyes,
                approved ? "approve-payout" : "refuse-payout",
                reason,
                Map.of("step", step.name()));
        return new ApprovalOutcome.Recorded();
    }

    private Optional<Refused> refusal(
            Head statement, Step step, boolean approved, Eyes eyes, Map<Step, String> deciders) {
        PayoutEyes parts = history.of(statement);
        Optional<Refused> ofThePerson = parts.objectionTo(eyes).map(Refused::new);
        if (ofThePerson.isPresent()) {
            return ofThePerson;
        }
        if (statement.state() != StatementState.IN_APPROVAL) {
            return refused("payout.not-in-approval");
        }
        if (deciders.containsKey(step)) {
            return refused("payout.decided-already");
        }
        Optional<Refused> ofAnotherPart = parts.objectionToAnotherPart(eyes).map(Refused::new);
        if (ofAnotherPart.isPresent()) {
            return ofAnotherPart;
        }
        if (step != Step.SALES && !deciders.containsKey(Step.SALES)) {
            return refused("payout.sales-first");
        }
        return approved && step != Step.SALES ? notPayable(statement) : Optional.empty();
    }

    /**
     * Who tries what four eyes forbid is kept; the other refusals are only too early or too late.
     */
    private void keepAttempt(String number, Step step, Eyes eyes, Refused refused) {
        if (PayoutEyes.ATTEMPTS.contains(refused.why())) {
            history.keepAttempt(number, eyes, Map.of("step", step.name(), "why", refused.why()));
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

    /** By the sum alone: it was fixed when the dispute window closed. */
    boolean takeSecond(Head statement) {
        return PaymentFiles.payable(statement).compareTo(Payouts.SECOND_FROM) >= 0;
    }

    /** Throws unless everybody who has to has agreed. */
    void mustBeComplete(Head statement) {
        Set<Step> needed = EnumSet.of(Step.SALES, Step.FINANCE);
        if (statement.secondNeeded() || takeSecond(statement)) {
            needed.add(Step.SECOND);
        }
        Set<Step> given = EnumSet.noneOf(Step.class);
        lines.approvals(statement.number()).stream()
                .filter(Approval::approved)
                .forEach(it -> given.add(it.step()));
        if (!given.containsAll(needed)) {
            throw new IllegalStateException(
                    statement.number()
                            + " cannot be paid: it needs the approvals of "
                            + needed
                            + ", it has "
                            + given);
        }
    }

    private static Optional<Refused> refused(String why) {
        return Optional.of(new Refused(why));
    }
}
