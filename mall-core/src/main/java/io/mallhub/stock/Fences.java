package io.mallhub.stock;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.UUID;

/**
 * Stock that is set aside: nobody can buy it but by naming the fence ({@link Stock#hold(
 * io.mallhub.shared.OrderId, java.util.Map, java.util.Map)}). What a hold took of a fence goes back
 * to it with the hold, while the fence stands; else it is sellable again.
 */
public interface Fences {
    /**
     * Sets more of a product aside, as much as is sellable; a fence that has ended stands again.
     *
     * @param fence chosen by the caller; of one product
     * @param most at least 0
     * @return how much was added
     */
    Quantity add(UUID fence, ProductId product, Quantity most);

    /** What is left of it is sellable again. Unknown or already ended is a no-op. */
    void end(UUID fence);

    /**
     * The part of a demand that is to come out of a fence.
     *
     * @param quantity at most what is demanded of the product
     */
    record Part(UUID fence, Quantity quantity) {
        /** No more than is left. */
        public Quantity atMost(Quantity left) {
            return quantity.compareTo(left) < 0 ? quantity : left;
        }
    }
}
