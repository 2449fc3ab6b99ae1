package io.mallhub.flash.internal;

import io.mallhub.flash.FlashQuotas;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.OneTrip;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class FlashTakings implements FlashQuotas {
    /** Of an occurrence {@code o}. */
    static final String RUNS = "o.closed_at IS NULL AND o.opens_at <= :now AND :now < o.closes_at";

    /**
     * The lock first: the statement after it sees what those before took, the shares of companies
     * included. All of the order, or nothing.
     */
    private static final String TAKE =
            """
            SELECT o.id, o.product_id FROM flash_occurrence o
            WHERE o.product_id = ANY (:products::uuid[]) AND %1$s ORDER BY o.id FOR UPDATE
            ;
            WITH wanted AS (
                SELECT o.id, w.quantity
                FROM unnest(:products::uuid[], :quantities::numeric[], :prices::numeric[])
                    AS w (product_id, quantity, price)
                LEFT JOIN flash_occurrence o ON o.product_id = w.product_id AND %1$s
                    AND o.price = w.price AND o.taken + w.quantity <= o.backed
                    AND (o.most IS NULL OR o.most >= w.quantity + coalesce((
                        SELECT s.taken FROM flash_share s
                        WHERE s.occurrence = o.id AND s.customer_id = :customer), 0))),
            taken AS (
                UPDATE flash_occurrence o SET taken = o.taken + w.quantity
                FROM wanted w
                WHERE o.id = w.id AND NOT EXISTS (SELECT FROM wanted WHERE id IS NULL)
                RETURNING o.id, w.quantity),
            shares AS (
                INSERT INTO flash_share AS s (occurrence, customer_id, taken)
                SELECT id, :customer, quantity FROM taken
                ON CONFLICT (occurrence, customer_id) DO UPDATE
                    SET taken = s.taken + excluded.taken)
            INSERT INTO flash_entry (key, occurrence, order_id, customer_id, quantity, at)
            SELECT :key || id, id, :order, :customer, quantity, :now FROM taken
            """
                    .formatted(RUNS);

    private static final String STAND =
            """
            SELECT o.product_id, o.price, o.backed - o.taken AS left,
                o.most - coalesce(s.taken, 0) AS open
            FROM flash_occurrence o
            LEFT JOIN flash_share s ON s.occurrence = o.id AND s.customer_id = :customer
            WHERE o.product_id = ANY (:products::uuid[]) AND %s
            """
                    .formatted(RUNS);

    private static final String BACK =
            """
            WITH back AS (
                UPDATE flash_occurrence SET taken = taken - :quantity WHERE id = :occurrence
                RETURNING id),
            shares AS (
                UPDATE flash_share s SET taken = s.taken - :quantity FROM back
                WHERE s.occurrence = back.id AND s.customer_id = :customer)
            INSERT INTO flash_entry (key, occurrence, order_id, customer_id, quantity, at)
            SELECT :key, id, :order, :customer, -:quantity::numeric, :now FROM back
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations trips;
    private final Clock clock;

    FlashTakings(JdbcClient jdbc, NamedParameterJdbcOperations trips, Clock clock) {
        this.jdbc = jdbc;
        this.trips = trips;
        this.clock = clock;
    }

    @Override
    public TakeOutcome take(OrderId order, CustomerId company, Map<ProductId, Wanted> wanted) {
        Map<String, Object> parameters =
                Map.of(
                        "products", Columns.of(wanted.entrySet(), Map.Entry::getKey),
                        "quantities",
                                Columns.of(
                                        wanted.entrySet(), it -> it.getValue().quantity().amount()),
                        "prices",
                                Columns.of(wanted.entrySet(), it -> it.getValue().price().amount()),
                        "customer", company.value(),
                        "order", order.value(),
                        "key", "take/" + order + "/",
                        "now", Instants.parameter(clock.instant()));
        Map<ProductId, UUID> occurrences = new HashMap<>();
        int taken =
                OneTrip.of(
                        trips,
                        TAKE,
                        parameters,
                        results -> {
                            results.rows(
                                            (row, number) ->
                                                    Map.entry(
                                                            new ProductId(
                                                                    row.getObject(2, UUID.class)),
                                                            row.getObject(1, UUID.class)))
                                    .forEach(it -> occurrences.put(it.getKey(), it.getValue()));
                            return results.changed();
                        });
        if (taken < wanted.size()) {
            List<Refusal> refusals = refusals(company, wanted);
            if (!refusals.isEmpty()) {
                return new TakeOutcome.Refused(refusals);
            }
        } else if (occurrences.keySet().equals(wanted.keySet())) {
            return new TakeOutcome.Taken(occurrences);
        }
        // Some occurrence opened between the statements: the whole order is judged anew.
        throw new ConcurrencyFailureException("A flash sale opened while it was taken from");
    }

    /** How an occurrence stands to a company; {@code open} is null where only the quota limits. */
    private record Standing(BigDecimal price, Quantity left, @Nullable Quantity open) {}

    private List<Refusal> refusals(CustomerId company, Map<ProductId, Wanted> wanted) {
        Map<ProductId, Standing> standings = new HashMap<>();
        jdbc.sql(STAND)
                .param("products", Columns.of(wanted.keySet(), ProductId::value))
                .param("customer", company.value())
                .param("now", Instants.parameter(clock.instant()))
                .query(
                        row -> {
                            BigDecimal open = row.getBigDecimal("open");
                            standings.put(
                                    new ProductId(row.getObject("product_id", UUID.class)),
                                    new Standing(
                                            row.getBigDecimal("price"),
                                            new Quantity(row.getBigDecimal("left")),
                                            open == null ? null : new Quantity(open)));
                        });
        List<Refusal> refusals = new ArrayList<>();
        wanted.forEach(
                (product, it) -> {
                    Refusal refusal = refusal(product, it, standings.get(product));
                    if (refusal != null) {
                        refusals.add(refusal);
                    }
                });
        return refusals;
    }

    private static @Nullable Refusal refusal(
            ProductId product, Wanted wanted, @Nullable Standing standing) {
        if (standing == null || standing.price().compareTo(wanted.price().amount()) != 0) {
            return new Refusal(product, "flash-sale.over", "");
        }
        if (wanted.quantity().compareTo(standing.left()) > 0) {
            return new Refusal(
                    product, "flash-sale.sold-out", wanted.quantity() + " > " + standing.left());
        }
        Quantity open = standing.open();
        return open != null && wanted.quantity().compareTo(open) > 0
                ? new Refusal(product, "flash-sale.limit", wanted.quantity() + " > " + open)
                : null;
    }

    @Override
    public void lock(OrderId order) {
        jdbc.sql(
                        """
                        SELECT o.id FROM flash_occurrence o
                        WHERE o.id IN (SELECT occurrence FROM flash_entry WHERE order_id = :order)
                        ORDER BY o.id FOR UPDATE
                        """)
                .param("order", order.value())
                .query((row, number) -> true)
                .list();
    }

    /**
     * @param quantity that the order has of it
     */
    private record Has(UUID occurrence, ProductId product, UUID customer, Quantity quantity) {}

    @Override
    public void keep(OrderId order, Map<ProductId, Quantity> kept, String why) {
        lock(order);
        for (Has has : running(order)) {
            Quantity back = has.quantity().minus(kept.getOrDefault(has.product(), Quantity.ZERO));
            if (back.isPositive()) {
                jdbc.sql(BACK)
                        .param("quantity", back.amount())
                        .param("occurrence", has.occurrence())
                        .param("customer", has.customer())
                        .param("key", why + "/" + order + "/" + has.occurrence())
                        .param("order", order.value())
                        .param("now", Instants.parameter(clock.instant()))
                        .update();
            }
        }
    }

    /** A sale that is paused may go on: what it gets back is there then. */
    private List<Has> running(OrderId order) {
        return jdbc.sql(
                        """
                        SELECT o.id, o.product_id, e.customer_id, sum(e.quantity) AS quantity
                        FROM flash_entry e JOIN flash_occurrence o ON o.id = e.occurrence
                        WHERE e.order_id = :order AND o.closes_at > :now
                            AND (o.closed_at IS NULL OR EXISTS (SELECT FROM flash_sale f
                                WHERE f.code = o.sale AND f.state = 'PAUSED'))
                        GROUP BY o.id, o.product_id, e.customer_id
                        """)
                .param("order", order.value())
                .param("now", Instants.parameter(clock.instant()))
                .query(
                        (row, number) ->
                                new Has(
                                        row.getObject("id", UUID.class),
                                        new ProductId(row.getObject("product_id", UUID.class)),
                                        row.getObject("customer_id", UUID.class),
                                        new Quantity(row.getBigDecimal("quantity"))))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProductId, Quantity> left(Collection<ProductId> products) {
        Map<ProductId, Quantity> left = new HashMap<>();
        if (!products.isEmpty()) {
            jdbc.sql(
                            "SELECT o.product_id, o.backed - o.taken FROM flash_occurrence o"
                                    + " WHERE o.product_id = ANY (:products::uuid[]) AND "
                                    + RUNS)
                    .param("products", Columns.of(products, ProductId::value))
                    .param("now", Instants.parameter(clock.instant()))
                    .query(
                            row -> {
                                left.put(
                                        new ProductId(row.getObject(1, UUID.class)),
                                        new Quantity(row.getBigDecimal(2)));
                            });
        }
        return left;
    }
}
