package io.mallhub.stock.internal;

import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Fences;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of fences; the sum in {@code stock_level.fenced} is kept in step. The level is locked
 * before a fence is looked at.
 */
@Service
@Transactional
class StoredFences implements Fences {
    private final StockLevels levels;
    private final JdbcClient jdbc;
    private final Clock clock;

    StoredFences(StockLevels levels, JdbcClient jdbc, Clock clock) {
        this.levels = levels;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Quantity add(UUID fence, ProductId product, Quantity most) {
        HeldLevel level = levels.lockSums(List.of(product)).get(product);
        if (level == null || !level.sellable().isPositive() || !most.isPositive()) {
            return Quantity.ZERO;
        }
        Quantity added = level.sellable().compareTo(most) < 0 ? level.sellable() : most;
        int changed =
                jdbc.sql(
                                """
                                WITH fenced AS (
                                    INSERT INTO stock_fence AS f (id, product_id, quantity, made_at)
                                    VALUES (:fence, :product, :added, :now)
                                    ON CONFLICT (id) DO UPDATE
                                        SET quantity = f.quantity + excluded.quantity,
                                            ended_at = NULL
                                        WHERE f.product_id = excluded.product_id
                                    RETURNING product_id)
                                UPDATE stock_level s SET fenced = s.fenced + :added
                                FROM fenced WHERE s.product_id = fenced.product_id
                                """)
                        .param("fence", fence)
                        .param("product", product.value())
                        .param("added", added.amount())
                        .param("now", Instants.parameter(clock.instant()))
                        .update();
        if (changed != 1) {
            throw new IllegalArgumentException("Fence " + fence + " is of another product");
        }
        return added;
    }

    @Override
    public void end(UUID fence) {
        Optional<ProductId> product =
                jdbc.sql("SELECT product_id FROM stock_fence WHERE id = :fence")
                        .param("fence", fence)
                        .query((row, number) -> new ProductId(row.getObject(1, UUID.class)))
                        .optional();
        if (product.isEmpty()) {
            return;
        }
        levels.lockSums(List.of(product.get()));
        jdbc.sql(
                        """
                        WITH before AS (
                            SELECT id, quantity FROM stock_fence
                            WHERE id = :fence AND ended_at IS NULL),
                        ended AS (
                            UPDATE stock_fence f SET quantity = 0, ended_at = :now
                            FROM before WHERE f.id = before.id)
                        UPDATE stock_level s SET fenced = s.fenced - before.quantity
                        FROM before WHERE s.product_id = :product
                        """)
                .param("fence", fence)
                .param("product", product.get().value())
                .param("now", Instants.parameter(clock.instant()))
                .update();
    }

    /** What is left of those that stand. */
    Map<UUID, Quantity> left(Collection<UUID> fences) {
        Map<UUID, Quantity> left = new HashMap<>();
        if (!fences.isEmpty()) {
            jdbc.sql(
                            "SELECT id, quantity FROM stock_fence"
                                    + " WHERE id = ANY (:fences::uuid[]) AND ended_at IS NULL")
                    .param("fences", Columns.of(fences, it -> it))
                    .query(
                            row -> {
                                left.put(
                                        row.getObject(1, UUID.class),
                                        new Quantity(row.getBigDecimal(2)));
                            });
        }
        return left;
    }
}
