package io.mallhub.shared;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lists of documents that belong to customers and have a state: tables with the columns {@code
 * number}, {@code customer_id} and {@code state}.
 *
 * @param columns to be read
 * @param at column of the time they are sorted by
 */
public record NewestFirst(String table, String columns, String at) {
    /** Null means any. */
    public <T> Page<T> page(
            JdbcClient jdbc,
            @Nullable CustomerId customer,
            @Nullable Enum<?> state,
            PageRequest page,
            RowMapper<T> row) {
        String from =
                " FROM "
                        + table
                        + " WHERE true"
                        + (customer == null ? "" : " AND customer_id = :customer")
                        + (state == null ? "" : " AND state = :state");
        Map<String, ?> params =
                Map.of(
                        "customer", customer == null ? "" : customer.value(),
                        "state", state == null ? "" : state.name());
        long total = jdbc.sql("SELECT count(*)" + from).params(params).query(Long.class).single();
        List<T> items =
                jdbc.sql(
                                "SELECT "
                                        + columns
                                        + from
                                        + " ORDER BY "
                                        + at
                                        + " DESC, number DESC LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(row)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }
}
