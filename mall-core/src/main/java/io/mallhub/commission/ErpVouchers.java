package io.mallhub.commission;

import java.time.Duration;
import java.time.Instant;

/**
 * Outbound port: the accounting voucher of a payout in the ERP. Implemented by the routes; never
 * called inside a transaction.
 */
public interface ErpVouchers {
    /**
     * Makes sure the ERP has the voucher of this statement, exactly once: the intent is committed
     * before sending, and after an unknown outcome the ERP is asked by statement number before
     * anything is sent again. Safe to repeat at any time and from any node.
     */
    PostOutcome post(String statement);

    sealed interface PostOutcome {
        record Posted(String erpNumber, Instant erpTime) implements PostOutcome {}

        record Refused(String erpWords) implements PostOutcome {}

        /**
         * @param parked true: the hub can find out no more, a person must look
         */
        record Unknown(String detail, boolean parked) implements PostOutcome {}

        /**
         * For the hours at which the ERP is spoken to, or for an ERP that fetches its vouchers
         * itself, however long that takes.
         *
         * @param lookAgain when it is worth while
         */
        record Waiting(String detail, Duration lookAgain) implements PostOutcome {}

        record Unavailable(String detail) implements PostOutcome {}
    }
}
