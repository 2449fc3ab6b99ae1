package io.mallhub.order.internal;

import io.mallhub.promotion.Basket;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What promotions ask of a product besides its price, as of when they looked at it: an order is
 * reckoned by it whatever the catalogue says later.
 *
 * @param category of the law, empty for none
 * @param merchandise null in orders from before it was kept
 */
record Traits(String category, @Nullable Set<String> merchandise, Set<String> tags) {
    Traits {
        merchandise = merchandise == null ? null : Set.copyOf(merchandise);
        tags = Set.copyOf(tags);
    }

    static Traits of(Basket.Line line) {
        return new Traits(line.category(), line.merchandise(), line.tags());
    }
}
