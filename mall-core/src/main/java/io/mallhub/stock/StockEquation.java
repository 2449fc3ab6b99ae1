package io.mallhub.stock;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ERP on hand − ERP open allocations − locked batches − mall holds the ERP does not know yet − what
 * is set aside = sellable (never shown below 0).
 *
 * @param locked on hand and not allocated, in batches that must not be sold
 * @param fenced set aside, of flash sales that run or begin soon
 * @param asOf ERP time of the figures; null when the ERP never told any
 * @param batches first expired first
 */
public record StockEquation(
        ProductId product,
        Quantity onHand,
        Quantity allocated,
        Quantity locked,
        Quantity holds,
        Quantity fenced,
        Quantity sellable,
        @Nullable Instant asOf,
        List<StockSnapshot.Batch> batches) {}
