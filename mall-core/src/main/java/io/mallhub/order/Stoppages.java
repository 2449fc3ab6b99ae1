package io.mallhub.order;

import io.mallhub.customer.ExpiryRow;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Quantity;
import java.time.LocalDate;
import java.util.List;

/**
 * What of the open orders stops when documents end (X2): the licence gate, asked for a later day.
 */
public interface Stoppages {
    /**
     * For each company and last day of these rows, the lines that are not shipped whole and may
     * still be sold on that day, but not on the next unless the document is renewed.
     */
    List<Stoppage> when(List<ExpiryRow> ending);

    /**
     * @param day the last on which these lines may be sold
     */
    record Stoppage(CustomerId customer, LocalDate day, List<Line> lines) {
        public long orders() {
            return lines.stream().map(Line::order).distinct().count();
        }
    }

    /**
     * @param number from 1
     * @param open not shipped yet
     * @param reason message key of the gate
     */
    record Line(
            String order,
            int number,
            String code,
            String name,
            String unit,
            Quantity open,
            String reason) {}
}
