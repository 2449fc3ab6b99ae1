package io.mallhub.connectors.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order on its way to the ERP.
 *
 * @param reference the mall order number: client reference by which the ERP is asked later
 * @param customerCode the ERP's customer number
 */
public record ErpOrder(
        String reference,
        String customerCode,
        Instant orderedAt,
        String note,
        BigDecimal total,
        List<Line> lines) {
    public ErpOrder {
        lines = List.copyOf(lines);
    }

    /**
     * @param number 1-based line of the mall order
     * @param amount to the cent, tax-inclusive
     */
    public record Line(
            int number,
            String productCode,
            BigDecimal quantity,
            String unit,
            BigDecimal price,
            BigDecimal amount) {}
}
