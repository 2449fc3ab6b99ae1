package io.mallhub.connectors.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A return on its way to the ERP.
 *
 * @param reference the mall return number: client reference by which the ERP is asked later
 * @param customerCode the ERP's customer number
 * @param orderCode the ERP's number of the order the goods came from
 */
public record ErpReturn(
        String reference,
        String customerCode,
        String orderCode,
        Instant returnedAt,
        String reason,
        List<Line> lines) {
    public ErpReturn {
        lines = List.copyOf(lines);
    }

    /**
     * @param number 1-based line of the mall return
     * @param orderLine 1-based line of the order
     */
    public record Line(
            int number, int orderLine, String productCode, String batch, BigDecimal quantity) {}
}
