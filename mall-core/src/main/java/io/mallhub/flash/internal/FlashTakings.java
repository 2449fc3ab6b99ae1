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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** What a company has of an occurrence {@code o}. */
    static final String MINE =
            "coalesce((SELECT sum(e.quantity) FROM flash_entry e"
                    + " WHERE e.occurrence = o.id AND e.customer_id = :customer), 0)";

    /**
     * Of the quota with the first statement, which all others wait for. The second begins when the
     * first has the row and sees what those before entered, this company's orders among them.
     */
    private static final String TAKE =
            """
            UPDATE flash_occurrence o SET taken = o.taken + :quantity, latest_order = :order
            WHERE o.product_id = :product AND %s AND o.price = :price
                AND o.taken + :quantity <= o.backed
            RETURNING o.id
            ;
            INSERT INTO flash_entry (order_id, occurrence, what, customer_id, quantity, at)
            SELECT :order, o.id, 'take', :customer, :quantity, :now FROM flash_occurrence o
            WHERE o.product_id = :product AND o.closed_at IS NULL AND o.latest_order = :order
                AND (o.most IS NULL OR o.most >= %s + :quantity)
            """
                    .formatted(RUNS, MINE);

    /** What was taken of the quota and not entered. */
    private static final String UNDO =
            """
            UPDATE flash_occurrence SET taken = taken - :quantity, latest_order = NULL
            WHERE product_id = :product AND closed_at IS NULL AND latest_order = :order
            """;

    private static final String STAND =
            """
            SELECT o.product_id, o.price, o.backed - o.taken AS left,
                o.most - %s AS open
            FROM flash_occurrence o
            WHERE o.product_id = ANY (:products::uuid[]) AND %s
            """
                    .formatted(MINE, RUNS);

    private static final String BACK =
            """
            WITH back AS (
                UPDATE flash_occurrence SET taken = taken - :quantity WHERE id = :occurrence
                RETURNING id)
            INSERT INTO flash_entry
                (order_id, occurrence, what, customer_id, quantity, at)
            SELECT :order, id, :what, :customer, -:quantity::numeric, :now FROM back
            """;

    private static final Comparator<ProductId> AS_THE_DATABASE =
            Comparator.comparing(ProductId::toString);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations trips;
    private final Clock clock;

    FlashTakings(JdbcClient jdbc, NamedParameterJdbcOperations trips, Clock clock) {
        this.jdbc = jdbc;
        this.trips = trips;
        this.clock = clock;
    }

    /** By product, as {@link #lock}: none waits for one who waits for him. */
    @Override
    public TakeOutcome take(OrderId order, CustomerId company, Map<ProductId, Wanted> wanted) {
        SortedMap<ProductId, Wanted> inOrder = new TreeMap<>(AS_THE_DATABASE);
        inOrder.putAll(wanted);
        Map<ProductId, UUID> occurrences = new HashMap<>();
        for (Map.Entry<ProductId, Wanted> part : inOrder.entrySet()) {
            Optional<UUID> taken = take(order, company, part.getKey(), part.getValue());
            if (taken.isEmpty()) {
                if (!occurrences.isEmpty()) {
                    keep(order, Map.of(), "refused");
                }
                return new TakeOutcome.Refused(refusals(company, wanted));
            }
            occurrences.put(part.getKey(), taken.get());
        }
        return new TakeOutcome.Taken(occurrences);
    }

    private Optional<UUID> take(
            OrderId order, CustomerId company, ProductId product, Wanted wanted) {
        Map<String, Object> parameters =
                Map.of(
                        "order", order.value(),
                        "customer", company.value(),
                        "product", product.value(),
                        "quantity", wanted.quantity().amount(),
                        "price", wanted.price().amount(),
                        "now", Instants.parameter(clock.instant()));
        Taking taking =
                OneTrip.of(
                        trips,
                        TAKE,
                        parameters,
                        results ->
                                new Taking(
                                        results.rows((row, number) -> row.getObject(1, UUID.class)),
                                        results.changed() == 1));
        if (taking.isEntered()) {
            return Optional.of(taking.occurrences().getFirst());
        }
        if (!taking.occurrences().isEmpty()) {
            jdbc.sql(UNDO).params(parameters).update();
        }
        return Optional.empty();
    }

    /**
     * @param occurrences the one whose quota was enough; none where it was not
     * @param isEntered the company is within its limit, too
     */
    private record Taking(List<UUID> occurrences, boolean isEntered) {}

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
        if (refusals.isEmpty()) {
            // Given back, or opened, since it was refused: the whole order is judged anew.
            throw new ConcurrencyFailureException("A flash sale changed while it was taken from");
        }
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
                        ORDER BY o.product_id, o.id FOR UPDATE
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
                        .param("what", why)
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
