package io.mallhub.stock;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole stock of one product as the ERP saw it at one moment; replaces what was known, unless
 * that is newer.
 *
 * @param asOf ERP time of the figure; an older snapshot never overwrites a newer one
 * @param reportsAvailable true: {@code onHand} is already without open ERP orders and {@code
 *     allocated} is 0, so nothing is deducted twice
 */
public record StockSnapshot(
        String connection,
        ProductId product,
        Instant asOf,
        boolean reportsAvailable,
        List<Batch> batches) {
    public StockSnapshot {
        batches = List.copyOf(batches);
    }

    public record Batch(
            String number, @Nullable LocalDate expiry, Quantity onHand, Quantity allocated) {}
}
