package io.mallhub.order;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import java.time.Instant;
import java.util.Set;

/**
 * An order was taken: for those who write with it in its transaction. What replaces goods that came
 * back is none.
 *
 * @param by the buyer, or the member of staff who placed it on behalf of the customer
 * @param products that were bought; gifts are none
 */
public record OrderTaken(
        String number, CustomerId customer, Actor by, Instant at, Set<ProductId> products) {
    public OrderTaken {
        products = Set.copyOf(products);
    }
}
