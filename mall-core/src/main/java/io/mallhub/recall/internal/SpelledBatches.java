package io.mallhub.recall.internal;

import io.mallhub.order.ShippedBatches;
import io.mallhub.stock.BatchLocks.Batch;
import io.mallhub.stock.Stock;
import io.mallhub.stock.StockSnapshot;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A batch number typed in another way than the ERP writes it would find no buyer and lock nothing:
 * nobody may believe then that the batch is recalled.
 */
@Component
class SpelledBatches {
    private final ShippedBatches shipped;
    private final Stock stock;

    SpelledBatches(ShippedBatches shipped, Stock stock) {
        this.shipped = shipped;
        this.stock = stock;
    }

    /** Empty: it is written so, or nothing like it is known. */
    Optional<String> otherwise(Batch batch) {
        Set<String> known = new TreeSet<>(shipped.batches(batch.product()));
        stock.equation(batch.product()).batches().stream()
                .map(StockSnapshot.Batch::number)
                .forEach(known::add);
        String alike =
                known.stream()
                        .filter(it -> plain(it).equals(plain(batch.number())))
                        .filter(it -> !it.equals(batch.number()))
                        .collect(Collectors.joining(", "));
        return alike.isEmpty() ? Optional.empty() : Optional.of(alike);
    }

    /** Without what a typist drops or adds: case, blanks and signs. */
    private static String plain(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
