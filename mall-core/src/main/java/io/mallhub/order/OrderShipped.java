package io.mallhub.order;

import io.mallhub.order.ShippedBatches.Goods;
import java.util.Set;

/**
 * A delivery left the ERP's warehouse.
 *
 * @param complete nothing is left to ship
 * @param accepted the ERP had accepted the order in words before
 * @param goods what it brought, of which batches
 */
public record OrderShipped(
        String number,
        String erpDeliveryNumber,
        boolean complete,
        boolean accepted,
        Set<Goods> goods) {
    public OrderShipped {
        goods = Set.copyOf(goods);
    }
}
