package io.mallhub.ledger;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What customers owe, as it is shown to them: the entries of a period between two balances, and
 * which order is settled by how much. A payment that is meant for certain orders settles those; the
 * rest of all payments settles what falls due first.
 */
public interface AccountStatements {
    /** What is owed before the period and after it, and what moved it. */
    Summary summary(CustomerId customer, Period period);

    /** Oldest first. */
    Page<Line> lines(CustomerId customer, Period period, PageRequest page);

    /** Orders that are not settled yet, what falls due first first. */
    Page<OrderDebt> open(CustomerId customer, PageRequest page);

    /**
     * Days in the mall's time zone, both included; null has no end there. A period that ends before
     * it begins is empty.
     */
    record Period(@Nullable LocalDate from, @Nullable LocalDate until) {
        public static final Period ALL = new Period(null, null);

        /** Included. */
        public Instant start() {
            return from == null ? Instant.EPOCH : MallTime.startOf(from);
        }

        /** Not included. */
        public Instant end() {
            LocalDate last = until == null ? LocalDate.of(9998, 12, 31) : until;
            Instant end = MallTime.startOf(last.plusDays(1));
            return end.isBefore(start()) ? start() : end;
        }
    }

    /** {@code opening + added − taken = closing}. */
    record Summary(Money opening, Money added, Money taken, Money closing) {}

    /**
     * @param document order, credit note or receipt
     * @param order it is about; null for payments
     * @param amount positive: the customer owes more
     * @param debt of an invoice: how its order stands today
     */
    record Line(
            long sequence,
            EntryKind kind,
            String document,
            @Nullable String order,
            Money amount,
            Money balanceAfter,
            @Nullable LocalDate due,
            Instant at,
            String reason,
            @Nullable OrderDebt debt) {}

    enum EntryKind {
        INVOICE,
        /** Goods came back. */
        CREDIT,
        /** The order ended early. */
        CANCELLED,
        PAYMENT,
        PAYMENT_REVERSAL,
        /** Money that went back to the customer. */
        REPAYMENT
    }

    /**
     * @param owed what was invoiced less what was credited
     * @param meant the part of what is settled that was meant for this order
     */
    record OrderDebt(
            String order, LocalDate due, Money owed, Money settled, Money meant, boolean overdue) {
        public Money open() {
            return owed.minus(settled);
        }
    }
}
