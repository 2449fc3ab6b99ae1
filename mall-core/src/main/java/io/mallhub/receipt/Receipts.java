package io.mallhub.receipt;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money that customers paid of what they owe. One person records it, another one confirms it, and
 * only then the ledger knows it; to take it back afterwards one person asks and another one does
 * it. Through delegation too; who tries alone is refused and kept in the audit log.
 */
public interface Receipts {
    /** Nothing is booked yet. Idempotent by bank reference. */
    RecordOutcome record(RecordReceipt command);

    /**
     * Books it in the ledger, which publishes {@link io.mallhub.ledger.PaymentReceived}. Idempotent
     * for the same person.
     */
    DecideOutcome confirm(String number, Actor by);

    /** It was recorded wrongly: nothing is booked. Who recorded it may do that himself. */
    DecideOutcome discard(String number, String reason, Actor by);

    /** A booked one is to be taken back. Nothing is booked yet. */
    DecideOutcome askReversal(String number, String reason, Actor by);

    /** Not taken back after all. Who asked may do that himself. */
    DecideOutcome declineReversal(String number, Actor by);

    /**
     * Takes back what was asked for: the customer owes it again. Idempotent for the same person.
     */
    DecideOutcome reverse(String number, Actor by);

    Optional<ReceiptView> find(String number);

    /** Everything that was done about it, oldest first. */
    List<ReceiptAct> acts(String number);

    /** Newest first. Null means any. */
    Page<ReceiptView> page(
            @Nullable CustomerId customer, ReceiptView.@Nullable State state, PageRequest page);

    /**
     * @param bankReference of the transfer; spaces and case don't count
     * @param receivedOn by the bank, not in the future
     * @param note for the one who confirms, may be empty
     * @param orders which it settles first; empty: what falls due first
     */
    record RecordReceipt(
            CustomerId customer,
            Money amount,
            String bankReference,
            LocalDate receivedOn,
            String note,
            List<String> orders,
            Actor by) {
        public RecordReceipt {
            orders = List.copyOf(orders);
        }
    }

    sealed interface RecordOutcome {
        /**
         * @param repeated this reference of this customer and amount was recorded before
         */
        record Recorded(String number, boolean repeated) implements RecordOutcome {}

        /**
         * Nothing was kept.
         *
         * @param problem message key: receipt.not-staff, receipt.unknown-customer, receipt.amount,
         *     receipt.reference, receipt.day, receipt.note-too-long, receipt.orders-too-many,
         *     receipt.order-not-open (detail: the orders), receipt.reference-known (detail: the
         *     receipt or top-up that has it)
         */
        record Refused(String problem, String detail) implements RecordOutcome {}
    }

    sealed interface DecideOutcome {
        record Done() implements DecideOutcome {}

        /**
         * @param why message key: receipt.not-staff, receipt.recorder, receipt.asker,
         *     receipt.decided-already, receipt.not-booked, receipt.not-asked,
         *     receipt.reason-missing
         */
        record Refused(String why) implements DecideOutcome {}
    }
}
