package io.mallhub.connectors.mapping;

import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.canonical.ErpReturnStatus;
import io.mallhub.connectors.canonical.ErpStock;
import io.mallhub.connectors.canonical.ErpVoucherStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Mapped fields → canonical records. Each throws {@link Fields.BadFields} for a bad record. */
public final class Canonical {
    private Canonical() {}

    public static ErpProduct product(Fields f) {
        return f.sure(
                new ErpProduct(
                        f.key("code"),
                        f.text("name"),
                        f.text("dosageForm"),
                        f.text("strength"),
                        f.text("maker"),
                        f.text("holder"),
                        f.text("approvalNumber"),
                        f.text("drugCodes"),
                        f.text("category"),
                        f.text("unit"),
                        f.decimalOrNull("price"),
                        f.decimal("vatRate"),
                        f.flag("active"),
                        f.instant("changedAt"),
                        f.longOrNull("version")));
    }

    /**
     * @param zone the ERP's, in which its batches expire
     */
    public static ErpStock stock(Fields f, ZoneId zone) {
        return stock(f, f.instant("asOf"), zone);
    }

    /** As of a moment that the record does not tell. */
    public static ErpStock stock(Fields f, Instant asOf, ZoneId zone) {
        StockFigures figures =
                new StockFigures(
                        asOf.atZone(zone).toLocalDate(),
                        f.decimalOrNull("total"),
                        f.decimalOrNull("allocated"),
                        f.each("batches", Canonical::stockBatch));
        return f.sure(new ErpStock(f.key("productCode"), asOf, figures.batches()));
    }

    private static ErpStock.Batch stockBatch(Fields f) {
        BigDecimal allocated = f.decimalOrNull("allocated");
        return new ErpStock.Batch(
                f.text("number"),
                f.dateOrNull("expiry"),
                f.decimal("quantity"),
                allocated == null ? BigDecimal.ZERO : allocated);
    }

    public static ErpCustomer customer(Fields f) {
        return f.sure(
                new ErpCustomer(
                        f.key("code"),
                        f.text("reference"),
                        f.text("name"),
                        f.text("uscc"),
                        f.text("address"),
                        f.text("contact"),
                        f.text("phone"),
                        f.text("licenceNumber"),
                        f.flag("active"),
                        f.instantOrNull("changedAt"),
                        f.longOrNull("version")));
    }

    public static ErpOrderStatus orderStatus(Fields f) {
        return f.sure(
                new ErpOrderStatus(
                        f.key("code"),
                        f.text("reference"),
                        f.choice("state", ErpOrderStatus.State.class),
                        f.text("words"),
                        f.instant("changedAt"),
                        f.each("deliveries", Canonical::delivery),
                        f.each("invoices", Canonical::invoice),
                        content(f)));
    }

    private static ErpOrderStatus.@Nullable Content content(Fields f) {
        Instant orderedAt = f.instantOrNull("orderedAt");
        if (orderedAt == null) {
            return null;
        }
        return new ErpOrderStatus.Content(
                f.text("kind").isEmpty()
                        ? ErpOrderStatus.Kind.ORDER
                        : f.choice("kind", ErpOrderStatus.Kind.class),
                f.text("customerCode"),
                orderedAt,
                f.decimalOrNull("total"),
                f.each("lines", Canonical::line));
    }

    private static ErpOrderStatus.Line line(Fields f) {
        return new ErpOrderStatus.Line(
                f.text("productCode"),
                f.text("name"),
                f.decimal("quantity"),
                f.decimal("price"),
                f.decimalOrNull("amount"));
    }

    private static ErpOrderStatus.Invoice invoice(Fields f) {
        return new ErpOrderStatus.Invoice(f.key("number"), f.date("issuedOn"), f.decimal("amount"));
    }

    private static ErpOrderStatus.Delivery delivery(Fields f) {
        return new ErpOrderStatus.Delivery(
                f.key("code"), f.instant("shippedAt"), f.each("batches", Canonical::shipped));
    }

    private static ErpOrderStatus.Batch shipped(Fields f) {
        return new ErpOrderStatus.Batch(
                f.whole("line", 0),
                f.key("productCode"),
                f.text("batch"),
                f.dateOrNull("expiry"),
                f.decimal("quantity"));
    }

    public static ErpReturnStatus returnStatus(Fields f) {
        return f.sure(
                new ErpReturnStatus(
                        f.key("code"),
                        f.text("reference"),
                        f.choice("state", ErpReturnStatus.State.class),
                        f.text("words"),
                        f.instant("changedAt"),
                        f.each("receipts", Canonical::receipt)));
    }

    private static ErpReturnStatus.Receipt receipt(Fields f) {
        return new ErpReturnStatus.Receipt(
                f.key("code"),
                f.instant("receivedAt"),
                f.text("receiver"),
                f.each("batches", Canonical::received));
    }

    private static ErpReturnStatus.Batch received(Fields f) {
        return new ErpReturnStatus.Batch(
                f.whole("line", 0), f.key("productCode"), f.text("batch"), f.decimal("quantity"));
    }

    public static ErpVoucherStatus voucherStatus(Fields f) {
        return f.sure(
                new ErpVoucherStatus(f.key("code"), f.text("reference"), f.instant("changedAt")));
    }
}
