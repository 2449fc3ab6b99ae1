package io.mallhub.simulator.returnorder;

import java.math.BigDecimal;
import java.util.List;

/**
 * A return as an interface sends it.
 *
 * @param reference the caller's number
 * @param order this ERP's number of the sales order the goods came from
 */
public record NewReturn(
        String reference, String customer, String order, String reason, List<Line> lines) {

    /**
     * @param number the caller's line number, once per return
     * @param orderLine line of the sales order
     */
    public record Line(
            int number, int orderLine, String material, String batchNo, BigDecimal quantity) {}
}
