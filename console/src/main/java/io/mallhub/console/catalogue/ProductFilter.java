package io.mallhub.console.catalogue;

import io.mallhub.catalog.Products.Query;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.webkit.Typed;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param category a category, {@code none} for products without one, or empty for all
 */
record ProductFilter(@Nullable String text, @Nullable String category, @Nullable Boolean active) {
    static final String NONE = "none";

    Query query() {
        return new Query(Typed.words(text), categories(), activeOnly(), uncategorised());
    }

    public boolean activeOnly() {
        return Boolean.TRUE.equals(active);
    }

    public boolean uncategorised() {
        return NONE.equals(category);
    }

    private @Nullable Set<RegulatoryCategory> categories() {
        return Arrays.stream(RegulatoryCategory.values())
                .filter(one -> one.name().equals(category))
                .findFirst()
                .map(Set::of)
                .orElse(null);
    }
}
