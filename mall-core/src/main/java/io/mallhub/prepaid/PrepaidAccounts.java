package io.mallhub.prepaid;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What customers have paid in advance. Entries are never changed or deleted; a correction is a
 * reversal. Each entry carries the document it stems from and an idempotency key: the same key
 * again changes nothing. All that writes is serialised per customer and joins the caller's
 * transaction. Orders spend principal first and bonus after it; what comes back is divided as the
 * order was paid.
 */
public interface PrepaidAccounts {
    Balance balance(CustomerId customer);

    /**
     * Keeps money for an order: never more than is available, whatever other orders do at the same
     * time. Idempotent by order number.
     *
     * @throws IllegalStateException when the order's hold is of another amount or has ended
     */
    HoldOutcome hold(CustomerId customer, String orderNumber, Money amount);

    /**
     * Keeps this much for the order instead, divided anew; refused, its hold stays as it was.
     *
     * @throws IllegalStateException when its hold has ended or never was
     */
    HoldOutcome changeHold(CustomerId customer, String orderNumber, Money amount);

    /**
     * The order is taken: what is held for it is spent. Idempotent by order number.
     *
     * @throws IllegalStateException when another amount is held, or nothing
     */
    EntryView capture(CustomerId customer, String orderNumber, Money amount, Actor by);

    /**
     * Gives back whatever the order holds, or has captured and not been refunded. Idempotent; an
     * order that has no prepaid money is left alone.
     */
    void giveBack(CustomerId customer, String orderNumber, String reason, Actor by);

    /**
     * Gives back a part of what an order captured, for goods that came back. Idempotent by credit
     * note.
     *
     * @param amount more than 0; all refunds of an order together at most what it captured
     * @throws IllegalStateException when the order captured less, or nothing, or was given back, or
     *     the credit note is known with another amount
     */
    EntryView refund(
            CustomerId customer,
            String orderNumber,
            String creditNote,
            Money amount,
            String reason,
            Actor by);

    /** How {@link #refund} would divide it now; of an order that captured nothing, nothing. */
    PrepaidAmount foretell(CustomerId customer, String orderNumber, Money amount);

    /** Those of these orders whose money was captured, and not given back with the order's end. */
    Set<String> paidOf(CustomerId customer, Collection<String> orderNumbers);

    /** What is held for the order, or was captured for it; refunds leave it as it is. */
    Optional<PrepaidAmount> paidWith(String orderNumber);

    Page<EntryView> entries(CustomerId customer, PageRequest page);

    /** Money kept for orders that are not taken yet, newest first. */
    Page<HoldView> holds(CustomerId customer, PageRequest page);

    /**
     * Customers that ever topped up, the greatest balance first.
     *
     * @param name of the customer, by prefix; empty means all
     */
    Page<AccountRow> page(String name, PageRequest page);

    /**
     * Customers whose shown balances differ from the sums of their entries and holds: always empty,
     * or an alarm.
     */
    List<CustomerId> unproven();

    /**
     * @param balance all that is there
     * @param held the part of it that is kept for orders
     */
    record Balance(PrepaidAmount balance, PrepaidAmount held) {
        public PrepaidAmount available() {
            return balance.minus(held);
        }
    }

    sealed interface HoldOutcome {
        record Held(PrepaidAmount amount) implements HoldOutcome {}

        /** Nothing was changed. */
        record TooLow(Money wanted, Money available) implements HoldOutcome {}
    }

    /**
     * @param order whose money it is; null for top-ups
     * @param amount positive: the customer has more
     * @param note of a top-up the rule that gave the bonus, else the reason
     */
    record EntryView(
            long sequence,
            Kind kind,
            String document,
            @Nullable String order,
            PrepaidAmount amount,
            PrepaidAmount after,
            Instant at,
            String by,
            String note) {
        public enum Kind {
            TOP_UP,
            CAPTURE,
            REFUND,
            REVERSAL
        }
    }

    record HoldView(String order, PrepaidAmount amount, Instant since) {}

    record AccountRow(CustomerId customer, String customerName, Balance balance) {}
}
