package io.mallhub.receipt;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;

/** Customers with a receivable account, and what each of them owes. */
public interface Debtors {
    /**
     * @param page sorted by name, balance, used, limit, free or overdue; the greatest overdue
     *     amount first when no order is asked for
     */
    Page<Debtor> page(DebtorQuery query, PageRequest page);

    /** What all of them owe together. */
    Totals totals();

    /**
     * @param text in name or number; empty means all
     */
    record DebtorQuery(String text, Only only) {
        public static final DebtorQuery ALL = new DebtorQuery("", Only.ALL);
    }

    /** Which of them. */
    enum Only {
        ALL,
        OWING,
        OVERDUE,
        OVER_LIMIT,
        OVERPAID
    }

    /**
     * @param balance what is posted and not paid; negative when more was paid
     * @param used balance and what open orders will use
     * @param free limit − used, may be negative
     */
    record Debtor(
            CustomerId customer,
            String number,
            String name,
            Money limit,
            Money balance,
            Money used,
            Money overdue,
            Money free) {}

    /**
     * @param toConfirm receipts that wait for another person
     * @param toTakeBack booked ones that another person has to agree to take back
     */
    record Totals(Money balance, Money overdue, long toConfirm, long toTakeBack) {}
}
