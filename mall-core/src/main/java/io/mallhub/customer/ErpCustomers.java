package io.mallhub.customer;

import io.mallhub.shared.CustomerId;

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

        /** It lies ready for an ERP that fetches its customers itself, however long that takes. */
        record Waiting(String detail) implements Outcome {}

        /** Nothing was sent (ERP or connection down, paused): again later. */
        record Unavailable(String detail) implements Outcome {}
    }
}
