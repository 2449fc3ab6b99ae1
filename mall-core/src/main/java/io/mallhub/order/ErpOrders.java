package io.mallhub.order;

import java.time.Duration;
import java.time.Instant;

/**
 * Outbound port: the order in the ERP. Implemented by the routes; never called inside a
 * transaction.
 */
public interface ErpOrders {
    /**
     * Makes sure the ERP has the order, exactly once. The intent is committed before sending; after
     * any unknown outcome (time-out, dropped connection, truncated reply, crash while sending) the
     * ERP is asked by mall order number until it is sure, and only then the order is sent again.
     * Safe to repeat at any time and from any node.
     */
    PushOutcome push(String orderNumber);

    /** Makes sure the ERP no longer has it open. Safe to repeat. */
    VoidOutcome voidOrder(String orderNumber, String reason);

    /**
     * Whether the ERP that has the order tells of its invoices: only then are they waited for.
     *
     * @param orderNumber of an order that was pushed
     */
    default boolean tellsOfInvoices(String orderNumber) {
        return false;
    }

    sealed interface PushOutcome {
        record Acknowledged(String erpNumber, Instant erpTime) implements PushOutcome {}

        /** The licence gate is closed: nothing was sent. */
        record Withheld(String why) implements PushOutcome {}

        /** The ERP refused it, in its own words. */
        record Refused(String erpWords) implements PushOutcome {}

        /**
         * Sent, but it is not known whether the ERP has it.
         *
         * @param parked false: asking the ERP has not come to its end, push again later; true: the
         *     hub can find out no more (an ERP that cannot be asked, two orders found, too many
         *     tries), a person must look
         */
        record Unknown(String detail, boolean parked) implements PushOutcome {}

        /**
         * It lies ready for an ERP that fetches its orders itself, or waits for the hours at which
         * one is sent any, however long that takes.
         *
         * @param lookAgain when it is worth while
         */
        record Waiting(String detail, Duration lookAgain) implements PushOutcome {}

        /** Nothing was sent (ERP or connection down, paused): the engine tries again later. */
        record Unavailable(String detail) implements PushOutcome {}
    }

    sealed interface VoidOutcome {
        record Voided() implements VoidOutcome {}

        record NeverThere() implements VoidOutcome {}

        /** Already shipping: it cannot be voided. */
        record TooLate(String erpWords) implements VoidOutcome {}

        /**
         * For the hours at which the ERP is spoken to, however long that takes.
         *
         * @param lookAgain when it is worth while
         */
        record Waiting(String detail, Duration lookAgain) implements VoidOutcome {}

        record Unavailable(String detail) implements VoidOutcome {}
    }
}
