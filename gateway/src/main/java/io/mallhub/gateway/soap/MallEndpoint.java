package io.mallhub.gateway.soap;

import io.mallhub.gateway.internal.Calls;
import io.mallhub.gateway.internal.Fetching;
import io.mallhub.gateway.internal.Fetchings;
import io.mallhub.gateway.internal.Operation;
import io.mallhub.gateway.internal.Operations;
import io.mallhub.gateway.wire.Acceptance;
import io.mallhub.gateway.wire.Confirmation;
import io.mallhub.gateway.wire.Customer;
import io.mallhub.gateway.wire.CustomerConfirmation;
import io.mallhub.gateway.wire.CustomerSheet;
import io.mallhub.gateway.wire.Invoice;
import io.mallhub.gateway.wire.MallPort;
import io.mallhub.gateway.wire.Order;
import io.mallhub.gateway.wire.PaperConfirmation;
import io.mallhub.gateway.wire.Product;
import io.mallhub.gateway.wire.RecordResult;
import io.mallhub.gateway.wire.Rejection;
import io.mallhub.gateway.wire.ReturnOrder;
import io.mallhub.gateway.wire.ReturnReceipt;
import io.mallhub.gateway.wire.Shipment;
import io.mallhub.gateway.wire.Stock;
import io.mallhub.gateway.wire.Voiding;
import io.mallhub.gateway.wire.Voucher;
import jakarta.xml.ws.Holder;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The operations of the WSDL, each a line. */
class MallEndpoint implements MallPort {
    private final Calls calls;
    private final Fetchings kinds;
    private final MallFaults faults;

    MallEndpoint(Calls calls, Fetchings kinds, MallFaults faults) {
        this.calls = calls;
        this.kinds = kinds;
        this.faults = faults;
    }

    @Override
    public List<RecordResult> upsertProducts(List<Product> product) {
        return bring(Operations.PRODUCTS, product);
    }

    @Override
    public List<RecordResult> updateStock(List<Stock> stock) {
        return bring(Operations.STOCK, stock);
    }

    @Override
    public List<RecordResult> upsertCustomers(List<Customer> customer) {
        return bring(Operations.CUSTOMERS, customer);
    }

    @Override
    public List<RecordResult> reportAcceptances(List<Acceptance> acceptance) {
        return bring(Operations.ACCEPTANCES, acceptance);
    }

    @Override
    public List<RecordResult> reportRejections(List<Rejection> rejection) {
        return bring(Operations.REJECTIONS, rejection);
    }

    @Override
    public List<RecordResult> reportVoidings(List<Voiding> voiding) {
        return bring(Operations.VOIDINGS, voiding);
    }

    @Override
    public List<RecordResult> reportShipments(List<Shipment> shipment) {
        return bring(Operations.SHIPMENTS, shipment);
    }

    @Override
    public List<RecordResult> reportInvoices(List<Invoice> invoice) {
        return bring(Operations.INVOICES, invoice);
    }

    @Override
    public List<RecordResult> reportReturnReceipts(List<ReturnReceipt> receipt) {
        return bring(Operations.RETURN_RECEIPTS, receipt);
    }

    @Override
    public List<RecordResult> reportReturnVoidings(List<Voiding> voiding) {
        return bring(Operations.RETURN_VOIDINGS, voiding);
    }

    private <W> List<RecordResult> bring(Operation<W> operation, List<W> records) {
        SoapCall call = SoapCall.current(operation.name(), faults);
        return call.answer(
                () -> calls.bring(call.caller(), operation, each(records), call.language()));
    }

    @Override
    public List<RecordResult> confirmOrders(List<Confirmation> confirmation) {
        return confirm(kinds.orders(), confirmation);
    }

    @Override
    public List<RecordResult> confirmCustomers(List<CustomerConfirmation> confirmation) {
        return confirm(kinds.customers(), confirmation);
    }

    @Override
    public List<RecordResult> confirmReturns(List<PaperConfirmation> confirmation) {
        return confirm(kinds.returns(), confirmation);
    }

    @Override
    public List<RecordResult> confirmVouchers(List<PaperConfirmation> confirmation) {
        return confirm(kinds.vouchers(), confirmation);
    }

    private <C> List<RecordResult> confirm(Fetching<?, ?, C> kind, List<C> confirmations) {
        SoapCall call = SoapCall.current(kind.name() + "/confirmations", faults);
        return call.answer(
                () -> calls.confirm(call.caller(), kind, each(confirmations), call.language()));
    }

    @Override
    public void fetchOrders(
            Integer most, Holder<Instant> until, Holder<Boolean> more, Holder<List<Order>> orders) {
        fetch(kinds.orders(), most, until, more, orders);
    }

    @Override
    public void fetchCustomers(
            Integer most,
            Holder<Instant> until,
            Holder<Boolean> more,
            Holder<List<CustomerSheet>> customers) {
        fetch(kinds.customers(), most, until, more, customers);
    }

    @Override
    public void fetchReturns(
            Integer most,
            Holder<Instant> until,
            Holder<Boolean> more,
            Holder<List<ReturnOrder>> returns) {
        fetch(kinds.returns(), most, until, more, returns);
    }

    @Override
    public void fetchVouchers(
            Integer most,
            Holder<Instant> until,
            Holder<Boolean> more,
            Holder<List<Voucher>> vouchers) {
        fetch(kinds.vouchers(), most, until, more, vouchers);
    }

    private <W> void fetch(
            Fetching<?, W, ?> kind,
            Integer most,
            Holder<Instant> until,
            Holder<Boolean> more,
            Holder<List<W>> records) {
        SoapCall call = SoapCall.current(kind.name() + "/fetch", faults);
        Calls.Handed<W> handed = call.answer(() -> calls.fetch(call.caller(), kind, most));
        until.value = handed.until();
        more.value = handed.more();
        records.value = handed.records();
    }

    private static <W> List<Supplier<W>> each(List<W> records) {
        return records.stream().<Supplier<W>>map(record -> () -> record).toList();
    }
}
