package io.mallhub.order.internal;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.OneTrip;
import io.mallhub.shared.RuleRevisions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Keys stand on the orders they made and live as long as they do: there is no table of keys that
 * could be pruned, so a repeat is recognised years later.
 */
@Component
class IdempotencyKeys {
    /**
     * From here on the transaction's statements, which ask by keys only, are planned once for all
     * orders: planning them for each takes longer than they do, and holds locks meanwhile.
     */
    private static final String LOCK_AND_FIND =
            """
            SELECT pg_advisory_xact_lock(hashtextextended(:lock, 260)),
                set_config('plan_cache_mode', 'force_generic_plan', true);
            SELECT number, content_digest FROM sales_order
            WHERE customer_id = :customer AND idempotency_key = :key;
            """
                    + RuleRevisions.ALL;

    private final NamedParameterJdbcOperations jdbc;
    private final RuleRevisions rules;

    IdempotencyKeys(NamedParameterJdbcOperations jdbc, RuleRevisions rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    record Earlier(String orderNumber, String contentDigest) {}

    /**
     * Submits with one key go one after the other; the later ones find what the first has made. The
     * trip brings along by which rules the order is judged, and all that follows is planned once.
     */
    Optional<Earlier> claim(CustomerId customer, String key) {
        return OneTrip.of(
                jdbc,
                LOCK_AND_FIND,
                Map.of("lock", customer + " " + key, "customer", customer.value(), "key", key),
                results -> {
                    results.rows((locked, number) -> true);
                    List<Earlier> earlier =
                            results.rows(
                                    (row, number) ->
                                            new Earlier(row.getString(1), row.getString(2)));
                    rules.look(results.rows(RuleRevisions.Mark::of));
                    return earlier.stream().findFirst();
                });
    }
}
