package io.mallhub.order.internal;

import io.mallhub.order.Orders.OrderQuery;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The WHERE clause of an order list; values travel as parameters only. */
final class OrderFilter {
    private final List<String> terms = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    static OrderFilter of(OrderQuery query) {
        OrderFilter filter = new OrderFilter();
        filter.add(
                "customer_id = :company", query.company() == null ? null : query.company().value());
        filter.add("state = :state", query.state() == null ? null : query.state().name());
        filter.add(
                "erp_state = :erpState", query.erpState() == null ? null : query.erpState().name());
        filter.add("submitted_at >= :from", startOf(query.from()));
        LocalDate until = query.until();
        filter.add("submitted_at < :until", until == null ? null : startOf(until.plusDays(1)));
        String text = query.text();
        filter.add(
                "(number LIKE :text OR erp_number LIKE :text OR customer_name LIKE :text)",
                text == null || text.isBlank() ? null : escaped(text.strip()) + "%");
        return filter;
    }

    static OrderFilter of(Collection<CustomerId> companies) {
        OrderFilter filter = new OrderFilter();
        filter.add(
                "customer_id = ANY (:companies::uuid[])", Columns.of(companies, CustomerId::value));
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
            case "total" -> "ORDER BY total, number";
            case "-total" -> "ORDER BY total DESC, number DESC";
            default -> throw new IllegalArgumentException("No such order of orders: " + sort);
        };
    }

    private void add(String term, @Nullable Object value) {
        if (value != null) {
            String name = term.replaceFirst("(?s)^.*?:(\\w+).*$", "$1");
            terms.add(term);
            params.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(MallTime.ZONE).toOffsetDateTime();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
