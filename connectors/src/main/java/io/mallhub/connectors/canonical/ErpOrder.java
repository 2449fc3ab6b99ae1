package io.mallhub.connectors.canonical;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
     * @param price per unit, before the discount
     * @param discount taken off the line, to the cent; 0 for none
     * @param amount to the cent, tax-inclusive: quantity × price less the discount
     */
    public record Line(
            int number,
            String productCode,
            BigDecimal quantity,
            String unit,
            BigDecimal price,
            BigDecimal discount,
            BigDecimal amount) {
        /** Of a unit once the discount is shared out, to 6 decimals, for ERPs that know none. */
        public BigDecimal discountedPrice() {
            return discount.signum() == 0
                    ? price
                    : amount.divide(quantity, 6, RoundingMode.HALF_UP);
        }
    }
}
