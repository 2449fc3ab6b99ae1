package io.mallhub.routes.stock;

import io.mallhub.connectors.canonical.ErpStock;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.StockSnapshot;
import java.math.BigDecimal;
import java.util.List;

/** ERP stock of one product as a snapshot of the mall. */
final class StockMapper {
    private StockMapper() {}

    /**
     * @throws IllegalArgumentException for quantities with more than 3 decimals
     */
    static StockSnapshot toSnapshot(
            String connection, ErpStock stock, ProductId product, boolean reportsAvailable) {
        List<StockSnapshot.Batch> batches =
                stock.batches().stream()
                        .map(
                                b ->
                                        new StockSnapshot.Batch(
                                                b.number(),
                                                b.expiry(),
                                                quantity(b.quantity()),
                                                quantity(b.allocated())))
                        .toList();
        return new StockSnapshot(connection, product, stock.asOf(), reportsAvailable, batches);
    }

    private static Quantity quantity(BigDecimal amount) {
        if (amount.stripTrailingZeros().scale() > 3) {
            throw new IllegalArgumentException(
                    "A quantity has at most 3 decimals: " + amount.toPlainString());
        }
        return new Quantity(amount);
    }
}
