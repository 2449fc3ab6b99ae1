package io.mallhub.customer;

import io.mallhub.shared.CustomerId;
import java.time.Duration;

/**
 * Outbound port: the customer in the ERP. Implemented by the routes; never called inside a
 * transaction.
 */
public interface ErpCustomers {
    /**
     * Makes sure the ERP has the customer, once: looks it up by client reference and USCC before
     * and after an unknown outcome, links what it finds, else creates it. Safe to repeat.
     */
    Outcome push(CustomerId customer);

    sealed interface Outcome {
        /**
         * @param found true when the ERP had it already and it was linked
         */
        record Linked(String erpNumber, boolean found) implements Outcome {}

        record Refused(String erpWords) implements Outcome {}

        /** Not known whether the ERP has it; try again later or ask a person. */
        record Unknown(String detail) implements Outcome {}

        /**
         * Customers don't go out: it is known to the mall alone until an ERP brings it, or they do.
         */
        record NotWanted(String detail) implements Outcome {}

        /**
         * For the hours at which the ERP is spoken to, or for an ERP that fetches its customers
         * itself, however long that takes.
         *
         * @param lookAgain when it is worth while
         */
        record Waiting(String detail, Duration lookAgain) implements Outcome {}

        /** Nothing was sent (ERP or connection down, paused): again later. */
        record Unavailable(String detail) implements Outcome {}
    }
}
