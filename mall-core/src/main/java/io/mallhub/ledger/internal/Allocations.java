package io.mallhub.ledger.internal;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The append-only table of what of a payment is meant for which order: never more than the payment
 * is, nor than the order owes. The account is locked before anything is written.
 */
@Component
class Allocations {
    private static final String FREE_ORDER =
            """
            WITH meant AS (
                SELECT payment, due, sum(amount) AS amount, max(sequence) AS latest
                FROM receivable_allocation
                WHERE customer_id = :customer AND order_number = :order
                GROUP BY payment, due HAVING sum(amount) > 0),
            ranked AS (
                SELECT payment, due, amount,
                    sum(amount) OVER (ORDER BY latest DESC) - amount AS before,
                    sum(amount) OVER () - :kept AS excess
                FROM meant)
            INSERT INTO receivable_allocation (customer_id, payment, order_number, due, amount, at)
            SELECT :customer, payment, :order, due, -least(amount, excess - before), :now
            FROM ranked WHERE before < excess
            """;

    private static final String UNMEANT =
            """
            WITH unmeant AS (
                SELECT p.sequence, p.payment, p.amount - coalesce(
                    (SELECT sum(a.amount) FROM receivable_allocation a
                    WHERE a.customer_id = :customer AND a.payment = p.payment), 0) AS amount
                FROM (
                    SELECT sequence, -amount AS amount,
                        substring(idempotency_key FROM length('payment:') + 1) AS payment
                    FROM receivable_entry WHERE customer_id = :customer AND kind = 'PAYMENT') p
                WHERE NOT EXISTS (SELECT FROM receivable_entry r WHERE r.customer_id = :customer
                    AND r.idempotency_key = 'reversal:payment:' || p.payment)),
            there AS (
                SELECT sequence, payment, amount,
                    sum(amount) OVER (ORDER BY sequence) - (
                        SELECT coalesce(sum(amount), 0) FROM receivable_entry
                        WHERE customer_id = :customer AND kind = 'REPAYMENT') AS upto
                FROM unmeant WHERE amount > 0)
            SELECT t.payment, least(t.amount, t.upto) AS amount,
                (SELECT count(*) FROM receivable_entry o WHERE o.customer_id = :customer
                    AND o.order_number = :order AND starts_with(o.idempotency_key,
                        'order:' || :order || '/' || t.payment)) AS used
            FROM there t WHERE t.upto > 0 ORDER BY t.sequence
            """;

    private final JdbcClient jdbc;

    Allocations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order asked; as much for each as the payment still has and the order still takes. */
    void mean(CustomerId customer, String payment, Money amount, List<String> orders, Instant now) {
        Map<String, Takes> takes = orders.isEmpty() ? Map.of() : takes(customer, orders);
        Money left = amount;
        for (Takes it :
                orders.stream().distinct().map(takes::get).filter(Objects::nonNull).toList()) {
            Money meant = it.free().compareTo(left) < 0 ? it.free() : left;
            if (meant.compareTo(Money.ZERO) > 0) {
                add(customer, payment, it, meant, now);
                left = left.minus(meant);
            }
        }
    }

    /**
     * @param free what it owes and no payment is meant for
     */
    private record Takes(String order, LocalDate due, Money free) {
        static Takes of(ResultSet row, int number) throws SQLException {
            return new Takes(
                    row.getString("order_number"),
                    row.getObject("due", LocalDate.class),
                    new Money(row.getBigDecimal("free")));
        }
    }

    private Map<String, Takes> takes(CustomerId customer, List<String> orders) {
        return jdbc
                .sql(
                        """
                        SELECT e.order_number, min(e.due) AS due, sum(e.amount) - coalesce(
                            (SELECT sum(a.amount) FROM receivable_allocation a
                            WHERE a.customer_id = :customer
                                AND a.order_number = e.order_number), 0) AS free
                        FROM receivable_entry e
                        WHERE e.customer_id = :customer AND e.order_number IN (:orders)
                        GROUP BY e.order_number HAVING min(e.due) IS NOT NULL
                        """)
                .param("customer", customer.value())
                .param("orders", orders)
                .query(Takes::of)
                .list()
                .stream()
                .collect(Collectors.toMap(Takes::order, Function.identity()));
    }

    private void add(CustomerId customer, String payment, Takes order, Money meant, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO receivable_allocation
                            (customer_id, payment, order_number, due, amount, at)
                        VALUES (:customer, :payment, :order, :due, :amount, :now)
                        """)
                .param("customer", customer.value())
                .param("payment", payment)
                .param("order", order.order())
                .param("due", order.due())
                .param("amount", meant.amount())
                .param("now", Instants.parameter(now))
                .update();
    }

    /**
     * @param used how often it has brought a part of the order
     */
    record Unmeant(String payment, Money amount, int used) {
        /** Names the next part that it brings. */
        String nextPart() {
            return used == 0 ? payment : payment + "/" + used;
        }
    }

    /**
     * What of payments that stand is meant for no order and was not paid back, the oldest first; it
     * was the oldest, too, that was paid back.
     */
    List<Unmeant> unmeant(CustomerId customer, String order) {
        return jdbc.sql(UNMEANT)
                .param("customer", customer.value())
                .param("order", order)
                .query(
                        (row, number) ->
                                new Unmeant(
                                        row.getString("payment"),
                                        new Money(row.getBigDecimal("amount")),
                                        row.getInt("used")))
                .list();
    }

    Money meantFor(CustomerId customer, String order) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(amount), 0) FROM receivable_allocation
                        WHERE customer_id = :customer AND order_number = :order
                        """)
                .param("customer", customer.value())
                .param("order", order)
                .query((row, number) -> new Money(row.getBigDecimal(1)))
                .single();
    }

    /** The payment is taken back: it is meant for nothing any more. Idempotent. */
    void freePayment(CustomerId customer, String payment, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO receivable_allocation
                            (customer_id, payment, order_number, due, amount, at)
                        SELECT customer_id, payment, order_number, due, -sum(amount), :now
                        FROM receivable_allocation
                        WHERE customer_id = :customer AND payment = :payment
                        GROUP BY customer_id, payment, order_number, due HAVING sum(amount) <> 0
                        """)
                .param("customer", customer.value())
                .param("payment", payment)
                .param("now", Instants.parameter(now))
                .update();
    }

    /** The order owes less: what is meant for it beyond that is free again, the latest first. */
    void freeOrder(CustomerId customer, String order, Money kept, Instant now) {
        jdbc.sql(FREE_ORDER)
                .param("customer", customer.value())
                .param("order", order)
                .param("kept", kept.amount())
                .param("now", Instants.parameter(now))
                .update();
    }
}
