package io.mallhub.console.catalogue;

import io.mallhub.catalog.Products.Query;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.webkit.Typed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param category a category of the law, {@code none} for products without one, or empty for all
 * @param merchandise code of a merchandise category with what is below it, {@code none} for
 *     products in none, or empty for all
 */
record ProductFilter(
        @Nullable String text,
        @Nullable String category,
        @Nullable String merchandise,
        @Nullable Boolean active) {
    static final String NONE = "none";

    Query query() {
        return new Query(Typed.words(text), categories(), activeOnly(), uncategorised())
                .in(NONE.equals(merchandise) ? Query.NOWHERE : Typed.words(merchandise));
    }

    /** The filter as the list's address carries it. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("text", Objects.requireNonNullElse(text, ""));
        parameters.put("category", Objects.requireNonNullElse(category, ""));
        parameters.put("merchandise", Objects.requireNonNullElse(merchandise, ""));
        if (activeOnly()) {
            parameters.put("active", "true");
        }
        return parameters;
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
