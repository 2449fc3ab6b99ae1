package io.mallhub.stock.internal;

import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.OneTrip;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock.Reported;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of levels; whoever locks several, locks them by product. */
@Component
class StockLevels {
    private static final String COLUMNS =
            """
            SELECT s.product_id, s.connection, s.as_of, s.reports_available, s.on_hand,
                s.allocated, s.held, s.locked, s.fenced""";

    private static final String WITH_BATCHES = COLUMNS + ", s.batches";

    private static final String WITHOUT_BATCHES = COLUMNS + ", '[]' AS batches";

    private static final String OF_PRODUCTS =
            """
             FROM unnest(:products::uuid[]) AS wanted (id)
            JOIN stock_level s ON s.product_id = wanted.id
            """;

    private static final String IN_ORDER_FOR_UPDATE = " ORDER BY s.product_id FOR UPDATE OF s";

    /** Locks the levels of {@code :products} and reads them with {@link #read}. */
    static final String LOCK_SUMS = WITHOUT_BATCHES + OF_PRODUCTS + IN_ORDER_FOR_UPDATE;

    /** The condition guards against a newer snapshot that came in between for a new product. */
    private static final String UPSERT =
            """
            INSERT INTO stock_level AS s (product_id, connection, as_of, reports_available,
                on_hand, allocated, batches, changed_at)
            SELECT product_id, connection, as_of, reports_available, on_hand, allocated, batches,
                :now
            FROM unnest(:products::uuid[], :connections::text[], :times::timestamptz[],
                :reports::boolean[], :onHands::numeric[], :allocations::numeric[],
                :batches::text[])
                AS t (product_id, connection, as_of, reports_available, on_hand, allocated,
                    batches)
            ORDER BY product_id
            ON CONFLICT (product_id) DO UPDATE SET connection = excluded.connection,
                as_of = excluded.as_of, reports_available = excluded.reports_available,
                on_hand = excluded.on_hand, allocated = excluded.allocated,
                batches = excluded.batches, changed_at = excluded.changed_at
            WHERE s.as_of <= excluded.as_of
            """;

    /** Touches only products that have or had a locked batch: nearly none. */
    private static final String RECOUNT_LOCKED =
            """
            UPDATE stock_level s SET locked = coalesce((
                SELECT sum(greatest((b ->> 'onHand')::numeric - CASE WHEN s.reports_available
                    THEN 0 ELSE (b ->> 'allocated')::numeric END, 0))
                FROM jsonb_array_elements(s.batches::jsonb) AS b
                JOIN batch_lock l ON l.product_id = s.product_id AND l.batch = b ->> 'number'
                    AND l.unlocked_at IS NULL), 0)
            WHERE s.product_id = ANY (:products::uuid[])
                AND (s.locked <> 0 OR EXISTS (SELECT FROM batch_lock l
                    WHERE l.product_id = s.product_id AND l.unlocked_at IS NULL))
            """;

    private static final String WRITE = UPSERT + ";" + RECOUNT_LOCKED;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations trips;

    StockLevels(JdbcClient jdbc, NamedParameterJdbcOperations trips) {
        this.jdbc = jdbc;
        this.trips = trips;
    }

    Map<ProductId, HeldLevel> find(Collection<ProductId> products) {
        return query(WITH_BATCHES + OF_PRODUCTS, products);
    }

    /** Without batches: enough to say what is sellable. */
    Map<ProductId, HeldLevel> sums(Collection<ProductId> products) {
        return query(WITHOUT_BATCHES + OF_PRODUCTS, products);
    }

    Map<ProductId, Reported> reported(Collection<ProductId> products) {
        Map<ProductId, Reported> reported = new HashMap<>();
        jdbc.sql(
                        "SELECT product_id, on_hand, allocated, as_of FROM stock_level"
                                + " WHERE product_id = ANY (:ids::uuid[])")
                .param("ids", Columns.of(products, ProductId::toString))
                .query(
                        row -> {
                            reported.put(
                                    ProductId.of(row.getString("product_id")),
                                    new Reported(
                                            new Quantity(row.getBigDecimal("on_hand")),
                                            new Quantity(row.getBigDecimal("allocated")),
                                            Instants.sure(row, "as_of")));
                        });
        return reported;
    }

    Map<ProductId, HeldLevel> lock(Collection<ProductId> products) {
        return query(WITH_BATCHES + OF_PRODUCTS + IN_ORDER_FOR_UPDATE, products);
    }

    Map<ProductId, HeldLevel> lockSums(Collection<ProductId> products) {
        return query(LOCK_SUMS, products);
    }

    /** Counts what is in locked batches, too; known levels are locked before. */
    void write(Collection<StockLevel> levels, Instant now) {
        if (levels.isEmpty()) {
            return;
        }
        Map<String, Object> columns =
                Map.of(
                        "products", Columns.of(levels, StockLevel::product),
                        "connections", Columns.of(levels, StockLevel::connection),
                        "times", Columns.of(levels, StockLevel::asOf),
                        "reports", Columns.of(levels, StockLevel::reportsAvailable),
                        "onHands", Columns.of(levels, it -> it.onHand().amount()),
                        "allocations", Columns.of(levels, it -> it.allocated().amount()),
                        "batches", Columns.of(levels, it -> BatchesText.write(it.batches())),
                        "now", Instants.parameter(now));
        OneTrip.of(trips, WRITE, columns, results -> results.changed() + results.changed());
    }

    /** Counts anew what is in locked batches; the levels are locked before. */
    void recountLocked(Collection<ProductId> products) {
        if (!products.isEmpty()) {
            jdbc.sql(RECOUNT_LOCKED)
                    .param("products", Columns.of(products, ProductId::value))
                    .update();
        }
    }

    private Map<ProductId, HeldLevel> query(String sql, Collection<ProductId> products) {
        Map<ProductId, HeldLevel> levels = new HashMap<>();
        jdbc.sql(sql)
                .param("products", Columns.of(products, ProductId::value))
                .query(
                        row -> {
                            HeldLevel level = read(row);
                            levels.put(level.level().product(), level);
                        });
        return levels;
    }

    static HeldLevel read(ResultSet row) throws SQLException {
        return new HeldLevel(
                new StockLevel(
                        new ProductId(row.getObject("product_id", UUID.class)),
                        row.getString("connection"),
                        Instants.sure(row, "as_of"),
                        row.getBoolean("reports_available"),
                        new Quantity(row.getBigDecimal("on_hand")),
                        new Quantity(row.getBigDecimal("allocated")),
                        BatchesText.read(row.getString("batches"))),
                new Quantity(row.getBigDecimal("held")),
                new Quantity(row.getBigDecimal("locked")),
                new Quantity(row.getBigDecimal("fenced")));
    }
}
