package io.mallhub.stock.internal;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.ProductId;
import io.mallhub.stock.BatchLocks;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredBatchLocks implements BatchLocks {
    private final JdbcClient jdbc;
    private final StockLevels levels;
    private final Clock clock;

    StoredBatchLocks(JdbcClient jdbc, StockLevels levels, Clock clock) {
        this.jdbc = jdbc;
        this.levels = levels;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void lock(ProductId product, String batch, String reason, Actor by) {
        jdbc.sql(
                        """
                        INSERT INTO batch_lock (product_id, batch, reason, locked_by, locked_at)
                        VALUES (:product, :batch, :reason, :by, :now)
                        ON CONFLICT (product_id, batch) WHERE unlocked_at IS NULL DO NOTHING
                        """)
                .param("product", product.value())
                .param("batch", batch)
                .param("reason", reason)
                .param("by", by.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        recount(product);
    }

    @Override
    @Transactional
    public boolean unlock(ProductId product, String batch, String reason, Actor by) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A batch is unlocked for a reason");
        }
        int unlocked =
                jdbc.sql(
                                """
                                UPDATE batch_lock SET unlocked_by = :by, unlocked_at = :now,
                                    unlock_reason = :reason
                                WHERE product_id = :product AND batch = :batch
                                    AND unlocked_at IS NULL
                                """)
                        .param("by", by.name())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("reason", reason)
                        .param("product", product.value())
                        .param("batch", batch)
                        .update();
        recount(product);
        return unlocked == 1;
    }

    /** The level is locked first: figures that come meanwhile are counted with or after it. */
    private void recount(ProductId product) {
        levels.lockSums(List.of(product));
        levels.recountLocked(List.of(product));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isLocked(ProductId product, String batch) {
        return locked(List.of(product)).contains(new Batch(product, batch));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Batch> locked(Collection<ProductId> products) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT product_id, batch FROM batch_lock
                                WHERE product_id = ANY (:products::uuid[])
                                    AND unlocked_at IS NULL
                                """)
                        .param("products", Columns.of(products, ProductId::value))
                        .query(
                                (row, n) ->
                                        new Batch(
                                                new ProductId(row.getObject(1, UUID.class)),
                                                row.getString(2)))
                        .list());
    }
}
