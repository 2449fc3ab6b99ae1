package io.mallhub.stock.internal;

import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.OneTrip;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock.ApplyResult;
import io.mallhub.stock.Stock.Reported;
import io.mallhub.stock.Stock.Unreported;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** Of the told products those that are there, and whether they say the same already. */
    private static final String COMPARE =
            """
            SELECT s.product_id, s.as_of = t.as_of AS same_time,
                s.reports_available = t.reports_available AND s.batches = t.batches AS same_figures
            FROM unnest(:products::uuid[], :times::timestamptz[], :reports::boolean[],
                :batches::text[]) AS t (product_id, as_of, reports_available, batches)
            JOIN stock_level s ON s.product_id = t.product_id
            """;

    /**
     * The condition, not what was read before, guards against a newer snapshot: it looks at the row
     * when nobody else can change it any more.
     */
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
            WHERE s.as_of < excluded.as_of OR s.as_of = excluded.as_of
                AND (s.reports_available <> excluded.reports_available
                    OR s.batches <> excluded.batches)
            RETURNING product_id, held <> 0 AS held
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

    private static final String WRITE = COMPARE + ";" + UPSERT + ";" + RECOUNT_LOCKED;

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

    Unreported unreported(String connection, Instant since) {
        List<ProductId> products =
                jdbc.sql(
                                "SELECT product_id FROM stock_level WHERE connection = :connection"
                                        + " AND on_hand <> 0 AND as_of < :since"
                                        + " ORDER BY product_id")
                        .param("connection", connection)
                        .param("since", Instants.parameter(since))
                        .query((row, number) -> product(row))
                        .list();
        long stocked =
                jdbc.sql(
                                "SELECT count(*) FROM stock_level WHERE connection = :connection"
                                        + " AND on_hand <> 0")
                        .param("connection", connection)
                        .query(Long.class)
                        .single();
        return new Unreported(products, stocked);
    }

    Map<ProductId, HeldLevel> lockSums(Collection<ProductId> products) {
        return query(LOCK_SUMS, products);
    }

    /**
     * An older level never overwrites a newer one; of two with the same time the later told counts,
     * as ERP clocks are coarse.
     *
     * @param levels each of another product
     * @return what became of each, in their order; those that were written are locked
     */
    List<Outcome> write(Collection<StockLevel> levels, Instant now) {
        if (levels.isEmpty()) {
            return List.of();
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
        return OneTrip.of(
                trips,
                WRITE,
                columns,
                results -> {
                    Map<ProductId, Before> before = new HashMap<>();
                    results.rows((row, number) -> before.put(product(row), Before.read(row)));
                    Map<ProductId, Boolean> held = new HashMap<>();
                    results.rows((row, number) -> held.put(product(row), row.getBoolean("held")));
                    results.changed();
                    return levels.stream()
                            .map(StockLevel::product)
                            .map(
                                    it ->
                                            new Outcome(
                                                    it,
                                                    result(before.get(it), held.get(it)),
                                                    held.getOrDefault(it, false)))
                            .toList();
                });
    }

    /**
     * @param held null when the level was not written
     */
    private static ApplyResult result(@Nullable Before before, @Nullable Boolean held) {
        if (before == null || !before.sameFigures()) {
            return held == null ? ApplyResult.OLDER_IGNORED : ApplyResult.APPLIED;
        }
        return held == null && !before.sameTime()
                ? ApplyResult.OLDER_IGNORED
                : ApplyResult.UNCHANGED;
    }

    private static ProductId product(ResultSet row) throws SQLException {
        return new ProductId(row.getObject("product_id", UUID.class));
    }

    /** How the told level compares with what was there. */
    private record Before(boolean sameTime, boolean sameFigures) {
        static Before read(ResultSet row) throws SQLException {
            return new Before(row.getBoolean("same_time"), row.getBoolean("same_figures"));
        }
    }

    /**
     * @param held orders hold of it, and the level was written: some holds may be in it by now
     */
    record Outcome(ProductId product, ApplyResult result, boolean held) {}

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
