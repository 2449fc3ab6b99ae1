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
import java.util.List;
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
        jdbc.sql("INSERT INTO commission_order (order_number) VALUES (?) ON CONFLICT DO NOTHING")
                .param(order)
                .update();
        return jdbc.sql(
                        """
                        SELECT completed_at IS NOT NULL FROM commission_order
                        WHERE order_number = ? FOR UPDATE
                        """)
                .param(order)
                .query(Boolean.class)
                .single();
    }

    void complete(Settled order, Instant now) {
        jdbc.sql(
                        """
                        UPDATE commission_order SET customer_id = :customer,
                            salesperson = :salesperson, ordered_on = :day, net = :net,
                            completed_at = :now
                        WHERE order_number = :order
                        """)
                .param("customer", order.customer().value())
                .param("salesperson", order.salesperson())
                .param("day", order.orderedOn())
                .param("net", order.net().amount())
                .param("now", Instants.parameter(now))
                .param("order", order.number())
                .update();
    }

    /** Of completion and payment at the same time the later one sees the other. */
    void lockActivation(CustomerId customer) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 320))::text")
                .param("commission-activation/" + customer)
                .query(String.class)
                .single();
    }

    /** The first orders of a customer, oldest first. */
    List<Settled> firstOf(CustomerId customer) {
        return jdbc.sql(
                        """
                        SELECT order_number, customer_id, salesperson, ordered_on, net
                        FROM commission_order
                        WHERE customer_id = ? AND completed_at IS NOT NULL
                        ORDER BY completed_at, order_number LIMIT 50
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

    List<Attribution> attributions(String order, ProductId product) {
        return jdbc.sql(
                        """
                        SELECT depth, beneficiary, link FROM commission_attribution
                        WHERE order_number = ? AND product_id = ? ORDER BY depth
                        """)
                .params(order, product.value())
                .query(
                        (row, number) ->
                                new Attribution(row.getInt(1), row.getString(2), row.getString(3)))
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
