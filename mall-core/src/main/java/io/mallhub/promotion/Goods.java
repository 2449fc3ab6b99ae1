package io.mallhub.promotion;

import io.mallhub.shared.ProductId;
import java.util.Set;

/** Which lines count for a rule; its discount is divided among them. */
public sealed interface Goods {
    /** The whole order. */
    record All() implements Goods {}

    /** These products together; a single product is a set of one. */
    record Products(Set<ProductId> products) implements Goods {
        public Products {
            products = Set.copyOf(named(products));
        }
    }

    /** Products of these regulatory categories. */
    record Categories(Set<String> categories) implements Goods {
        public Categories {
            categories = Set.copyOf(named(categories));
        }
    }

    /** Products that stand in one of these merchandise categories, or below. */
    record Merchandise(Set<String> codes) implements Goods {
        public Merchandise {
            codes = Set.copyOf(named(codes));
        }
    }

    /** Products that carry one of these tags. */
    record Tags(Set<String> tags) implements Goods {
        public Tags {
            tags = Set.copyOf(named(tags));
        }
    }

    private static <T> Set<T> named(Set<T> some) {
        if (some.isEmpty()) {
            throw new IllegalArgumentException("Goods name at least one; all of them is All");
        }
        return some;
    }
}
