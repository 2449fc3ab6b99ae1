package io.mallhub.commission;

import io.mallhub.commission.StatementView.Step;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way from a published statement to money in an account; every step by somebody else. */
public interface Payouts {
    /**
     * The dispute window is over: what is not held becomes payable. Nothing or less ends the
     * statement as NOTHING_DUE, its lines go to a later one. Idempotent.
     */
    Money closeWindow(String number);

    /** From here on a second finance person has to agree, whatever the process decides. */
    Money SECOND_FROM = Money.of("20000.00");

    /**
     * Keeps that a second finance person has to agree. The caller may ask for one below {@link
     * #SECOND_FROM}, too; he never does away with one. Idempotent.
     */
    void requestApprovals(String number, boolean secondNeeded);

    /** One decision of one step; nobody decides two of them, nor on their own money. */
    ApprovalOutcome decide(String number, Step step, boolean approved, String reason, Actor by);

    /**
     * All needed approvals are in. Idempotent.
     *
     * @throws IllegalStateException unless different people have agreed to all its steps
     */
    void approve(String number);

    /**
     * Ends as WITHDRAWN; the lines go to a later statement. Idempotent.
     *
     * @throws IllegalStateException once money moves, or while the ERP may have the voucher
     */
    void withdraw(String number, String reason, Actor by);

    /** What the ERP is to book; read by the route. */
    Optional<VoucherOrder> voucher(String number);

    /** Commits the intent and leases it, as sending an order does. */
    Sending startVoucher(String number);

    void recordVoucherNotSent(String number, String detail);

    void recordVoucherUnknown(String number, String detail);

    /**
     * The ERP has it. Idempotent; another number, or a payout that nobody has approved, is an
     * {@link IllegalStateException}.
     */
    void recordVoucherPosted(String number, String erpNumber, Instant erpTime);

    /**
     * Puts what waits to be paid into one file. Empty when nothing waits; a statement without an
     * account in force, or linked to a buyer of its lines, waits on.
     */
    Optional<PaymentFile> createFile(YearMonth month, Actor by);

    Optional<PaymentFile> file(String number);

    List<PaymentFile> files(YearMonth month);

    /**
     * The bank paid: the ledger is debited, once.
     *
     * @param bankReference at most 100 characters
     */
    ResultOutcome recordPaid(String number, String bankReference, LocalDate on, Actor by);

    /** The bank did not pay: the statement waits for another file. Nobody says so of his own. */
    ResultOutcome recordFailed(String number, String words, Actor by);

    /** Tells the beneficiary of the payment; publishes {@link CommissionPaid} once. */
    void announcePaid(String number);

    /**
     * @param month what it is for
     * @param amount gross, positive
     */
    record VoucherOrder(
            String number, YearMonth month, String beneficiary, String name, Money amount) {}

    sealed interface Sending {
        /**
         * @param probeFirst an earlier attempt may have reached the ERP: ask it first
         */
        record Granted(boolean probeFirst) implements Sending {}

        record InFlight(Instant until) implements Sending {}

        record AlreadyPosted(String erpNumber) implements Sending {}
    }

    sealed interface ApprovalOutcome {
        record Recorded() implements ApprovalOutcome {}

        /**
         * @param why message key: payout.own, payout.other-step, payout.cleared-link,
         *     payout.resolved-dispute, payout.decided-already, payout.not-staff, payout.no-payee,
         *     payout.linked, payout.not-in-approval, payout.sales-first
         */
        record Refused(String why) implements ApprovalOutcome {}
    }

    sealed interface ResultOutcome {
        record Recorded() implements ResultOutcome {}

        /**
         * @param why message key: payout.not-in-file, payout.own, payout.reference-missing
         */
        record Refused(String why) implements ResultOutcome {}
    }

    record PaymentFile(
            String number, YearMonth month, Money total, String by, Instant at, List<Item> items) {
        public PaymentFile {
            items = List.copyOf(items);
        }

        public record Item(
                String statement,
                StatementState state,
                Payee payee,
                Money amount,
                @Nullable String bankReference) {}
    }
}
