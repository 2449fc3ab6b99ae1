package io.mallhub.ledger;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What customers owe. Entries are never changed or deleted; a correction is a reversal. Each entry
 * carries the document it stems from and an idempotency key: the same key again changes nothing and
 * gives the first entry.
 */
public interface Receivables {
    /** Credit limit, what is used of it (posted and open), and what is overdue today. */
    CreditPosition position(CustomerId customer);

    /**
     * Reserves credit for an order at submit, serialised per customer: two orders at once never
     * both see the same free credit. Over the limit is not refused here: it is told, for the
     * approval process.
     */
    CreditPosition commit(CustomerId customer, String orderNumber, Money amount);

    /**
     * What the order reserves from now on, as {@link #commit}.
     *
     * @throws IllegalStateException when its commitment has ended or never was
     */
    CreditPosition recommit(CustomerId customer, String orderNumber, Money amount);

    /**
     * Turns the commitment into a receivable when the order is taken. Idempotent by order number.
     */
    EntryView post(
            CustomerId customer,
            String orderNumber,
            Money amount,
            @Nullable LocalDate due,
            Actor by);

    /**
     * Posts a part of an order that is paid before it is taken to be owed, together with the
     * payment that brings it: {@link #receivePayment} follows in the same transaction and is meant
     * for it. So such an order uses no credit. Idempotent by order and payment.
     *
     * @param payment key of the payment
     */
    EntryView postPaid(
            CustomerId customer, String orderNumber, String payment, Money amount, Actor by);

    /** What of payments is meant for the order now. */
    Money meantFor(CustomerId customer, String orderNumber);

    /** What of all payments is meant for no order and was not paid back. */
    Money freeOf(CustomerId customer);

    /**
     * What the customer has beyond all that it owes and what its orders on credit need: of what is
     * {@link #freeOf free} that no debt takes. Never negative.
     */
    Money creditOf(CustomerId customer);

    /**
     * Credit pays a part of an order that is paid before it is taken to be owed: the part is posted
     * as by {@link #postPaid}, out of payments received before, the oldest first, each meant for it
     * from now on; however often. All or nothing. Joins the caller's transaction.
     *
     * @param amount more than 0
     * @param kept of the credit, that is not there for this; asked when nobody else changes the
     *     account any more
     * @return how much of which payment, together the amount; empty when less is there, and nothing
     *     was changed
     */
    List<FromCredit> payFromCredit(
            CustomerId customer, String orderNumber, Money amount, Supplier<Money> kept, Actor by);

    /**
     * @param payment key it was received under
     */
    record FromCredit(String payment, Money amount) {}

    /**
     * Money goes back to the customer out of what is {@link #freeOf free}. Idempotent by key.
     *
     * @return empty when less is free; nothing was changed
     */
    Optional<EntryView> repay(
            CustomerId customer, String key, Money amount, String document, Actor by);

    /** Takes back whatever the order committed, or posted and was not credited. Idempotent. */
    void reverse(CustomerId customer, String orderNumber, String reason, Actor by);

    /**
     * Takes back a part of what an order posted, for goods that came back. Idempotent by credit
     * note.
     *
     * @param amount more than 0; all credits of an order together at most what it posted
     * @throws IllegalStateException when the order posted less, or nothing, or was reversed
     */
    EntryView credit(
            CustomerId customer,
            String orderNumber,
            String creditNote,
            Money amount,
            String reason,
            Actor by);

    /** As below, meant for no order in particular. */
    EntryView receivePayment(
            CustomerId customer, String key, Money amount, String document, Actor by);

    /**
     * Publishes {@link PaymentReceived}. Idempotent by key.
     *
     * @param key idempotency key of the payment, such as the number of its receipt
     * @param meantFor orders it settles first, in this order, as far as they owe something; what is
     *     left of it settles what falls due first
     */
    EntryView receivePayment(
            CustomerId customer,
            String key,
            Money amount,
            String document,
            List<String> meantFor,
            Actor by);

    /**
     * Takes a payment back, whole: the customer owes it again. Idempotent by key.
     *
     * @throws IllegalStateException when no such payment was received
     */
    EntryView reversePayment(CustomerId customer, String key, String reason, Actor by);

    /**
     * Those of these orders that payments have settled: payments meant for them, and of the others
     * what falls due first.
     */
    Set<String> paidOf(CustomerId customer, Collection<String> orderNumbers);

    /** Those of these orders that are invoiced and not settled yet. */
    Set<String> openOf(CustomerId customer, Collection<String> orderNumbers);

    void setCredit(CustomerId customer, Money limit, int termDays, Actor by);

    Page<EntryView> statement(CustomerId customer, PageRequest page);

    /**
     * Customers whose shown balance differs from the sum of their entries, or of whom more is meant
     * for orders than was paid or is owed: always empty, or an alarm.
     */
    List<CustomerId> unproven();

    /**
     * @param committed orders submitted but not yet posted
     * @param free limit − balance − committed, may be negative
     */
    record CreditPosition(
            CustomerId customer,
            Money limit,
            Money balance,
            Money committed,
            Money overdue,
            Money free,
            int termDays) {
        public boolean isExceeded() {
            return free.isNegative();
        }
    }

    /**
     * @param amount positive: the customer owes more
     */
    record EntryView(
            long sequence,
            String kind,
            String document,
            Money amount,
            Money balanceAfter,
            @Nullable LocalDate due,
            Instant at,
            String by) {}
}
