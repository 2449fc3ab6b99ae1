package io.mallhub.order;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.List;

/**
 * Everything ordered was shipped; the sale is settled. Published in the transaction that completes
 * the order.
 *
 * @param submittedBy staff when it was placed on behalf of the customer
 */
public record OrderCompleted(
        String number,
        CustomerId customer,
        Actor submittedBy,
        Instant submittedAt,
        List<Line> lines) {
    public OrderCompleted {
        lines = List.copyOf(lines);
    }

    /**
     * @param number 1-based
     * @param net without tax
     */
    public record Line(int number, ProductId product, Quantity quantity, Money net) {}
}
