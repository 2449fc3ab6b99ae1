package io.mallhub.order.internal;

import io.mallhub.promotion.Basket;
import java.util.Set;

/**
 * What promotions ask of a product besides its price, as of when they looked at it: an order is
 * reckoned by it whatever the catalogue says later.
 *
 * @param category empty for none
 */
record Traits(String category, Set<String> tags) {
    Traits {
        tags = Set.copyOf(tags);
    }

    static Traits of(Basket.Line line) {
        return new Traits(line.category(), line.tags());
    }
}
