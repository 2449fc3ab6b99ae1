package io.mallhub.connectors.client;

import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.Guarantees;
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
import java.util.List;
import java.util.Optional;

/**
 * An ERP that cannot be called. It brings what it has, so there is nothing to read; and nothing can
 * be sent to it, which is as sure a "no" as a refused connection.
 */
final class CallingErpClient implements ErpClient {
    private final CallingErp erp;

    CallingErpClient(CallingErp erp) {
        this.erp = erp;
    }

    @Override
    public boolean callsUs() {
        return true;
    }

    @Override
    public Guarantees guarantees() {
        return erp.summary().guarantees();
    }

    @Override
    public ErpPage<ErpProduct> products(Cursor since, int limit) {
        return nothing(since);
    }

    @Override
    public ErpPage<ErpStock> stock(Cursor since, int limit) {
        return nothing(since);
    }

    @Override
    public ErpPage<ErpCustomer> customers(Cursor since, int limit) {
        return nothing(since);
    }

    @Override
    public ErpPage<ErpOrderStatus> orderChanges(Cursor since, int limit) {
        return nothing(since);
    }

    @Override
    public ErpPage<ErpReturnStatus> returnChanges(Cursor since, int limit) {
        return nothing(since);
    }

    private static <T> ErpPage<T> nothing(Cursor since) {
        return new ErpPage<>(List.of(), List.of(), since, false);
    }

    @Override
    public Created createCustomer(ErpCustomer customer) {
        throw notCalled();
    }

    @Override
    public Optional<ErpCustomer> findCustomer(String reference, String uscc) {
        throw notCalled();
    }

    @Override
    public boolean changesProducts() {
        return false;
    }

    @Override
    public Updated updateProduct(ErpUpdate change) {
        throw notCalled();
    }

    @Override
    public Optional<ErpProduct> productByCode(String code) {
        throw notCalled();
    }

    @Override
    public boolean changesCustomers() {
        return false;
    }

    @Override
    public Updated updateCustomer(ErpUpdate change) {
        throw notCalled();
    }

    @Override
    public Optional<ErpCustomer> customerByCode(String code) {
        throw notCalled();
    }

    @Override
    public Created createOrder(ErpOrder order) {
        throw notCalled();
    }

    @Override
    public List<ErpOrderStatus> findOrders(String reference) {
        throw notCalled();
    }

    /** It may report them; nothing waits for what it may never report. */
    @Override
    public boolean tellsOfInvoices() {
        return false;
    }

    @Override
    public void voidOrder(String code, String reason) {
        throw notCalled();
    }

    @Override
    public boolean tellsOfReturns() {
        return true;
    }

    @Override
    public Created createReturn(ErpReturn goods) {
        throw notCalled();
    }

    @Override
    public List<ErpReturnStatus> findReturns(String reference) {
        throw notCalled();
    }

    @Override
    public void voidReturn(String code, String reason) {
        throw notCalled();
    }

    @Override
    public Created createVoucher(ErpVoucher voucher) {
        throw notCalled();
    }

    @Override
    public List<ErpVoucherStatus> findVouchers(String reference) {
        throw notCalled();
    }

    private static ErpFault notCalled() {
        return new ErpFault.Unavailable("This ERP is not called: it calls the mall", null, null);
    }

    /** All is well with a connection that needs no answer. */
    @Override
    public void ping() {}

    @Override
    public void close() {}
}
