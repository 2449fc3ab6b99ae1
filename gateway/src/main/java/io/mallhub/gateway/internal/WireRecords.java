package io.mallhub.gateway.internal;

import io.mallhub.binding.Deliveries.Brought;
import io.mallhub.binding.Pickups.There;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpOrderStatus.Delivery;
import io.mallhub.connectors.canonical.ErpOrderStatus.State;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.canonical.ErpReturnStatus;
import io.mallhub.connectors.canonical.ErpReturnStatus.Receipt;
import io.mallhub.connectors.canonical.ErpStock;
import io.mallhub.gateway.wire.Acceptance;
import io.mallhub.gateway.wire.Confirmation;
import io.mallhub.gateway.wire.Customer;
import io.mallhub.gateway.wire.CustomerConfirmation;
import io.mallhub.gateway.wire.Invoice;
import io.mallhub.gateway.wire.PaperConfirmation;
import io.mallhub.gateway.wire.Product;
import io.mallhub.gateway.wire.ReceivedBatch;
import io.mallhub.gateway.wire.Rejection;
import io.mallhub.gateway.wire.ReturnReceipt;
import io.mallhub.gateway.wire.Shipment;
import io.mallhub.gateway.wire.ShippedBatch;
import io.mallhub.gateway.wire.Stock;
import io.mallhub.gateway.wire.StockBatch;
import io.mallhub.gateway.wire.Voiding;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records of the contract in the words of the routes.
 *
 * <p>Each method throws {@link RecordRefused} for what the routes need not even look at.
 */
@Component
public class WireRecords {
    /** How far the clock of an ERP may be ahead. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Clock clock;

    WireRecords(Clock clock) {
        this.clock = clock;
    }

    Brought product(Product p) {
        Instant version = time(p.getChangedAt(), "changedAt");
        return Brought.of(
                Fields.key(p.getCode(), "code"),
                version,
                new ErpProduct(
                        Fields.key(p.getCode(), "code"),
                        Fields.needed(p.getName(), "name"),
                        Fields.text(p.getDosageForm(), "dosageForm"),
                        Fields.text(p.getStrength(), "strength"),
                        Fields.text(p.getMaker(), "maker"),
                        Fields.text(p.getHolder(), "holder"),
                        Fields.text(p.getApprovalNumber(), "approvalNumber"),
                        Fields.text(p.getDrugCodes(), "drugCodes"),
                        Fields.text(p.getCategory(), "category"),
                        Fields.needed(p.getUnit(), "unit"),
                        Fields.number(p.getPrice(), "price"),
                        Fields.needed(p.getVatRate(), "vatRate"),
                        !Boolean.FALSE.equals(p.isActive()),
                        version));
    }

    Brought stock(Stock s) {
        String code = Fields.key(s.getProductCode(), "productCode");
        List<ErpStock.Batch> batches = s.getBatch().stream().map(WireRecords::batch).toList();
        return Brought.of(code, null, new ErpStock(code, time(s.getAsOf(), "asOf"), batches));
    }

    private static ErpStock.Batch batch(StockBatch b) {
        BigDecimal allocated = Fields.number(b.getAllocated(), "batch.allocated");
        return new ErpStock.Batch(
                Fields.key(b.getNumber(), "batch.number"),
                Fields.day(b.getExpiry(), "batch.expiry"),
                Fields.needed(b.getQuantity(), "batch.quantity"),
                allocated == null ? BigDecimal.ZERO : allocated);
    }

    Brought customer(Customer c) {
        Instant version = time(c.getChangedAt(), "changedAt");
        String code = Fields.key(c.getCode(), "code");
        return Brought.of(
                code,
                version,
                new ErpCustomer(
                        code,
                        Fields.text(c.getReference(), "reference"),
                        Fields.needed(c.getName(), "name"),
                        Fields.text(c.getUscc(), "uscc"),
                        Fields.text(c.getAddress(), "address"),
                        Fields.text(c.getContact(), "contact"),
                        Fields.text(c.getPhone(), "phone"),
                        Fields.text(c.getLicenceNumber(), "licenceNumber"),
                        !Boolean.FALSE.equals(c.isActive()),
                        version));
    }

    There there(Confirmation c) {
        String customer =
                c.getCustomerCode() == null || c.getCustomerCode().isBlank()
                        ? null
                        : Fields.key(c.getCustomerCode(), "customerCode");
        return new There(
                Fields.key(c.getReference(), "reference"),
                Fields.key(c.getErpNumber(), "erpNumber"),
                time(c.getAt(), "at"),
                customer,
                null);
    }

    There there(CustomerConfirmation c) {
        return new There(
                Fields.key(c.getReference(), "reference"),
                Fields.key(c.getCode(), "code"),
                time(c.getAt(), "at"),
                null,
                Fields.key(c.getVersion(), "version"));
    }

    There there(PaperConfirmation c) {
        return new There(
                Fields.key(c.getReference(), "reference"),
                Fields.key(c.getErpNumber(), "erpNumber"),
                time(c.getAt(), "at"));
    }

    Brought acceptance(Acceptance a) {
        return status(
                "accepted",
                a.getReference(),
                a.getErpNumber(),
                State.ACCEPTED,
                Fields.text(a.getWords(), "words"),
                time(a.getAt(), "at"));
    }

    Brought rejection(Rejection r) {
        return status(
                "rejected",
                r.getReference(),
                r.getErpNumber(),
                State.REJECTED,
                Fields.needed(r.getWords(), "words"),
                time(r.getAt(), "at"));
    }

    Brought voiding(Voiding v) {
        return status(
                "voided",
                v.getReference(),
                v.getErpNumber(),
                State.VOIDED,
                Fields.text(v.getWords(), "words"),
                time(v.getAt(), "at"));
    }

    private static Brought status(
            String what,
            @Nullable String reference,
            @Nullable String erpNumber,
            State state,
            String words,
            Instant at) {
        String number = Fields.key(erpNumber, "erpNumber");
        String order = Fields.key(reference, "reference");
        return new Brought(
                number + "/" + what,
                null,
                order,
                new ErpOrderStatus(number, order, state, words, at, List.of(), List.of()));
    }

    Brought shipment(Shipment s) {
        String number = Fields.key(s.getErpNumber(), "erpNumber");
        String order = Fields.key(s.getReference(), "reference");
        String delivery = Fields.key(s.getDeliveryNumber(), "deliveryNumber");
        Instant at = time(s.getShippedAt(), "shippedAt");
        if (s.getBatch().isEmpty()) {
            throw new RecordRefused("field.missing", "batch");
        }
        List<ErpOrderStatus.Batch> batches = s.getBatch().stream().map(WireRecords::batch).toList();
        return new Brought(
                number + "/shipped/" + delivery,
                null,
                order,
                new ErpOrderStatus(
                        number,
                        order,
                        State.PARTLY_SHIPPED,
                        "",
                        at,
                        List.of(new Delivery(delivery, at, batches)),
                        List.of()));
    }

    private static ErpOrderStatus.Batch batch(ShippedBatch b) {
        return new ErpOrderStatus.Batch(
                line(b.getLine()),
                Fields.key(b.getProductCode(), "batch.productCode"),
                Fields.key(b.getBatch(), "batch.batch"),
                Fields.day(b.getExpiry(), "batch.expiry"),
                positive(b.getQuantity(), "batch.quantity"));
    }

    Brought invoice(Invoice i) {
        String number = Fields.key(i.getErpNumber(), "erpNumber");
        String order = Fields.key(i.getReference(), "reference");
        String invoice = Fields.key(i.getNumber(), "number");
        return new Brought(
                number + "/invoiced/" + invoice,
                null,
                order,
                new ErpOrderStatus(
                        number,
                        order,
                        State.ACCEPTED,
                        "",
                        clock.instant(),
                        List.of(),
                        List.of(
                                new ErpOrderStatus.Invoice(
                                        invoice,
                                        Fields.needed(i.getIssuedOn(), "issuedOn"),
                                        Fields.needed(i.getAmount(), "amount")))));
    }

    Brought returnVoiding(Voiding v) {
        String number = Fields.key(v.getErpNumber(), "erpNumber");
        String reference = Fields.key(v.getReference(), "reference");
        return new Brought(
                number + "/voided",
                null,
                reference,
                new ErpReturnStatus(
                        number,
                        reference,
                        ErpReturnStatus.State.VOIDED,
                        Fields.text(v.getWords(), "words"),
                        time(v.getAt(), "at"),
                        List.of()));
    }

    Brought returnReceipt(ReturnReceipt r) {
        String number = Fields.key(r.getErpNumber(), "erpNumber");
        String reference = Fields.key(r.getReference(), "reference");
        String receipt = Fields.key(r.getReceiptNumber(), "receiptNumber");
        Instant at = time(r.getReceivedAt(), "receivedAt");
        if (r.getBatch().isEmpty()) {
            throw new RecordRefused("field.missing", "batch");
        }
        List<ErpReturnStatus.Batch> batches =
                r.getBatch().stream().map(WireRecords::batch).toList();
        return new Brought(
                number + "/received/" + receipt,
                null,
                reference,
                new ErpReturnStatus(
                        number,
                        reference,
                        ErpReturnStatus.State.RECEIVED,
                        "",
                        at,
                        List.of(
                                new Receipt(
                                        receipt,
                                        at,
                                        Fields.text(r.getReceiver(), "receiver"),
                                        batches))));
    }

    private static ErpReturnStatus.Batch batch(ReceivedBatch b) {
        return new ErpReturnStatus.Batch(
                line(b.getLine()),
                Fields.key(b.getProductCode(), "batch.productCode"),
                Fields.key(b.getBatch(), "batch.batch"),
                positive(b.getQuantity(), "batch.quantity"));
    }

    private static int line(@Nullable Integer line) {
        return line == null ? 0 : line;
    }

    private static BigDecimal positive(@Nullable BigDecimal value, String name) {
        BigDecimal number = Fields.needed(value, name);
        if (number.signum() <= 0) {
            throw new RecordRefused("field.not-positive", name);
        }
        return number;
    }

    Instant time(@Nullable Instant value, String name) {
        return Fields.time(value, name, clock.instant().plus(AHEAD));
    }
}
