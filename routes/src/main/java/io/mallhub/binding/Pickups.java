package io.mallhub.binding;

import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.canonical.ErpReturn;
import io.mallhub.connectors.canonical.ErpVoucher;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records for an ERP that can't be called and fetches them itself. The same states as a push: what
 * is handed out counts as sent, its outcome as unknown until the ERP confirms it.
 *
 * @param <P> what is handed out: one of the records below
 */
public interface Pickups<P> {
    /**
     * Records that are ready, oldest first. One that was handed out and not confirmed is handed out
     * again after its lease, under the same reference. Never inside a transaction.
     *
     * @throws Deliveries.FlowClosed when such records don't go out over the connection, or it is
     *     paused
     * @throws NotFetching when the mall sends the records of this connection itself
     */
    Fetched<P> fetch(String connection, int most);

    /** The ERP has it. Idempotent. */
    Confirmation confirm(String connection, There there);

    /**
     * @param until the ones not confirmed by then are handed out again
     * @param more others are ready beyond these
     */
    record Fetched<P>(List<P> parcels, Instant until, boolean more) {
        public Fetched {
            parcels = List.copyOf(parcels);
        }
    }

    /**
     * The licence gate is asked for each as it is handed out.
     *
     * @param customer whole, for an ERP that may have to create it; its code is empty then
     * @param again it was handed out before: the ERP may have it under the reference
     */
    record Order(ErpOrder order, ErpCustomer customer, boolean again) {}

    /**
     * New to the ERP, or changed in the mall.
     *
     * @param customer as it is to be; its code is empty while the ERP has none for it
     * @param version of this content; a confirmation names it, so that what is changed meanwhile
     *     comes again
     */
    record Customer(ErpCustomer customer, String version, boolean again) {}

    record Return(ErpReturn goods, boolean again) {}

    record Voucher(ErpVoucher voucher, boolean again) {}

    /**
     * What the ERP has.
     *
     * @param erpNumber its number of the record
     * @param customerCode of an order: its number of the customer, where it had none before
     * @param version of a customer: that of the content the ERP has now
     */
    record There(
            String reference,
            String erpNumber,
            Instant erpTime,
            @Nullable String customerCode,
            @Nullable String version) {
        public There(String reference, String erpNumber, Instant erpTime) {
            this(reference, erpNumber, erpTime, null, null);
        }
    }

    sealed interface Confirmation {
        /**
         * @param stillWanted false: it was ended meanwhile and must be voided in the ERP
         */
        record Confirmed(boolean stillWanted) implements Confirmation {}

        /** Nothing of this reference was handed out over this connection. */
        record Unknown() implements Confirmation {}

        /** The ERP has confirmed it before, under another number: one of the two is too many. */
        record OtherNumber(String known) implements Confirmation {}

        /** The customer's number belongs to another customer. */
        record CustomerTaken(String customerCode) implements Confirmation {}
    }

    /** The mall calls this ERP: two ways for one record would make two of it. */
    final class NotFetching extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotFetching(String connection) {
            super("Records are sent over " + connection + ", not fetched");
        }
    }
}
