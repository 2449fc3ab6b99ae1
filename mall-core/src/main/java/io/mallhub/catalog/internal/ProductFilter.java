package io.mallhub.catalog.internal;

import io.mallhub.catalog.Products.Query;
import io.mallhub.shared.Columns;
import io.mallhub.shared.RegulatoryCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The WHERE clause of a product query; values travel as parameters only. */
record ProductFilter(String where, Map<String, Object> params) {
    static ProductFilter of(Query query, Sights.Term sight) {
        List<String> terms = new ArrayList<>();
        Map<String, Object> params = new HashMap<>();
        String text = query.text();
        if (text != null && !text.isBlank()) {
            String[] words = CleanProduct.searchForm(text).strip().split("\\s+");
            for (int word = 0; word < Math.min(words.length, 8); word++) {
                terms.add("search_text LIKE :word" + word);
                params.put("word" + word, "%" + escaped(words[word]) + "%");
            }
        }
        Set<RegulatoryCategory> categories = query.categories();
        if (categories != null) {
            terms.add("category = ANY (:categories::text[])");
            params.put("categories", Columns.of(categories, RegulatoryCategory::name));
        }
        if (query.activeOnly()) {
            terms.add("active");
        }
        if (query.uncategorisedOnly()) {
            terms.add("category IS NULL");
        }
        if (query.merchandise() != null) {
            if (query.merchandise().equals(Query.NOWHERE)) {
                terms.add("merchandise = '{}'");
            } else {
                terms.add("merchandise @> ARRAY[:merchandise]::text[]");
                params.put("merchandise", query.merchandise());
            }
        }
        if (query.sight() != null) {
            terms.add(sight.sql());
            params.putAll(sight.params());
        }
        String where = terms.isEmpty() ? " " : " WHERE " + String.join(" AND ", terms) + " ";
        return new ProductFilter(where, params);
    }

    static String orderBy(String sort) {
        return switch (sort) {
            case "", "name" -> "ORDER BY name, id";
            case "-name" -> "ORDER BY name DESC, id DESC";
            case "code" -> "ORDER BY code";
            case "-code" -> "ORDER BY code DESC";
            default -> throw new IllegalArgumentException("No such order of products: " + sort);
        };
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
