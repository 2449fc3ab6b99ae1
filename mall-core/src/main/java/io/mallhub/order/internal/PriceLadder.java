package io.mallhub.order.internal;

import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.PriceQuote.Break;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What lines with a price for so many would have cost for less: kept with the order, since a part
 * of it may be cancelled when prices are others. Asks nothing where no price depends on the
 * quantity.
 */
@Component
class PriceLadder {
    private final Prices prices;

    PriceLadder(Prices prices) {
        this.prices = prices;
    }

    List<OrderLine> sold(Viewer viewer, List<AssessedLine> lines) {
        List<ProductId> forMany =
                lines.stream()
                        .filter(PriceLadder::isForMany)
                        .map(AssessedLine::productId)
                        .distinct()
                        .toList();
        Map<ProductId, List<Break>> ladders =
                forMany.isEmpty() ? Map.of() : prices.ladders(viewer, forMany);
        return lines.stream()
                .map(
                        it ->
                                it.sold(
                                        isForMany(it)
                                                ? below(it, ladders.get(it.productId()))
                                                : List.of()))
                .toList();
    }

    private static boolean isForMany(AssessedLine line) {
        PriceQuote quote = line.quote();
        return quote != null
                && !line.isGift()
                && !line.isFlash()
                && quote.breakFrom().compareTo(Quantity.of(1)) > 0;
    }

    private static List<Break> below(AssessedLine line, @Nullable List<Break> ladder) {
        Quantity reached = Objects.requireNonNull(line.quote()).breakFrom();
        return ladder == null
                ? List.of()
                : ladder.stream().filter(it -> it.from().compareTo(reached) < 0).toList();
    }
}
