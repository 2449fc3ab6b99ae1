package io.mallhub.order;

import io.mallhub.customer.LicenceGate;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order whole, as its pages show it.
 *
 * @param number business number, client reference in the ERP, correlation key of its process
 * @param stops why it needs approval (message keys with detail), empty when it went straight on
 */
public record OrderView(
        OrderId id,
        String number,
        CustomerId customer,
        String customerName,
        OrderState state,
        ErpState erpState,
        @Nullable String erpNumber,
        @Nullable String erpWords,
        String submittedBy,
        Instant submittedAt,
        String deliveryNote,
        List<Line> lines,
        Money total,
        Money net,
        Money tax,
        List<Stop> stops,
        List<Approval> approvals,
        List<Shipment> shipments) {

    public record Line(
            int number,
            ProductId product,
            String code,
            String name,
            String unit,
            Quantity quantity,
            PriceQuote price,
            Money amount,
            BigDecimal vatRate,
            Quantity shipped,
            LicenceGate.Verdict gate) {}

    public record Stop(String kind, String detail) {}

    /**
     * @param kind sales, finance, compliance: the group that decided
     */
    public record Approval(String kind, boolean approved, String by, Instant at, String reason) {}

    public record Shipment(String erpNumber, Instant shippedAt, List<ShippedBatch> batches) {}

    public record ShippedBatch(
            int line,
            ProductId product,
            String batch,
            @Nullable LocalDate expiry,
            Quantity quantity) {}
}
