package io.mallhub.simulator.salesorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sales order with its lines, deliveries and invoices.
 *
 * @param reason why it was rejected or made void
 * @param version one more with each change
 */
public record SalesOrder(
        String billNo,
        String reference,
        String customer,
        Instant billTime,
        OrderStatus status,
        @Nullable String reason,
        BigDecimal total,
        @Nullable String explanation,
        long version,
        Instant modifyTime,
        List<Line> lines,
        List<Delivery> deliveries,
        List<Invoice> invoices) {

    public record Line(
            int number,
            String material,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal discount,
            BigDecimal amount,
            BigDecimal shipped) {

        public BigDecimal open() {
            return quantity.subtract(shipped);
        }
    }

    /**
     * @param number 20 digits
     * @param delivery number of the delivery it is for
     */
    public record Invoice(String number, String delivery, LocalDate issued, BigDecimal amount) {}

    public record Delivery(String billNo, Instant shipTime, List<DeliveryLine> lines) {}

    /**
     * @param orderLine number of the order line it delivers
     */
    public record DeliveryLine(
            int orderLine,
            String material,
            String batchNo,
            LocalDate validUntil,
            BigDecimal quantity) {}

    /** What is still to be delivered, per material, in the order of the numbers. */
    public Map<String, BigDecimal> openDemand() {
        Map<String, BigDecimal> demand = new TreeMap<>();
        for (Line line : lines) {
            if (line.open().signum() > 0) {
                demand.merge(line.material(), line.open(), BigDecimal::add);
            }
        }
        return demand;
    }
}
