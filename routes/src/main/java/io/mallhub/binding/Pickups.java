package io.mallhub.binding;

import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders for an ERP that can't be called and fetches them itself. The same states as a push: what
 * is handed out counts as sent, its outcome as unknown until the ERP confirms it.
 */
public interface Pickups {
    /**
     * Orders that are ready, oldest first. The licence gate is asked for each as it is handed out.
     * One that was handed out and not confirmed is handed out again after its lease, under the same
     * reference. Never inside a transaction.
     *
     * @throws Deliveries.FlowClosed when orders don't go out over the connection, or it is paused
     * @throws NotFetching when the mall sends the orders of this connection itself
     */
    Fetched fetch(String connection, int most);

    /**
     * The ERP has the order, under this number. Idempotent.
     *
     * @param customerCode the ERP's number of the customer, where it had none before
     */
    Confirmation confirm(
            String connection,
            String reference,
            String erpNumber,
            @Nullable String customerCode,
            Instant erpTime);

    /**
     * @param until the ones not confirmed by then are handed out again
     * @param more others are ready beyond these
     */
    record Fetched(List<Order> orders, Instant until, boolean more) {}

    /**
     * @param customer whole, for an ERP that may have to create it; its code is empty then
     * @param again it was handed out before: the ERP may have it under the reference
     */
    record Order(ErpOrder order, ErpCustomer customer, boolean again) {}

    sealed interface Confirmation {
        /**
         * @param stillWanted false: the order was ended meanwhile and must be voided in the ERP
         */
        record Confirmed(boolean stillWanted) implements Confirmation {}

        /** No order of this reference was handed out over this connection. */
        record Unknown() implements Confirmation {}

        /** The ERP has confirmed it before, under another number: one of the two is too many. */
        record OtherNumber(String known) implements Confirmation {}

        /** The customer's number belongs to another customer. */
        record CustomerTaken(String customerCode) implements Confirmation {}
    }

    /** The mall calls this ERP: two ways for one order would make two of it. */
    final class NotFetching extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotFetching(String connection) {
            super("Orders are sent over " + connection + ", not fetched");
        }
    }
}
