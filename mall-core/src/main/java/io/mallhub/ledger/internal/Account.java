package io.mallhub.ledger.internal;

import io.mallhub.ledger.Receivables.CreditPosition;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;

/** What the account row of a customer says. */
record Account(
        CustomerId customer,
        Money limit,
        int termDays,
        Money balance,
        Money committed,
        Money overdue) {

    /** A customer nobody has given credit yet. */
    static Account none(CustomerId customer) {
        return new Account(customer, Money.ZERO, 0, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    CreditPosition position() {
        return new CreditPosition(
                customer,
                limit,
                balance,
                committed,
                overdue,
                limit.minus(balance).minus(committed),
                termDays);
    }
}
