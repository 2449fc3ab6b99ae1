package io.mallhub.order.internal;

import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.PriceQuote.Break;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What lines with a price for so many would have cost for less: kept with the order, since a part
 * of it may be cancelled when prices are others. Asks nothing where no price depends on the
 * quantity.
 */
@Component
class PriceLadder {
    private static final Quantity ONE = Quantity.of(1);

    private final Prices prices;

    PriceLadder(Prices prices) {
        this.prices = prices;
    }

    List<OrderLine> sold(Viewer viewer, List<AssessedLine> lines) {
        Map<ProductId, Quantity> forMany = new HashMap<>();
        for (AssessedLine line : lines) {
            PriceQuote quote = line.quote();
            if (quote != null
                    && !line.isGift()
                    && !line.isFlash()
                    && quote.breakFrom().compareTo(ONE) > 0) {
                forMany.put(line.productId(), ONE);
            }
        }
        Map<ProductId, PriceQuote> forOne =
                forMany.isEmpty() ? Map.of() : prices.quoteWithoutSales(viewer, forMany);
        return lines.stream().map(it -> it.sold(steps(it, forOne.get(it.productId())))).toList();
    }

    private static List<Break> steps(AssessedLine line, @Nullable PriceQuote one) {
        PriceQuote quote = line.quote();
        if (one == null || quote == null || line.isGift() || line.isFlash()) {
            return List.of();
        }
        List<Break> steps = new ArrayList<>();
        steps.add(new Break(one.breakFrom(), one.price(), one.source()));
        steps.addAll(one.breaks());
        steps.removeIf(it -> it.from().compareTo(quote.breakFrom()) >= 0);
        return steps;
    }
}
