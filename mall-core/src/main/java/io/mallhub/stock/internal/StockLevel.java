package io.mallhub.stock.internal;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.StockSnapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * The ERP's last word on one product.
 *
 * @param allocated 0 where the ERP reports what is available: nothing is deducted twice
 * @param batches first expired first, batches without expiry last
 */
record StockLevel(
        ProductId product,
        String connection,
        Instant asOf,
        boolean reportsAvailable,
        Quantity onHand,
        Quantity allocated,
        List<StockSnapshot.Batch> batches) {
    private static final Comparator<StockSnapshot.Batch> FIRST_EXPIRED_FIRST =
            Comparator.comparing(
                            StockSnapshot.Batch::expiry,
                            Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(StockSnapshot.Batch::number);

    static StockLevel of(StockSnapshot snapshot) {
        Quantity onHand = Quantity.ZERO;
        Quantity allocated = Quantity.ZERO;
        for (StockSnapshot.Batch batch : snapshot.batches()) {
            onHand = onHand.plus(batch.onHand());
            allocated = allocated.plus(batch.allocated());
        }
        return new StockLevel(
                snapshot.product(),
                snapshot.connection(),
                // as fine as the database keeps it, so that a repeat compares equal
                snapshot.asOf().truncatedTo(ChronoUnit.MICROS),
                snapshot.reportsAvailable(),
                onHand,
                snapshot.reportsAvailable() ? Quantity.ZERO : allocated,
                snapshot.batches().stream().sorted(FIRST_EXPIRED_FIRST).toList());
    }

    /** What is left of the stock on hand when so much may not be sold. */
    Quantity sellable(Quantity bound) {
        Quantity rest = onHand.minus(allocated).minus(bound);
        return rest.isPositive() ? rest : Quantity.ZERO;
    }
}
