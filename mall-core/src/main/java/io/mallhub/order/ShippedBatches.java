package io.mallhub.order;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which batch went to whom: what deliveries brought, of partly shipped and ended orders too. */
public interface ShippedBatches {
    /** Everybody who got some of the batch, by name; each with all deliveries of it, in order. */
    List<Receiver> receivers(ProductId product, String batch);

    /** Batches of the product that were ever delivered, by number. */
    Set<String> batches(ProductId product);

    /**
     * @param name as the company was called at its latest order
     * @param unit of the order's line
     */
    record Receiver(CustomerId customer, String name, String unit, List<Delivery> deliveries) {
        public Receiver {
            deliveries = List.copyOf(deliveries);
        }

        public Quantity quantity() {
            return deliveries.stream()
                    .map(Delivery::quantity)
                    .reduce(Quantity.ZERO, Quantity::plus);
        }
    }

    record Delivery(String orderNumber, String number, Instant shippedAt, Quantity quantity) {}

    record Goods(ProductId product, String batch) {}
}
