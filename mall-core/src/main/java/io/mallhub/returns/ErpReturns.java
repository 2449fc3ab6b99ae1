package io.mallhub.returns;

import java.time.Duration;
import java.time.Instant;

/**
 * Outbound port: the return order in the ERP. Implemented by the routes; never called inside a
 * transaction. It reads the return by {@link Returns#find}; the mall's return number is the client
 * reference. Around every attempt it keeps the protocol of {@link Returns#startSending}, which is
 * that of an order.
 */
public interface ErpReturns {
    /**
     * Makes sure the ERP has the return order, exactly once. The intent is committed before
     * sending; after any unknown outcome the ERP is asked by return number until it is sure, and
     * only then the return is sent again. Safe to repeat at any time and from any node.
     */
    CreateOutcome create(String returnNumber);

    /** Makes sure the ERP no longer waits for the goods. Safe to repeat. */
    VoidOutcome voidReturn(String returnNumber, String reason);

    sealed interface CreateOutcome {
        record Acknowledged(String erpNumber, Instant erpTime) implements CreateOutcome {}

        /** The ERP refused it, in its own words. */
        record Refused(String erpWords) implements CreateOutcome {}

        /**
         * Sent, but it is not known whether the ERP has it.
         *
         * @param parked false: asking has not come to its end, try again later; true: the hub can
         *     find out no more, a person must look
         */
        record Unknown(String detail, boolean parked) implements CreateOutcome {}

        /**
         * For the hours at which the ERP is spoken to, or for an ERP that fetches its returns
         * itself, however long that takes.
         *
         * @param lookAgain when it is worth while
         */
        record Waiting(String detail, Duration lookAgain) implements CreateOutcome {}

        /** Nothing was sent (ERP or connection down, paused): the engine tries again later. */
        record Unavailable(String detail) implements CreateOutcome {}
    }

    sealed interface VoidOutcome {
        record Voided() implements VoidOutcome {}

        record NeverThere() implements VoidOutcome {}

        /** The goods are in the ERP's warehouse already. */
        record TooLate(String erpWords) implements VoidOutcome {}

        /**
         * For the hours at which the ERP is spoken to, or for an ERP that fetched it to report what
         * became of it, however long that takes.
         *
         * @param lookAgain when it is worth while
         */
        record Waiting(String detail, Duration lookAgain) implements VoidOutcome {}

        record Unavailable(String detail) implements VoidOutcome {}
    }
}
