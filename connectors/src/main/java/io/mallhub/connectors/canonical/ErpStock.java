package io.mallhub.connectors.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole stock of one product at one moment. Whether quantities are on hand or already available
 * is said by the definition ({@link io.mallhub.connectors.Guarantees#reportsAvailable()}).
 *
 * @param asOf ERP time or version instant of the figures
 */
public record ErpStock(String productCode, Instant asOf, List<Batch> batches) {
    public ErpStock {
        batches = List.copyOf(batches);
    }

    public record Batch(
            String number, @Nullable LocalDate expiry, BigDecimal quantity, BigDecimal allocated) {}
}
