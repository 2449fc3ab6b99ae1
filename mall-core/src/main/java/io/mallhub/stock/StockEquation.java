package io.mallhub.stock;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ERP on hand − ERP open allocations − mall holds the ERP does not know yet = sellable (never shown
 * below 0).
 *
 * @param asOf ERP time of the figures; null when the ERP never told any
 * @param batches first expired first
 */
public record StockEquation(
        ProductId product,
        Quantity onHand,
        Quantity allocated,
        Quantity holds,
        Quantity sellable,
        @Nullable Instant asOf,
        List<StockSnapshot.Batch> batches) {}
