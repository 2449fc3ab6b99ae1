package io.mallhub.returns.internal;

import io.mallhub.shared.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Batches that must not be sold again: locked by a recall, opened only by an act of its own. */
@Component
class BatchLocks {
    private final JdbcClient jdbc;

    BatchLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isLocked(ProductId product, String batch) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM batch_lock
                            WHERE product_id = ? AND batch = ? AND unlocked_at IS NULL)
                        """)
                .params(product.value(), batch)
                .query(Boolean.class)
                .single();
    }
}
