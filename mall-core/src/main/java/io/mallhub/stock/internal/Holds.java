package io.mallhub.stock.internal;

import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.OneTrip;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Fences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of holds. Every statement keeps the sum in {@code stock_level.held} in step; the levels
 * concerned are locked before.
 */
@Component
class Holds {
    /** All or nothing, with the levels locked before they are looked at. */
    private static final String TAKE =
            StockLevels.LOCK_SUMS
                    + """
            ;
            WITH wanted AS (
                SELECT t.product_id, t.quantity, f.id AS fence,
                    coalesce(least(f.quantity, t.fenced), 0) AS fenced
                FROM unnest(:products::uuid[], :quantities::numeric[], :fences::uuid[],
                    :fenced::numeric[]) AS t (product_id, quantity, fence, fenced)
                LEFT JOIN stock_fence f ON f.id = t.fence AND f.ended_at IS NULL),
            added AS (
                INSERT INTO stock_hold (order_id, product_id, quantity, fence, fenced, held_at)
                SELECT :order, product_id, quantity, fence, fenced, :now FROM wanted
                WHERE NOT EXISTS (
                    SELECT FROM wanted w LEFT JOIN LATERAL (
                        SELECT s.on_hand - s.allocated - s.locked - s.held AS there, s.fenced
                        FROM stock_level s WHERE s.product_id = w.product_id) AS s ON true
                    WHERE s.there IS NULL
                        OR least(s.there, greatest(s.there - s.fenced, 0) + w.fenced)
                            < w.quantity)
                ON CONFLICT DO NOTHING
                RETURNING product_id, quantity, fence, fenced),
            drawn AS (
                UPDATE stock_fence f SET quantity = f.quantity - added.fenced
                FROM added WHERE f.id = added.fence)
            UPDATE stock_level s SET held = s.held + added.quantity,
                fenced = s.fenced - added.fenced
            FROM added WHERE s.product_id = added.product_id
            """;

    private static final String SUBTRACT =
            """
            , summed AS (SELECT product_id, sum(quantity) AS quantity FROM ended GROUP BY product_id)
            UPDATE stock_level s SET held = s.held - summed.quantity
            FROM summed WHERE s.product_id = summed.product_id
            """;

    /** What came out of a fence that still stands goes back there. An order has a product once. */
    private static final String RELEASE =
            """
            WITH ended AS (
                UPDATE stock_hold SET ended_at = :now, ended_by = 'RELEASED'
                WHERE order_id = :order AND ended_at IS NULL
                    AND (:products::uuid[] IS NULL OR product_id = ANY(:products::uuid[]))
                RETURNING product_id, quantity, fence, fenced),
            back AS (
                UPDATE stock_fence f SET quantity = f.quantity + ended.fenced
                FROM ended WHERE f.id = ended.fence AND f.ended_at IS NULL
                RETURNING f.product_id, ended.fenced)
            UPDATE stock_level s SET held = s.held - ended.quantity,
                fenced = s.fenced + coalesce(back.fenced, 0)
            FROM ended LEFT JOIN back ON back.product_id = ended.product_id
            WHERE s.product_id = ended.product_id
            """;

    private static final String CHANGE =
            """
            WITH wanted AS (
                SELECT product_id, quantity, fenced
                FROM unnest(:products::uuid[], :quantities::numeric[], :fenced::numeric[])
                    AS t (product_id, quantity, fenced)),
            before AS (
                SELECT h.product_id, h.quantity, h.fence,
                    h.fenced - least(h.fenced, coalesce(w.fenced, 0)) AS freed
                FROM stock_hold h LEFT JOIN wanted w ON w.product_id = h.product_id
                WHERE h.order_id = :order AND h.ended_at IS NULL),
            changed AS (
                UPDATE stock_hold h SET quantity = w.quantity, fenced = least(h.fenced, w.fenced)
                FROM wanted w
                WHERE h.order_id = :order AND h.product_id = w.product_id AND h.ended_at IS NULL),
            ended AS (
                UPDATE stock_hold h SET ended_at = :now, ended_by = 'RELEASED'
                WHERE h.order_id = :order AND h.ended_at IS NULL
                    AND NOT EXISTS (SELECT FROM wanted w WHERE w.product_id = h.product_id)),
            back AS (
                UPDATE stock_fence f SET quantity = f.quantity + b.freed
                FROM before b WHERE f.id = b.fence AND f.ended_at IS NULL AND b.freed > 0
                RETURNING f.product_id, b.freed)
            UPDATE stock_level s SET held = s.held - b.quantity + coalesce(w.quantity, 0),
                fenced = s.fenced + coalesce(back.freed, 0)
            FROM before b LEFT JOIN wanted w ON w.product_id = b.product_id
                LEFT JOIN back ON back.product_id = b.product_id
            WHERE s.product_id = b.product_id
            """;

    private static final String REOPEN =
            """
            WITH again AS (
                UPDATE stock_hold SET ended_at = NULL, ended_by = NULL
                WHERE order_id = :order AND product_id = ANY(:products::uuid[])
                    AND ended_by = 'IN_ERP_FIGURES'
                RETURNING product_id, quantity)
            UPDATE stock_level s SET held = s.held + again.quantity
            FROM again WHERE s.product_id = again.product_id
            """;

    private static final String END_KNOWN =
            """
            WITH ended AS (
                UPDATE stock_hold h SET ended_at = :now, ended_by = 'IN_ERP_FIGURES'
                FROM unnest(:products::uuid[]) AS told (id)
                JOIN stock_level s ON s.product_id = told.id
                WHERE h.product_id = told.id AND h.ended_at IS NULL AND h.erp_time <= s.as_of
                RETURNING h.product_id, h.quantity)
            """
                    + SUBTRACT;

    private static final String KNOWN =
            StockLevels.LOCK_SUMS
                    + """
            ;
            UPDATE stock_hold SET erp_time = :time
            WHERE order_id = :order AND ended_at IS NULL AND erp_time IS NULL
            ;
            """
                    + END_KNOWN;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations trips;

    Holds(JdbcClient jdbc, NamedParameterJdbcOperations trips) {
        this.jdbc = jdbc;
        this.trips = trips;
    }

    /**
     * @param before the locked levels as they were before
     * @param added for how many products a hold was added; 0 when one of them is short, or when the
     *     order holds them already
     */
    record Taken(Map<ProductId, HeldLevel> before, int added) {}

    Taken take(
            OrderId order,
            Map<ProductId, Quantity> demand,
            Map<ProductId, Fences.Part> fenced,
            Instant now) {
        List<Fences.@Nullable Part> parts = new ArrayList<>();
        demand.keySet().forEach(product -> parts.add(fenced.get(product)));
        Map<String, Object> parameters =
                Map.of(
                        "order", order.value(),
                        "products", Columns.of(demand.entrySet(), Map.Entry::getKey),
                        "quantities", Columns.of(demand.entrySet(), it -> it.getValue().amount()),
                        "fences", Columns.of(parts, it -> it == null ? null : it.fence()),
                        "fenced",
                                Columns.of(parts, it -> it == null ? null : it.quantity().amount()),
                        "now", Instants.parameter(now));
        return OneTrip.of(
                trips,
                TAKE,
                parameters,
                results -> {
                    Map<ProductId, HeldLevel> before = new HashMap<>();
                    results.rows((row, number) -> StockLevels.read(row))
                            .forEach(level -> before.put(level.level().product(), level));
                    return new Taken(before, results.changed());
                });
    }

    List<ProductId> activeProducts(OrderId order) {
        return activeProducts(order, "true");
    }

    /** Products of active holds of which the ERP is not known to have the order yet. */
    List<ProductId> unknownToErp(OrderId order) {
        return activeProducts(order, "erp_time IS NULL");
    }

    /** Of active holds and ended ones. */
    List<ProductId> everHeldProducts(OrderId order) {
        return products(order, "true");
    }

    /** Ended holds of these products that the ERP's figures contained go on; it knows of none. */
    void reopen(OrderId order, Collection<ProductId> products) {
        jdbc.sql(REOPEN)
                .param("order", order.value())
                .param("products", Columns.of(products, ProductId::value))
                .update();
        jdbc.sql(
                        """
                        UPDATE stock_hold SET erp_time = NULL
                        WHERE order_id = :order AND ended_at IS NULL
                        """)
                .param("order", order.value())
                .update();
    }

    private List<ProductId> activeProducts(OrderId order, String which) {
        return products(order, "ended_at IS NULL AND " + which);
    }

    private List<ProductId> products(OrderId order, String which) {
        return jdbc.sql(
                        """
                        SELECT product_id FROM stock_hold
                        WHERE order_id = :order AND %s ORDER BY product_id
                        """
                                .formatted(which))
                .param("order", order.value())
                .query((row, number) -> new ProductId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * @param fenced the part that goes back to a fence which stands
     */
    record Held(Quantity quantity, Quantity fenced) {
        /** Out of what anybody could have bought. */
        Quantity ordinary() {
            return quantity.minus(fenced);
        }
    }

    /** How much of what the order holds; the levels are locked before. */
    Map<ProductId, Held> active(OrderId order) {
        Map<ProductId, Held> active = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT h.product_id, h.quantity,
                            CASE WHEN f.id IS NULL OR f.ended_at IS NOT NULL THEN 0 ELSE h.fenced END
                        FROM stock_hold h LEFT JOIN stock_fence f ON f.id = h.fence
                        WHERE h.order_id = :order AND h.ended_at IS NULL
                        """)
                .param("order", order.value())
                .query(
                        row -> {
                            active.put(
                                    new ProductId(row.getObject(1, UUID.class)),
                                    new Held(
                                            new Quantity(row.getBigDecimal(2)),
                                            new Quantity(row.getBigDecimal(3))));
                        });
        return active;
    }

    /**
     * What is not in the demand ends.
     *
     * @param fenced most of the demand that stays out of a fence
     */
    void change(
            OrderId order,
            Map<ProductId, Quantity> demand,
            Map<ProductId, Quantity> fenced,
            Instant now) {
        jdbc.sql(CHANGE)
                .param("order", order.value())
                .param("products", Columns.of(demand.entrySet(), Map.Entry::getKey))
                .param("quantities", Columns.of(demand.entrySet(), it -> it.getValue().amount()))
                .param(
                        "fenced",
                        Columns.of(
                                demand.keySet(),
                                it -> fenced.getOrDefault(it, Quantity.ZERO).amount()))
                .param("now", Instants.parameter(now))
                .update();
    }

    boolean everHeld(OrderId order) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM stock_hold WHERE order_id = :order)")
                .param("order", order.value())
                .query(Boolean.class)
                .single();
    }

    void release(OrderId order, Instant now) {
        release(order, (Object) null, now);
    }

    void release(OrderId order, Collection<ProductId> products, Instant now) {
        release(order, Columns.of(products, ProductId::value), now);
    }

    private void release(OrderId order, @Nullable Object products, Instant now) {
        jdbc.sql(RELEASE)
                .param("products", products)
                .param("order", order.value())
                .param("now", Instants.parameter(now))
                .update();
    }

    /**
     * The first time told stays: figures since then contain the order. The levels are locked here.
     *
     * @param products those of the order of which the ERP was not known to have it
     */
    void knownToErp(OrderId order, Collection<ProductId> products, Instant erpTime, Instant now) {
        Map<String, Object> parameters =
                Map.of(
                        "order", order.value(),
                        "products", Columns.of(products, ProductId::value),
                        "time", Instants.parameter(erpTime),
                        "now", Instants.parameter(now));
        OneTrip.of(
                trips,
                KNOWN,
                parameters,
                results -> {
                    results.rows((locked, number) -> true);
                    results.changed();
                    return results.changed();
                });
    }

    /** Ends the holds that the ERP's figures of these products contain by now. */
    void endKnown(Collection<ProductId> products, Instant now) {
        if (products.isEmpty()) {
            return;
        }
        jdbc.sql(END_KNOWN)
                .param("products", Columns.of(products, ProductId::value))
                .param("now", Instants.parameter(now))
                .update();
    }
}
