package io.mallhub.simulator.salesorder;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as an interface sends it.
 *
 * @param reference the caller's order number
 */
public record NewOrder(
        String reference, String customer, @Nullable String explanation, List<Line> lines) {

    /**
     * @param number the caller's line number, once per order
     * @param price per unit, tax included
     * @param discount taken off the line, 0 for none
     * @param amount quantity × price, half up to the cent, less the discount
     */
    public record Line(
            int number,
            String material,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal discount,
            BigDecimal amount) {}
}
