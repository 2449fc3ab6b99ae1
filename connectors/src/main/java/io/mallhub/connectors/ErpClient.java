package io.mallhub.connectors;

import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.canonical.ErpReturn;
import io.mallhub.connectors.canonical.ErpReturnStatus;
import io.mallhub.connectors.canonical.ErpStock;
import io.mallhub.connectors.canonical.ErpUpdate;
import io.mallhub.connectors.canonical.ErpVoucher;
import io.mallhub.connectors.canonical.ErpVoucherStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one ERP installation. Thread-safe. Every method makes at least one remote call
 * and throws only {@link ErpFault}s: {@link ErpFault.Unavailable} (nothing happened; retry later),
 * {@link ErpFault.Rejected} (the ERP said no, in its words), {@link ErpFault.DataInvalid} (its
 * reply can't be read and nothing was changed by the call), {@link ErpFault.OutcomeUnknown} (a
 * writing call was sent and no sure answer came: probe before anything else), {@link
 * ErpFault.CredentialsRefused} (pause the connection). Reading calls never throw OutcomeUnknown.
 */
public interface ErpClient extends AutoCloseable {
    Guarantees guarantees();

    /**
     * The ERP is never called: it brings its records and fetches its orders itself. Then reading
     * finds nothing, and nothing can be sent.
     */
    default boolean callsUs() {
        return false;
    }

    ErpPage<ErpProduct> products(Cursor since, int limit);

    ErpPage<ErpStock> stock(Cursor since, int limit);

    /**
     * Each walk of the stock list, from where a cursor has no key to its last page, names whatever
     * has stock: what it leaves out has none. Figures are then of the moment their page was asked
     * for.
     */
    default boolean listsAllStock() {
        return false;
    }

    ErpPage<ErpCustomer> customers(Cursor since, int limit);

    ErpPage<ErpOrderStatus> orderChanges(Cursor since, int limit);

    /**
     * @return what the ERP calls it now
     */
    Created createCustomer(ErpCustomer customer);

    /** By client reference first, then by USCC. */
    Optional<ErpCustomer> findCustomer(String reference, String uscc);

    /** Whether the definition says how products are changed and looked up. */
    boolean changesProducts();

    /**
     * Writes what the mall has changed. Repeating it does no harm.
     *
     * @throws ErpFault.Rejected {@code stale} when the ERP's record is another version by now
     */
    Updated updateProduct(ErpUpdate change);

    /** By the ERP's key. */
    Optional<ErpProduct> productByCode(String code);

    /** Whether the definition says how customers are changed and looked up by number. */
    boolean changesCustomers();

    /** As {@link #updateProduct}. */
    Updated updateCustomer(ErpUpdate change);

    /** By the ERP's number. */
    Optional<ErpCustomer> customerByCode(String code);

    Created createOrder(ErpOrder order);

    /**
     * Whether an order takes several calls: after the first one it is half-made, found by nobody
     * and finished or voided when it is created again.
     */
    default boolean ordersInSteps() {
        return false;
    }

    /**
     * All orders the ERP has under this client reference: more than one is a duplicate someone must
     * see.
     */
    List<ErpOrderStatus> findOrders(String reference);

    /** Whether the definition maps the invoices of orders. */
    boolean tellsOfInvoices();

    void voidOrder(String code, String reason);

    /** Whether the definition says how returns are read; without, there is nothing to poll. */
    boolean tellsOfReturns();

    ErpPage<ErpReturnStatus> returnChanges(Cursor since, int limit);

    Created createReturn(ErpReturn goods);

    /** All returns the ERP has under this client reference. */
    List<ErpReturnStatus> findReturns(String reference);

    void voidReturn(String code, String reason);

    Created createVoucher(ErpVoucher voucher);

    /** All vouchers the ERP has under this client reference. */
    List<ErpVoucherStatus> findVouchers(String reference);

    /** A cheap call that proves endpoint and credentials. */
    void ping();

    @Override
    void close();

    /**
     * @param erpTime the ERP's own time of the creation where it tells, else the hub's
     */
    record Created(String code, Instant erpTime) {}

    /**
     * What the ERP says of the record it has changed; null where it says nothing.
     *
     * @param version as of now
     */
    record Updated(@Nullable Long version, @Nullable Instant changedAt) {}
}
