package io.mallhub.order.internal;

import io.mallhub.order.OrderView.ShippedBatch;
import io.mallhub.order.ShippedBatches.Goods;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param line 1-based
 */
@Embeddable
record ShipmentBatch(
        int line, UUID productId, String batch, @Nullable LocalDate expiry, BigDecimal quantity) {

    Goods goods() {
        return new Goods(new ProductId(productId), batch);
    }

    ShippedBatch view() {
        return new ShippedBatch(
                line, new ProductId(productId), batch, expiry, new Quantity(quantity));
    }
}
