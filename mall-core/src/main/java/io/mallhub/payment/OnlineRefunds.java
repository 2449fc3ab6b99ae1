package io.mallhub.payment;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Refunds through the provider. Each is written before it is sent, under a number that the provider
 * pays back at most once; {@link RefundRequested} starts the process that sends it.
 */
public interface OnlineRefunds {
    /**
     * Gives back a part of what an order was paid with. Idempotent by credit note; joins the
     * caller's transaction.
     *
     * @param amount more than 0; of all refunds of an order together at most what it was paid with
     * @throws IllegalStateException when less is left, the order is not paid, or the credit note is
     *     known with another amount
     */
    RefundView request(String order, String creditNote, Money amount, String reason, Actor by);

    /**
     * Sends it, or asks first where an earlier sending may have arrived. Never inside a
     * transaction. Repeatable: an ended one is answered as it ended.
     */
    SendOutcome send(String number);

    /** A refused one may be sent again. Audited; one that is under way is left as it is. */
    ActOutcome retry(String number, String reason, Actor by);

    /**
     * A refused one was paid back outside the provider. Audited; idempotent.
     *
     * @param how by which transfer, for the statement
     */
    ActOutcome settle(String number, String how, Actor by);

    Optional<RefundView> find(String number);

    /** Oldest first. */
    List<RefundView> ofPayment(String payment);

    /** Those that have not ended, newest first. */
    Page<RefundView> open(PageRequest page);

    sealed interface SendOutcome {
        /** The money is back, now or since earlier. */
        record Done() implements SendOutcome {}

        /** The provider says no: a person decides. */
        record Refused(String words) implements SendOutcome {}

        /** Not known, or the provider is away: send again later. */
        record Unclear(String words) implements SendOutcome {}
    }

    sealed interface ActOutcome {
        record Done() implements ActOutcome {}

        /**
         * Nothing was changed.
         *
         * @param why message key: refund.not-refused, refund.reason-missing, refund.not-staff
         */
        record Refused(String why) implements ActOutcome {}
    }
}
