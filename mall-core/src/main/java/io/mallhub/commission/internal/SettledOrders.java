package io.mallhub.commission.internal;

import io.mallhub.commission.Commissions.ClawBack;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger knows of orders: completion, returns, and whose link brought what. */
@Component
class SettledOrders {
    private final JdbcClient jdbc;

    SettledOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Settled(
            String number,
            CustomerId customer,
            @Nullable String salesperson,
            LocalDate orderedOn,
            Money net) {}

    record Attribution(int depth, String beneficiary, String link) {}

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

    /** As {@link #lock}; false when it was completed before. */
    boolean completeOnce(Settled order, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO commission_order AS known (order_number, customer_id,
                                    salesperson, ordered_on, net, completed_at)
                                VALUES (:order, :customer, :salesperson, :day, :net, :now)
                                ON CONFLICT (order_number) DO UPDATE
                                SET customer_id = excluded.customer_id,
                                    salesperson = excluded.salesperson,
                                    ordered_on = excluded.ordered_on, net = excluded.net,
                                    completed_at = excluded.completed_at
                                WHERE known.completed_at IS NULL
                                """)
                        .param("order", order.number())
                        .param("customer", order.customer().value())
                        .param("salesperson", order.salesperson())
                        .param("day", order.orderedOn())
                        .param("net", order.net().amount())
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
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

    void attribute(
            String order, ProductId product, int depth, String who, String link, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO commission_attribution
                            (order_number, product_id, depth, beneficiary, link, at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(order, product.value(), depth, who, link, Instants.parameter(now))
                .update();
    }

    /** Who shared the products of an order, nearest first. */
    Map<ProductId, List<Attribution>> attributions(String order) {
        Map<ProductId, List<Attribution>> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT product_id, depth, beneficiary, link FROM commission_attribution
                        WHERE order_number = ? ORDER BY depth
                        """)
                .param(order)
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            new ProductId(row.getObject(1, UUID.class)),
                                            product -> new ArrayList<>())
                                    .add(
                                            new Attribution(
                                                    row.getInt(2),
                                                    row.getString(3),
                                                    row.getString(4)));
                        });
        return found;
    }

    /** Lines of which something came back already. */
    List<Integer> returnedLines(String order) {
        return jdbc.sql(
                        "SELECT DISTINCT line FROM commission_return WHERE order_number = ?"
                                + " ORDER BY line")
                .param(order)
                .query(Integer.class)
                .list();
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
