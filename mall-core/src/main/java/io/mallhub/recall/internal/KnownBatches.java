package io.mallhub.recall.internal;

import io.mallhub.order.ShippedBatches;
import io.mallhub.recall.Recalls.Reach;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.BatchLocks.Batch;
import io.mallhub.stock.Stock;
import io.mallhub.stock.StockSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What deliveries and stock know of a batch. A number that is mistyped, or written in another way
 * than the ERP does, would find no buyer and lock nothing: nobody may believe then that the batch
 * is recalled.
 */
@Component
class KnownBatches {
    private final ShippedBatches shipped;
    private final Stock stock;

    KnownBatches(ShippedBatches shipped, Stock stock) {
        this.shipped = shipped;
        this.stock = stock;
    }

    Reach reach(Batch batch) {
        List<ShippedBatches.Receiver> receivers =
                shipped.receivers(batch.product(), batch.number());
        List<Quantity> onHand =
                stock.equation(batch.product()).batches().stream()
                        .filter(it -> it.number().equals(batch.number()))
                        .map(StockSnapshot.Batch::onHand)
                        .toList();
        return new Reach(
                receivers.stream().mapToInt(it -> it.deliveries().size()).sum(),
                receivers.size(),
                sum(receivers.stream().map(ShippedBatches.Receiver::quantity)),
                !onHand.isEmpty(),
                sum(onHand.stream()),
                otherwise(batch).orElse(""));
    }

    private static Quantity sum(Stream<Quantity> quantities) {
        return quantities.reduce(Quantity.ZERO, Quantity::plus);
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
