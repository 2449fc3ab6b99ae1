package io.mallhub.receipt;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes back to customers by transfer. It is asked for by the end of an order, a return,
 * money that came too late, or a person; one person of finance says with which transfer it was
 * paid, another one confirms it, and only then it leaves the customer's account. Until then it is
 * the customer's credit, and finance may decide that it stays so. Through delegation too; who tries
 * alone is refused and kept in the audit log.
 */
public interface Repayments {
    /**
     * By a person, out of what the customer paid too much. Audited.
     *
     * @return as {@link #record}; further problems: repayment.amount, repayment.no-credit (detail:
     *     how much there is), repayment.unknown-customer
     */
    AskOutcome ask(CustomerId customer, Money amount, String reason, Actor by);

    /** It was paid. Nothing is booked yet. */
    Outcome record(RecordRepayment command);

    /** It was recorded wrongly: it is to be paid as before. Who recorded it may do that himself. */
    Outcome putBack(String number, String reason, Actor by);

    /** Books it in the ledger. Idempotent for the same person. */
    Outcome confirm(String number, Actor by);

    /** Not paid back: it stays the customer's credit. The customer is told why. */
    Outcome keep(String number, String reason, Actor by);

    Optional<RepaymentView> find(String number);

    /** Oldest first. */
    List<RepaymentView> ofOrder(String order);

    /** Newest first. Null means any. */
    Page<RepaymentView> page(
            @Nullable CustomerId customer, @Nullable RepaymentState state, PageRequest page);

    /**
     * @param bankReference of our transfer; spaces and case don't count
     * @param paidOn by the bank, not in the future
     * @param note to which account, for example; may be empty
     */
    record RecordRepayment(
            String number, String bankReference, LocalDate paidOn, String note, Actor by) {}

    enum RepaymentState {
        /** To be paid. */
        ASKED,
        /** Paid, as one person says. */
        RECORDED,
        /** Paid, and out of the customer's account. */
        BOOKED,
        /** The customer's credit. */
        KEPT
    }

    sealed interface AskOutcome {
        record Asked(String number) implements AskOutcome {}

        record Refused(String problem, String detail) implements AskOutcome {}
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        /**
         * Nothing was changed.
         *
         * @param problem message key: repayment.not-staff, repayment.recorder, repayment.not-open,
         *     repayment.not-recorded, repayment.reason-missing, repayment.reason-too-long,
         *     repayment.no-credit, receipt.reference, receipt.day, receipt.note-too-long,
         *     receipt.reference-known
         */
        record Refused(String problem, String detail) implements Outcome {}
    }

    /**
     * @param order whose money it is; empty for none
     * @param document why: the order, a credit note, a receipt
     * @param words why it is kept; empty otherwise
     */
    record RepaymentView(
            String number,
            CustomerId customer,
            String customerName,
            Money amount,
            String order,
            String document,
            String reason,
            RepaymentState state,
            String askedBy,
            Instant askedAt,
            String bankReference,
            @Nullable LocalDate paidOn,
            String note,
            @Nullable String recordedBy,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            String words) {
        public boolean isUnderWay() {
            return state == RepaymentState.ASKED || state == RepaymentState.RECORDED;
        }
    }
}
