package io.mallhub.order.internal;

import io.mallhub.shared.CustomerId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys stand on the orders they made and live as long as they do: there is no table of keys that
 * could be pruned, so a repeat is recognised years later.
 */
@Component
class IdempotencyKeys {
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended(:customer || ' ' || :key, 260))";

    private static final String FIND =
            """
            SELECT number, content_digest FROM sales_order
            WHERE customer_id = :customer AND idempotency_key = :key
            """;

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Earlier(String orderNumber, String contentDigest) {}

    /** Submits with one key go one after the other; the later ones find what the first has made. */
    Optional<Earlier> claim(CustomerId customer, String key) {
        jdbc.sql(LOCK).param("customer", customer.toString()).param("key", key).query(row -> {});
        return jdbc.sql(FIND)
                .param("customer", customer.value())
                .param("key", key)
                .query((row, number) -> new Earlier(row.getString(1), row.getString(2)))
                .optional();
    }
}
