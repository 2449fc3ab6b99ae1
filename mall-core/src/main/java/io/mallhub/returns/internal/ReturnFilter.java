package io.mallhub.returns.internal;

import io.mallhub.returns.Returns.ReturnQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The WHERE clause of a list of returns; values travel as parameters only. */
final class ReturnFilter {
    private final List<String> terms = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    static ReturnFilter of(ReturnQuery query) {
        ReturnFilter filter = new ReturnFilter();
        filter.add(
                "customer_id = :company",
                "company",
                query.company() == null ? null : query.company().value());
        filter.add("state = :state", "state", query.state() == null ? null : query.state().name());
        filter.add(
                "reason = :reason",
                "reason",
                query.reason() == null ? null : query.reason().name());
        filter.add("order_number = :order", "order", query.orderNumber());
        String text = query.text();
        filter.add(
                "(number LIKE :text OR order_number LIKE :text OR erp_number LIKE :text"
                        + " OR customer_name LIKE :text)",
                "text",
                text == null || text.isBlank() ? null : escaped(text.strip()) + "%");
        return filter;
    }

    String where() {
        return terms.isEmpty() ? " " : " WHERE " + String.join(" AND ", terms) + " ";
    }

    Map<String, Object> params() {
        return params;
    }

    static String orderBy(String sort) {
        return switch (sort) {
            case "", "-submitted" -> "ORDER BY submitted_at DESC, number DESC";
            case "submitted" -> "ORDER BY submitted_at, number";
            default -> throw new IllegalArgumentException("No such order of returns: " + sort);
        };
    }

    private void add(String term, String name, @Nullable Object value) {
        if (value != null) {
            terms.add(term);
            params.put(name, value);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
