package io.mallhub.commission.internal;

import io.mallhub.commission.Commissions.ClawBack;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.OneTrip;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger knows of orders: completion, returns, and whose link brought what. */
@Component
class SettledOrders {
    private static final String ATTRIBUTIONS =
            """
            SELECT product_id, depth, beneficiary, link FROM commission_attribution
            WHERE order_number = :order ORDER BY depth
            """;

    private static final String COMPLETE =
            """
            INSERT INTO commission_order AS known (order_number, customer_id,
                salesperson, ordered_on, net, completed_at)
            VALUES (:order, :customer, :salesperson, :day, :net, :now)
            ON CONFLICT (order_number) DO UPDATE
            SET customer_id = excluded.customer_id, salesperson = excluded.salesperson,
                ordered_on = excluded.ordered_on, net = excluded.net,
                completed_at = excluded.completed_at
            WHERE known.completed_at IS NULL
            ;
            """
                    + ATTRIBUTIONS
                    + """
                    ;
                    SELECT DISTINCT line FROM commission_return
                    WHERE order_number = :order ORDER BY line
                    """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations trips;

    SettledOrders(JdbcClient jdbc, NamedParameterJdbcOperations trips) {
        this.jdbc = jdbc;
        this.trips = trips;
    }

    record Settled(
            String number,
            CustomerId customer,
            @Nullable String salesperson,
            LocalDate orderedOn,
            Money net) {}

    record Attribution(ProductId product, int depth, String beneficiary, String link) {}

    /**
     * What came of an order before it completed.
     *
     * @param sharers of its products, nearest first
     * @param returnedLines of which something came back
     */
    record Before(Map<ProductId, List<Attribution>> sharers, List<Integer> returnedLines) {}

    /** Serialises what is written about one order; true when it is completed already. */
    boolean lock(String order) {
        return jdbc.sql(
                        """
                        INSERT INTO commission_order AS known (order_number) VALUES (?)
                        ON CONFLICT (order_number) DO UPDATE
                        SET order_number = excluded.order_number
                        RETURNING known.completed_at IS NOT NULL
                        """)
                .param(order)
                .query(Boolean.class)
                .single();
    }

    /** As {@link #lock}; empty when it was completed before. */
    Optional<Before> completeOnce(Settled order, Instant now) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("order", order.number());
        parameters.put("customer", order.customer().value());
        parameters.put("salesperson", order.salesperson());
        parameters.put("day", order.orderedOn());
        parameters.put("net", order.net().amount());
        parameters.put("now", Instants.parameter(now));
        return OneTrip.of(
                trips,
                COMPLETE,
                parameters,
                results -> {
                    boolean first = results.changed() == 1;
                    Map<ProductId, List<Attribution>> sharers =
                            byProduct(results.rows((row, number) -> attribution(row)));
                    List<Integer> returned = results.rows((row, number) -> row.getInt(1));
                    return first ? Optional.of(new Before(sharers, returned)) : Optional.empty();
                });
    }

    /** Of completion and payment at the same time the later one sees the other. */
    void lockActivation(CustomerId customer) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 320))::text")
                .param("commission-activation/" + customer)
                .query(String.class)
                .single();
    }

    /** Of the first orders of a customer those that did not come back whole, oldest first. */
    List<Settled> firstKeptOf(CustomerId customer) {
        return jdbc.sql(
                        """
                        WITH first AS (
                            SELECT order_number, customer_id, salesperson, ordered_on, net,
                                completed_at
                            FROM commission_order
                            WHERE customer_id = ? AND completed_at IS NOT NULL
                            ORDER BY completed_at, order_number LIMIT 50)
                        SELECT order_number, customer_id, salesperson, ordered_on, net
                        FROM first
                        WHERE net > (SELECT coalesce(sum(r.net), 0) FROM commission_return r
                            WHERE r.order_number = first.order_number)
                        ORDER BY completed_at, order_number
                        """)
                .param(customer.value())
                .query(SettledOrders::settled)
                .list();
    }

    Optional<Settled> settled(String order) {
        return jdbc.sql(
                        """
                        SELECT order_number, customer_id, salesperson, ordered_on, net
                        FROM commission_order WHERE order_number = ? AND completed_at IS NOT NULL
                        """)
                .param(order)
                .query(SettledOrders::settled)
                .optional();
    }

    void attribute(String order, List<Attribution> all, Instant now) {
        trips.batchUpdate(
                """
                INSERT INTO commission_attribution
                    (order_number, product_id, depth, beneficiary, link, at)
                VALUES (:order, :product, :depth, :who, :link, :now)
                """,
                all.stream()
                        .map(
                                one ->
                                        new MapSqlParameterSource("order", order)
                                                .addValue("product", one.product().value())
                                                .addValue("depth", one.depth())
                                                .addValue("who", one.beneficiary())
                                                .addValue("link", one.link())
                                                .addValue("now", Instants.parameter(now)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Who shared the products of an order, nearest first. */
    Map<ProductId, List<Attribution>> attributions(String order) {
        return byProduct(
                jdbc.sql(ATTRIBUTIONS)
                        .param("order", order)
                        .query((row, number) -> attribution(row))
                        .list());
    }

    private static Map<ProductId, List<Attribution>> byProduct(List<Attribution> all) {
        return all.stream().collect(Collectors.groupingBy(Attribution::product));
    }

    private static Attribution attribution(ResultSet row) throws SQLException {
        return new Attribution(
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getInt("depth"),
                row.getString("beneficiary"),
                row.getString("link"));
    }

    /** False when this part of the return is known. */
    boolean keep(ClawBack part, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO commission_return
                                    (idempotency_key, order_number, line, quantity, net, document, at)
                                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .params(
                                part.key(),
                                part.order(),
                                part.line(),
                                part.quantity().amount(),
                                part.net().amount(),
                                part.document(),
                                Instants.parameter(now))
                        .update()
                == 1;
    }

    Money returned(String order, int line) {
        return new Money(
                jdbc.sql(
                                """
                                SELECT coalesce(sum(net), 0) FROM commission_return
                                WHERE order_number = ? AND line = ?
                                """)
                        .params(order, line)
                        .query(BigDecimal.class)
                        .single());
    }

    Money returned(String order) {
        return new Money(
                jdbc.sql(
                                """
                                SELECT coalesce(sum(net), 0) FROM commission_return
                                WHERE order_number = ?
                                """)
                        .param(order)
                        .query(BigDecimal.class)
                        .single());
    }

    private static Settled settled(ResultSet row, int number) throws SQLException {
        return new Settled(
                row.getString("order_number"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("salesperson"),
                row.getObject("ordered_on", LocalDate.class),
                new Money(row.getBigDecimal("net")));
    }
}
