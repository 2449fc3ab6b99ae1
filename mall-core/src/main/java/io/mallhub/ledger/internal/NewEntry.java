package io.mallhub.ledger.internal;

import io.mallhub.ledger.Receivables.EntryView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be appended.
 *
 * @param key unique per customer: what happened, once
 * @param amount positive: the customer owes more
 */
record NewEntry(
        CustomerId customer,
        String key,
        Kind kind,
        String document,
        Money amount,
        @Nullable LocalDate due,
        String reason,
        Actor by) {

    enum Kind {
        INVOICE,
        PAYMENT,
        REVERSAL,
        PAYMENT_REVERSAL,
        REPAYMENT
    }

    static String invoiceKey(String order) {
        return "order:" + order;
    }

    /** Of the part of an order that a payment brings. */
    static String invoiceKey(String order, String payment) {
        return "order:" + order + "/" + payment;
    }

    static String paymentKey(String key) {
        return "payment:" + key;
    }

    static boolean isCredit(String key) {
        return key.startsWith("credit:");
    }

    static String creditKey(String order, String creditNote) {
        return "credit:" + order + "/" + creditNote;
    }

    /** Due with the invoice it takes from, so that it lowers that debt and no other. */
    static NewEntry credit(
            CustomerId customer,
            String order,
            String creditNote,
            Money amount,
            @Nullable LocalDate due,
            String reason,
            Actor by) {
        return new NewEntry(
                customer,
                creditKey(order, creditNote),
                Kind.REVERSAL,
                creditNote,
                amount.negate(),
                due,
                reason,
                by);
    }

    static NewEntry invoice(
            CustomerId customer, String order, Money amount, LocalDate due, Actor by) {
        return new NewEntry(customer, invoiceKey(order), Kind.INVOICE, order, amount, due, "", by);
    }

    static NewEntry invoicePart(
            CustomerId customer,
            String order,
            String payment,
            Money amount,
            LocalDate due,
            Actor by) {
        return new NewEntry(
                customer, invoiceKey(order, payment), Kind.INVOICE, order, amount, due, "", by);
    }

    static NewEntry repayment(
            CustomerId customer, String key, Money amount, String document, Actor by) {
        return new NewEntry(
                customer, "repayment:" + key, Kind.REPAYMENT, document, amount, null, "", by);
    }

    static NewEntry payment(
            CustomerId customer, String key, Money amount, String document, Actor by) {
        return new NewEntry(
                customer, paymentKey(key), Kind.PAYMENT, document, amount.negate(), null, "", by);
    }

    /** Owed again as the payment settled it: nothing of it has a day of its own. */
    static NewEntry paymentReversal(
            CustomerId customer, String key, EntryView payment, String reason, Actor by) {
        return new NewEntry(
                customer,
                "reversal:" + paymentKey(key),
                Kind.PAYMENT_REVERSAL,
                payment.document(),
                payment.amount().negate(),
                null,
                reason,
                by);
    }

    static NewEntry reversal(
            CustomerId customer,
            String order,
            Money left,
            @Nullable LocalDate due,
            String reason,
            Actor by) {
        return new NewEntry(
                customer,
                "reversal:" + invoiceKey(order),
                Kind.REVERSAL,
                order,
                left.negate(),
                due,
                reason,
                by);
    }
}
