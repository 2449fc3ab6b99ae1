package io.mallhub.receipt;

import io.mallhub.receipt.HouseAccounts.HouseAccount;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders that are paid by bank transfer before they are sent. What is asked for waits here; what
 * comes is a receipt that names the order and that two people of finance have seen, in the ledger
 * of receivables as any other. An order is owed only as far as it is paid, so it uses no credit.
 * What writes joins the caller's transaction.
 */
public interface OrderTransfers {
    /** Whether an account to transfer to is set: without one no order can be paid by transfer. */
    boolean isOffered();

    /**
     * Asks for the money of an order from now until the term of the account is over. Idempotent by
     * order number.
     *
     * @throws IllegalStateException when it was opened with another amount, or nothing is offered
     */
    TransferView open(OpenTransfer command);

    /**
     * The time to pay is over: ends the wait, unless it is paid, the buyer may still announce
     * again, or something of it lies with finance, who is reminded then. Idempotent.
     *
     * @param reason a message key, or words of a person
     */
    CloseOutcome close(String order, String reason, Actor by);

    /**
     * The order has ended: nothing is waited for any more, what it was paid with is asked to be
     * paid back. Idempotent; an order without a transfer is left alone.
     */
    void giveBack(String order, String reason, Actor by);

    /**
     * A part of what the order was paid with is asked to be paid back. Idempotent by credit note.
     *
     * @throws IllegalStateException when less was paid, or nothing was asked for
     */
    void refund(String order, String creditNote, Money amount, String reason, Actor by);

    /**
     * What the customer's credit could pay of the order now, less what he is to be paid back and
     * what receipts brought that finance is about to take back; 0 where nothing is awaited.
     */
    Money usableCredit(String order);

    /**
     * So much of the customer's credit pays a part of the order, or all that is missing: by the
     * buyer's own choice alone. The transfer is asked for so much less. Should the order end, it is
     * given back as what a transfer brought.
     *
     * @param seen what was missing of the order when the buyer chose: the same wish sent twice
     *     counts once
     * @return empty, or a message key, and nothing was changed: transfer.credit-over (nothing is
     *     awaited), transfer.credit-changed (something else is missing by now),
     *     transfer.credit-amount (not more than 0, or more than is missing), transfer.credit-less
     *     (less is there now)
     */
    Optional<String> useCredit(String order, Money amount, Money seen, Actor by);

    Optional<TransferView> ofOrder(String order);

    /** What paid it, oldest first. */
    List<Part> parts(String order);

    /** A long list, newest first. Null means any. */
    Page<TransferView> page(
            @Nullable CustomerId customer, @Nullable TransferState state, PageRequest page);

    /**
     * Orders whose shown sums differ from those of their parts or from what the ledger posted for
     * them: always empty, or an alarm.
     */
    List<String> unproven();

    /**
     * @param amount more than 0
     */
    record OpenTransfer(
            String order, CustomerId customer, String customerName, Money amount, Actor by) {}

    enum TransferState {
        /** Asked for, not paid, or not wholly. */
        OPEN,
        PAID,
        /** Not paid, and not to be paid any more. What still comes stays the customer's. */
        CLOSED
    }

    /**
     * @param account where to, as it was when it was asked for
     * @param received what of it has come and was confirmed
     * @param graceUntil it waits until then at least, since finance declined what was announced;
     *     null where nothing was
     * @param announced something of it lies with finance: announced, or recorded and not confirmed
     */
    record TransferView(
            String order,
            CustomerId customer,
            String customerName,
            Money amount,
            TransferState state,
            HouseAccount account,
            Instant openedAt,
            Instant remindAt,
            Instant expiresAt,
            @Nullable Instant graceUntil,
            Money received,
            boolean announced,
            @Nullable Instant endedAt,
            String closeReason) {
        public Money missing() {
            return amount.minus(received);
        }

        /** Not paid by then, and nothing of it with finance, it is cancelled. */
        public Instant dueAt() {
            return graceUntil != null && graceUntil.isAfter(expiresAt) ? graceUntil : expiresAt;
        }

        public boolean isAwaited() {
            return state == TransferState.OPEN;
        }
    }

    /**
     * @param takenBackAt when its receipt was taken back; null while it stands
     */
    record Part(String receipt, Money amount, Instant at, @Nullable Instant takenBackAt) {}

    sealed interface CloseOutcome {
        record Closed() implements CloseOutcome {}

        record Paid() implements CloseOutcome {}

        /**
         * Nothing was changed: finance has to say first what became of a transfer.
         *
         * @param pace to be asked again after so long; no longer than the time of grace, so that
         *     nothing waits longer than the buyer was told
         */
        record WithFinance(Duration pace) implements CloseOutcome {}

        /** Nothing was changed: the buyer may announce again until then. */
        record InGrace(Instant until) implements CloseOutcome {}
    }
}
