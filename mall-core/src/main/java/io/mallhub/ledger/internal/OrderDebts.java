package io.mallhub.ledger.internal;

import io.mallhub.ledger.AccountStatements.OrderDebt;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which order is settled by how much: by what is meant for it, and then by the rest of all
 * payments, what falls due first first. So the open debts that are past their day are what {@link
 * Accounts#READ} calls overdue.
 */
@Component
class OrderDebts {
    private static final String DEBTS =
            """
            WITH invoiced AS (
                SELECT order_number, sum(amount) AS owed,
                    min(due) FILTER (WHERE kind = 'INVOICE') AS due,
                    min(sequence) FILTER (WHERE kind = 'INVOICE') AS sequence
                FROM receivable_entry
                WHERE customer_id = :customer AND order_number IS NOT NULL
                GROUP BY order_number),
            meant AS (
                SELECT order_number, sum(amount) AS amount FROM receivable_allocation
                WHERE customer_id = :customer GROUP BY order_number),
            free AS (
                SELECT (SELECT coalesce(-sum(amount), 0) FROM receivable_entry
                        WHERE customer_id = :customer
                            AND kind IN ('PAYMENT', 'PAYMENT_REVERSAL', 'REPAYMENT'))
                    - (SELECT coalesce(sum(amount), 0) FROM meant) AS amount),
            rest AS (
                SELECT i.order_number, i.due, i.sequence, i.owed, coalesce(m.amount, 0) AS meant,
                    i.owed - coalesce(m.amount, 0) AS amount,
                    sum(i.owed - coalesce(m.amount, 0)) OVER (ORDER BY i.due, i.sequence) AS upto
                FROM invoiced i LEFT JOIN meant m ON m.order_number = i.order_number
                WHERE i.sequence IS NOT NULL),
            debt AS (
                SELECT r.order_number, r.due, r.sequence, r.owed, r.meant,
                    r.meant + least(r.amount, greatest(0, f.amount - r.upto + r.amount)) AS settled,
                    r.upto <= f.amount OR (r.owed > 0 AND r.meant >= r.owed) AS paid
                FROM rest r, free f)
            """;

    private static final String COLUMNS = "SELECT order_number, due, owed, settled, meant";

    private final JdbcClient jdbc;

    OrderDebts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What of all payments is meant for no order. */
    Money freeOf(CustomerId customer) {
        return jdbc.sql(DEBTS + "SELECT amount FROM free")
                .param("customer", customer.value())
                .query((row, number) -> new Money(row.getBigDecimal("amount")))
                .single();
    }

    Set<String> paidOf(CustomerId customer, Collection<String> orders) {
        return Set.copyOf(
                jdbc.sql(
                                DEBTS
                                        + "SELECT order_number FROM debt"
                                        + " WHERE paid AND order_number IN (:orders)")
                        .param("customer", customer.value())
                        .param("orders", orders)
                        .query(String.class)
                        .list());
    }

    Map<String, OrderDebt> of(CustomerId customer, Collection<String> orders, LocalDate today) {
        return orders.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(DEBTS + COLUMNS + " FROM debt WHERE order_number IN (:orders)")
                        .param("customer", customer.value())
                        .param("orders", orders)
                        .query((row, number) -> debt(row, today))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(OrderDebt::order, Function.identity()));
    }

    Page<OrderDebt> open(CustomerId customer, LocalDate today, PageRequest page) {
        long total =
                jdbc.sql(DEBTS + "SELECT count(*) FROM debt WHERE settled < owed")
                        .param("customer", customer.value())
                        .query(Long.class)
                        .single();
        List<OrderDebt> items =
                jdbc.sql(
                                DEBTS
                                        + COLUMNS
                                        + " FROM debt WHERE settled < owed"
                                        + " ORDER BY due, sequence LIMIT :size OFFSET :offset")
                        .param("customer", customer.value())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, number) -> debt(row, today))
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static OrderDebt debt(ResultSet row, LocalDate today) throws SQLException {
        LocalDate due = row.getObject("due", LocalDate.class);
        Money owed = new Money(row.getBigDecimal("owed"));
        Money settled = new Money(row.getBigDecimal("settled"));
        return new OrderDebt(
                row.getString("order_number"),
                due,
                owed,
                settled,
                new Money(row.getBigDecimal("meant")),
                due.isBefore(today) && settled.compareTo(owed) < 0);
    }
}
