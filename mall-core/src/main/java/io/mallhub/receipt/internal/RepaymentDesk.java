package io.mallhub.receipt.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.ledger.Receivables;
import io.mallhub.receipt.RepaymentEnded;
import io.mallhub.receipt.Repayments;
import io.mallhub.receipt.internal.RepaymentTable.NewRepayment;
import io.mallhub.receipt.internal.RepaymentTable.Row;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Reason;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.transfer.BankTransfers;
import io.mallhub.transfer.BankTransfers.ClaimOutcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class RepaymentDesk implements Repayments {
    private static final String REPAYMENT = "repayment";
    private static final String RECORD = "record";
    private static final Set<Role> FINANCE = Set.of(Role.FINANCE);

    private final RepaymentTable repayments;
    private final ReceiptCheck check;
    private final BankTransfers transfers;
    private final Receivables receivables;
    private final Customers customers;
    private final StandIns standIns;
    private final ReceiptNotices notices;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RepaymentDesk(
            RepaymentTable repayments,
            ReceiptCheck check,
            BankTransfers transfers,
            Receivables receivables,
            Customers customers,
            StandIns standIns,
            ReceiptNotices notices,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repayments = repayments;
        this.check = check;
        this.transfers = transfers;
        this.receivables = receivables;
        this.customers = customers;
        this.standIns = standIns;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public AskOutcome ask(CustomerId customer, Money amount, String typed, Actor by) {
        String reason = Reason.of(typed);
        if (by.kind() != Actor.Kind.STAFF) {
            return new AskOutcome.Refused("repayment.not-staff", "");
        }
        Optional<String> problem = Reason.problem(REPAYMENT, reason);
        if (problem.isPresent()) {
            return new AskOutcome.Refused(problem.get(), "");
        }
        if (amount.compareTo(Money.ZERO) <= 0) {
            return new AskOutcome.Refused("repayment.amount", amount.toString());
        }
        Optional<CustomerView> known = customers.customer(customer);
        if (known.isEmpty()) {
            return new AskOutcome.Refused("repayment.unknown-customer", "");
        }
        Money credit = creditOf(customer);
        if (amount.compareTo(credit) > 0) {
            return new AskOutcome.Refused("repayment.no-credit", credit.toString());
        }
        NewRepayment asked =
                new NewRepayment(
                        customer, known.get().company().name(), amount, "", "", reason, by.name());
        String number = repayments.add(asked, clock.instant()).orElseThrow();
        RepaymentView view = repayments.find(number).orElseThrow();
        audit(standIns.eyes(by, FINANCE), "ask-repayment", view, reason);
        notices.repaymentAsked(view);
        return new AskOutcome.Asked(number);
    }

    /** What it paid beyond all it owes. */
    private Money creditOf(CustomerId customer) {
        Money beyond = receivables.position(customer).balance().negate();
        Money free = receivables.freeOf(customer);
        Money credit = free.compareTo(beyond) < 0 ? free : beyond;
        return credit.isNegative() ? Money.ZERO : credit;
    }

    @Override
    public Outcome record(RecordRepayment command) {
        Row row = locked(command.number());
        RepaymentView view = row.view();
        if (command.by().kind() != Actor.Kind.STAFF) {
            return new Outcome.Refused("repayment.not-staff", "");
        }
        String reference = BankTransfers.spelled(command.bankReference());
        if (view.state() == RepaymentState.RECORDED && view.bankReference().equals(reference)) {
            return new Outcome.Done(); // sent twice
        }
        if (view.state() != RepaymentState.ASKED) {
            return new Outcome.Refused("repayment.not-open", "");
        }
        Optional<String> problem =
                check.ofTransfer(view.amount(), reference, command.paidOn(), command.note());
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get(), "");
        }
        Money free = receivables.freeOf(view.customer());
        if (free.compareTo(view.amount()) < 0) {
            return new Outcome.Refused("repayment.no-credit", free.toString());
        }
        String claim = view.number() + "/" + (row.attempts() + 1);
        if (transfers.claim(reference, claim) instanceof ClaimOutcome.Taken taken) {
            return new Outcome.Refused("receipt.reference-known", taken.document());
        }
        Eyes eyes = standIns.eyes(command.by(), FINANCE);
        repayments.record(command, reference, clock.instant());
        RepaymentView recorded = repayments.find(view.number()).orElseThrow();
        standIns.decided(eyes, REPAYMENT, view.number(), RECORD, true);
        audit(eyes, "record-repayment", recorded, recorded.note());
        notices.repaymentRecorded(recorded, command.by());
        return new Outcome.Done();
    }

    @Override
    public Outcome putBack(String number, String typed, Actor by) {
        String reason = Reason.of(typed);
        Row row = locked(number);
        Optional<String> problem = problem(by, reason);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get(), "");
        }
        if (row.view().state() != RepaymentState.RECORDED) {
            return new Outcome.Refused("repayment.not-recorded", "");
        }
        repayments.putBack(number);
        transfers.release(row.claim());
        standIns.withdraw(REPAYMENT, number);
        audit(standIns.eyes(by, FINANCE), "put-back-repayment", row.view(), reason);
        return new Outcome.Done();
    }

    @Override
    public Outcome confirm(String number, Actor by) {
        Row row = locked(number);
        RepaymentView view = row.view();
        if (view.state() == RepaymentState.BOOKED
                && by.kind() == Actor.Kind.STAFF
                && row.decider().equalsIgnoreCase(by.id())) {
            return new Outcome.Done(); // the same person again: a retry
        }
        Eyes eyes = standIns.eyes(by, FINANCE);
        if (by.kind() != Actor.Kind.STAFF) {
            return refused(view, eyes, "repayment.not-staff");
        }
        if (view.state() != RepaymentState.RECORDED) {
            return new Outcome.Refused("repayment.not-recorded", "");
        }
        if (standIns.didBefore(eyes, row.recorder(), REPAYMENT, number, RECORD)) {
            return refused(view, eyes, "repayment.recorder");
        }
        if (receivables.repay(view.customer(), number, view.amount(), number, by).isEmpty()) {
            Money free = receivables.freeOf(view.customer());
            return new Outcome.Refused("repayment.no-credit", free.toString());
        }
        repayments.decide(number, RepaymentState.BOOKED, "", by, clock.instant());
        standIns.decided(eyes, REPAYMENT, number, "confirm", true);
        audit(eyes, "confirm-repayment", view, "");
        events.publishEvent(new RepaymentEnded(number, view.order(), view.amount(), false));
        notices.repaid(view);
        return new Outcome.Done();
    }

    @Override
    public Outcome keep(String number, String typed, Actor by) {
        String reason = Reason.of(typed);
        RepaymentView view = locked(number).view();
        Optional<String> problem = problem(by, reason);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get(), "");
        }
        if (view.state() != RepaymentState.ASKED) {
            return new Outcome.Refused("repayment.not-open", "");
        }
        repayments.decide(number, RepaymentState.KEPT, reason, by, clock.instant());
        audit(standIns.eyes(by, FINANCE), "keep-repayment", view, reason);
        events.publishEvent(new RepaymentEnded(number, view.order(), view.amount(), true));
        notices.kept(view, reason);
        return new Outcome.Done();
    }

    private static Optional<String> problem(Actor by, String reason) {
        return by.kind() == Actor.Kind.STAFF
                ? Reason.problem(REPAYMENT, reason)
                : Optional.of("repayment.not-staff");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RepaymentView> find(String number) {
        return repayments.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RepaymentView> ofOrder(String order) {
        return repayments.ofOrder(order);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RepaymentView> page(
            @Nullable CustomerId customer, @Nullable RepaymentState state, PageRequest page) {
        return repayments.page(customer, state, page);
    }

    private Row locked(String number) {
        return repayments
                .lock(number)
                .orElseThrow(() -> new IllegalArgumentException("No repayment " + number));
    }

    private Outcome refused(RepaymentView view, Eyes eyes, String why) {
        audit.record(
                new AuditEntry(
                        eyes.person(),
                        "refuse-approval",
                        REPAYMENT,
                        view.number(),
                        "",
                        eyes.details(Map.of("part", "confirm", "why", why))));
        return new Outcome.Refused(why, "");
    }

    private void audit(Eyes eyes, String action, RepaymentView view, String reason) {
        Map<String, String> details =
                Map.of(
                        "customer", view.customerName(),
                        "amount", view.amount().toString(),
                        "order", view.order(),
                        "document", view.document(),
                        "reference", view.bankReference());
        audit.record(
                new AuditEntry(
                        eyes.person(),
                        action,
                        REPAYMENT,
                        view.number(),
                        reason,
                        eyes.details(details)));
    }
}
