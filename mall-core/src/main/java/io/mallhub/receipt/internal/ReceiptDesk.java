package io.mallhub.receipt.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.receipt.ReceiptAct;
import io.mallhub.receipt.ReceiptStep;
import io.mallhub.receipt.ReceiptView;
import io.mallhub.receipt.ReceiptView.State;
import io.mallhub.receipt.Receipts;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.transfer.BankTransfers;
import io.mallhub.transfer.BankTransfers.ClaimOutcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class ReceiptDesk implements Receipts {
    private static final String RECEIPT = "receipt";
    private static final String REVERSAL = "receipt-reversal";
    private static final Set<Role> FINANCE = Set.of(Role.FINANCE);

    private final ReceiptTable receipts;
    private final AnnouncementTable announced;
    private final ReceiptCheck check;
    private final BankTransfers transfers;
    private final OrderTransferBook orders;
    private final Customers customers;
    private final StandIns standIns;
    private final ReceiptNotices notices;
    private final AuditLog audit;
    private final Clock clock;

    ReceiptDesk(
            ReceiptTable receipts,
            AnnouncementTable announced,
            ReceiptCheck check,
            BankTransfers transfers,
            OrderTransferBook orders,
            Customers customers,
            StandIns standIns,
            ReceiptNotices notices,
            AuditLog audit,
            Clock clock) {
        this.receipts = receipts;
        this.announced = announced;
        this.check = check;
        this.transfers = transfers;
        this.orders = orders;
        this.customers = customers;
        this.standIns = standIns;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public RecordOutcome record(RecordReceipt command) {
        if (command.by().kind() != Actor.Kind.STAFF) {
            return new RecordOutcome.Refused("receipt.not-staff", "");
        }
        String reference = BankTransfers.spelled(command.bankReference());
        Optional<CustomerView> customer = customers.customer(command.customer());
        if (customer.isEmpty()) {
            return new RecordOutcome.Refused("receipt.unknown-customer", "");
        }
        Optional<ReceiptView> earlier = transfers.documentOf(reference).flatMap(receipts::find);
        if (earlier.isPresent()) {
            return known(command, earlier.get().number());
        }
        Optional<RecordOutcome.Refused> problem = check.problem(command, reference);
        if (problem.isPresent()) {
            return problem.get();
        }
        String number = receipts.nextNumber(clock.instant());
        return switch (transfers.claim(reference, number)) {
            case ClaimOutcome.Taken taken -> known(command, taken.document());
            case ClaimOutcome.Claimed _ ->
                    keep(number, command, customer.get().company().name(), reference);
        };
    }

    /** The transfer may stand for a top-up, too. */
    private RecordOutcome known(RecordReceipt command, String document) {
        return receipts.find(document)
                .filter(it -> it.customer().equals(command.customer()))
                .filter(it -> it.amount().equals(command.amount()))
                .<RecordOutcome>map(it -> new RecordOutcome.Recorded(it.number(), true))
                .orElseGet(() -> new RecordOutcome.Refused("receipt.reference-known", document));
    }

    private RecordOutcome keep(
            String number, RecordReceipt command, String customerName, String reference) {
        Eyes eyes = standIns.eyes(command.by(), FINANCE);
        receipts.add(number, command, customerName, reference, clock.instant());
        ReceiptView receipt = found(receipts.find(number), number);
        standIns.decided(eyes, RECEIPT, number, "record", true);
        audit(eyes, "record-receipt", receipt, receipt.note());
        notices.recorded(receipt, command.by());
        return new RecordOutcome.Recorded(number, false);
    }

    @Override
    public DecideOutcome confirm(String number, Actor by) {
        ReceiptView receipt = locked(number);
        if (receipt.state() == State.CONFIRMED && isBy(last(number, ReceiptStep.CONFIRMED), by)) {
            return new DecideOutcome.Done(); // the same person again: a retry
        }
        Eyes eyes = standIns.eyes(by, FINANCE);
        String recorder = last(number, ReceiptStep.RECORDED).map(ReceiptAct::login).orElse(null);
        if (isNotStaff(eyes)) {
            return refused(receipt, "confirm", eyes, "receipt.not-staff");
        }
        if (standIns.didBefore(eyes, recorder, RECEIPT, number, "record")) {
            return refused(receipt, "confirm", eyes, "receipt.recorder");
        }
        if (receipt.state() != State.RECORDED) {
            return new DecideOutcome.Refused("receipt.decided-already");
        }
        move(receipt, State.CONFIRMED, ReceiptStep.CONFIRMED, 0, "", by);
        orders.receive(receipt, by);
        standIns.decided(eyes, RECEIPT, number, "confirm", true);
        audit(eyes, "confirm-receipt", receipt, "");
        notices.booked(receipt);
        return new DecideOutcome.Done();
    }

    @Override
    public DecideOutcome discard(String number, String reason, Actor by) {
        ReceiptView receipt = locked(number);
        Eyes eyes = standIns.eyes(by, FINANCE);
        Optional<String> objection =
                objection(receipt, eyes, reason, State.RECORDED, "receipt.decided-already");
        if (objection.isPresent()) {
            return new DecideOutcome.Refused(objection.get());
        }
        move(receipt, State.DISCARDED, ReceiptStep.DISCARDED, 0, reason.strip(), by);
        transfers.release(number);
        announced.reopen(number);
        audit(eyes, "discard-receipt", receipt, reason.strip());
        return new DecideOutcome.Done();
    }

    @Override
    public DecideOutcome askReversal(String number, String reason, Actor by) {
        ReceiptView receipt = locked(number);
        Eyes eyes = standIns.eyes(by, FINANCE);
        Optional<String> objection =
                objection(receipt, eyes, reason, State.CONFIRMED, "receipt.not-booked");
        if (objection.isPresent()) {
            return new DecideOutcome.Refused(objection.get());
        }
        int request =
                1 + last(number, ReceiptStep.REVERSAL_ASKED).map(ReceiptAct::request).orElse(0);
        move(
                receipt,
                State.REVERSAL_ASKED,
                ReceiptStep.REVERSAL_ASKED,
                request,
                reason.strip(),
                by);
        standIns.decided(eyes, REVERSAL, number + "/" + request, "ask", true);
        audit(eyes, "ask-receipt-reversal", receipt, reason.strip());
        notices.reversalAsked(receipt, request, reason.strip(), by);
        return new DecideOutcome.Done();
    }

    @Override
    public DecideOutcome declineReversal(String number, Actor by) {
        ReceiptView receipt = locked(number);
        Eyes eyes = standIns.eyes(by, FINANCE);
        if (isNotStaff(eyes)) {
            return new DecideOutcome.Refused("receipt.not-staff");
        }
        Optional<ReceiptAct> asked = asked(receipt);
        if (asked.isEmpty()) {
            return new DecideOutcome.Refused("receipt.not-asked");
        }
        move(
                receipt,
                State.CONFIRMED,
                ReceiptStep.REVERSAL_DECLINED,
                asked.get().request(),
                "",
                by);
        audit(eyes, "decline-receipt-reversal", receipt, "");
        return new DecideOutcome.Done();
    }

    @Override
    public DecideOutcome reverse(String number, Actor by) {
        ReceiptView receipt = locked(number);
        if (receipt.state() == State.REVERSED && isBy(last(number, ReceiptStep.REVERSED), by)) {
            return new DecideOutcome.Done(); // the same person again: a retry
        }
        Optional<ReceiptAct> asked = asked(receipt);
        if (asked.isEmpty()) {
            return new DecideOutcome.Refused("receipt.not-asked");
        }
        Eyes eyes = standIns.eyes(by, FINANCE);
        if (isNotStaff(eyes)) {
            return refused(receipt, "reverse", eyes, "receipt.not-staff");
        }
        String subject = number + "/" + asked.get().request();
        if (standIns.didBefore(eyes, asked.get().login(), REVERSAL, subject, "ask")) {
            return refused(receipt, "reverse", eyes, "receipt.asker");
        }
        String reason = asked.get().reason();
        move(receipt, State.REVERSED, ReceiptStep.REVERSED, asked.get().request(), "", by);
        orders.takenBack(receipt, reason, by);
        transfers.release(number);
        announced.takenBack(number, reason);
        standIns.decided(eyes, REVERSAL, subject, "reverse", true);
        audit(eyes, "reverse-receipt", receipt, reason);
        notices.takenBack(receipt, reason);
        return new DecideOutcome.Done();
    }

    /** To what one person does alone, with a reason. */
    private static Optional<String> objection(
            ReceiptView receipt, Eyes eyes, String reason, State needed, String otherwise) {
        if (isNotStaff(eyes)) {
            return Optional.of("receipt.not-staff");
        }
        if (ReceiptCheck.isNoReason(reason)) {
            return Optional.of("receipt.reason-missing");
        }
        return receipt.state() == needed ? Optional.empty() : Optional.of(otherwise);
    }

    private void move(
            ReceiptView receipt, State to, ReceiptStep step, int request, String reason, Actor by) {
        receipts.move(receipt.number(), to, step, request, reason, by, clock.instant());
    }

    /** The request that waits. */
    private Optional<ReceiptAct> asked(ReceiptView receipt) {
        return receipt.state() == State.REVERSAL_ASKED
                ? last(receipt.number(), ReceiptStep.REVERSAL_ASKED)
                : Optional.empty();
    }

    private Optional<ReceiptAct> last(String number, ReceiptStep step) {
        return receipts.acts(number).stream()
                .filter(act -> act.step() == step)
                .reduce((earlier, later) -> later);
    }

    private static boolean isBy(Optional<ReceiptAct> act, Actor by) {
        return by.kind() == Actor.Kind.STAFF
                && act.filter(it -> it.login().equalsIgnoreCase(by.id())).isPresent();
    }

    private static boolean isNotStaff(Eyes eyes) {
        return eyes.person().kind() != Actor.Kind.STAFF;
    }

    private DecideOutcome refused(ReceiptView receipt, String part, Eyes eyes, String why) {
        Map<String, String> details = eyes.details(Map.of("part", part, "why", why));
        audit.record(
                new AuditEntry(
                        eyes.person(), "refuse-approval", RECEIPT, receipt.number(), "", details));
        return new DecideOutcome.Refused(why);
    }

    private void audit(Eyes eyes, String action, ReceiptView receipt, String reason) {
        Map<String, String> details =
                Map.of(
                        "customer", receipt.customerName(),
                        "amount", receipt.amount().toString(),
                        "reference", receipt.bankReference(),
                        "receivedOn", receipt.receivedOn().toString(),
                        "orders", String.join(", ", receipt.orders()));
        audit.record(
                new AuditEntry(
                        eyes.person(),
                        action,
                        RECEIPT,
                        receipt.number(),
                        reason,
                        eyes.details(details)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ReceiptView> find(String number) {
        return receipts.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReceiptAct> acts(String number) {
        return receipts.acts(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ReceiptView> page(
            @Nullable CustomerId customer, @Nullable State state, PageRequest page) {
        return receipts.page(customer, state, page);
    }

    private ReceiptView locked(String number) {
        return found(receipts.lock(number), number);
    }

    private static ReceiptView found(Optional<ReceiptView> receipt, String number) {
        return receipt.orElseThrow(() -> new IllegalArgumentException("No receipt " + number));
    }
}
