package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.PrepaidAccounts.EntryView.Kind;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be appended.
 *
 * @param key unique per customer: what happened, once
 * @param amount positive: the customer has more
 */
record NewEntry(
        CustomerId customer,
        String key,
        Kind kind,
        String document,
        @Nullable String order,
        PrepaidAmount amount,
        String note,
        Actor by) {

    static String captureKey(String order) {
        return "capture:" + order;
    }

    static String refundKey(String order, String creditNote) {
        return "refund:" + order + "/" + creditNote;
    }

    static NewEntry topUp(
            CustomerId customer, String topUp, PrepaidAmount amount, String rule, Actor by) {
        return new NewEntry(
                customer, "top-up:" + topUp, Kind.TOP_UP, topUp, null, amount, rule, by);
    }

    static NewEntry topUpReversal(
            CustomerId customer, String topUp, PrepaidAmount amount, String reason, Actor by) {
        return new NewEntry(
                customer,
                "reversal:top-up:" + topUp,
                Kind.REVERSAL,
                topUp,
                null,
                amount.negate(),
                reason,
                by);
    }

    static NewEntry capture(CustomerId customer, String order, PrepaidAmount amount, Actor by) {
        return new NewEntry(
                customer, captureKey(order), Kind.CAPTURE, order, order, amount.negate(), "", by);
    }

    static NewEntry captureReversal(
            CustomerId customer, String order, PrepaidAmount left, String reason, Actor by) {
        return new NewEntry(
                customer,
                "reversal:" + captureKey(order),
                Kind.REVERSAL,
                order,
                order,
                left,
                reason,
                by);
    }

    static NewEntry refund(
            CustomerId customer,
            String order,
            String creditNote,
            PrepaidAmount amount,
            String reason,
            Actor by) {
        return new NewEntry(
                customer,
                refundKey(order, creditNote),
                Kind.REFUND,
                creditNote,
                order,
                amount,
                reason,
                by);
    }
}
