package io.mallhub.ledger.internal;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of accounts. */
@Component
class Accounts {
    /**
     * Payments settle what falls due first, unless they are meant for other orders: overdue is the
     * balance less what is not due yet, but for what was paid of that. A reversal carries the due
     * date of what it reverses: the two cancel out. Reads only what is still to fall due, however
     * long the history.
     */
    static final String READ =
            """
            SELECT a.customer_id, a.credit_limit, a.term_days, a.balance, a.committed,
                greatest(0, a.balance - (SELECT coalesce(sum(e.amount), 0)
                    FROM receivable_entry e
                    WHERE e.customer_id = a.customer_id AND e.due >= :today)
                + (SELECT coalesce(sum(m.amount), 0)
                    FROM receivable_allocation m
                    WHERE m.customer_id = a.customer_id AND m.due >= :today)) AS overdue
            FROM receivable_account a WHERE a.customer_id = :customer
            """;

    /** From here to the end of the transaction nobody else writes this customer's ledger. */
    static final String LOCK =
            """
            SELECT term_days FROM receivable_account WHERE customer_id = :customer FOR UPDATE
            """;

    private static final String UNPROVEN =
            """
            SELECT a.customer_id FROM receivable_account a
            LEFT JOIN (SELECT customer_id, sum(amount) AS total FROM receivable_entry
                GROUP BY customer_id) e ON e.customer_id = a.customer_id
            LEFT JOIN (SELECT customer_id, sum(amount) AS total FROM receivable_commitment
                WHERE ended_at IS NULL GROUP BY customer_id) c ON c.customer_id = a.customer_id
            WHERE a.balance <> coalesce(e.total, 0) OR a.committed <> coalesce(c.total, 0)
            UNION
            SELECT m.customer_id FROM (
                SELECT customer_id, payment, sum(amount) AS total FROM receivable_allocation
                GROUP BY customer_id, payment) m
            WHERE m.total NOT BETWEEN 0 AND (SELECT coalesce(-sum(p.amount), 0)
                FROM receivable_entry p
                WHERE p.customer_id = m.customer_id AND p.idempotency_key
                    IN ('payment:' || m.payment, 'reversal:payment:' || m.payment))
            UNION
            SELECT m.customer_id FROM (
                SELECT customer_id, order_number, sum(amount) AS total FROM receivable_allocation
                GROUP BY customer_id, order_number) m
            WHERE m.total NOT BETWEEN 0 AND (SELECT greatest(0, sum(o.amount))
                FROM receivable_entry o
                WHERE o.customer_id = m.customer_id AND o.order_number = m.order_number)
            ORDER BY 1
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return days until what is posted now falls due
     */
    int lock(CustomerId customer) {
        Optional<Integer> termDays =
                jdbc.sql(LOCK).param("customer", customer.value()).query(Integer.class).optional();
        if (termDays.isPresent()) {
            return termDays.get();
        }
        jdbc.sql(
                        """
                        INSERT INTO receivable_account (customer_id) VALUES (:customer)
                        ON CONFLICT DO NOTHING
                        """)
                .param("customer", customer.value())
                .update();
        return lock(customer);
    }

    Optional<Account> find(CustomerId customer, LocalDate today) {
        return jdbc.sql(READ)
                .param("customer", customer.value())
                .param("today", today)
                .query(Accounts::account)
                .optional();
    }

    void setCredit(CustomerId customer, Money limit, int termDays) {
        jdbc.sql(
                        """
                        UPDATE receivable_account SET credit_limit = :limit, term_days = :days
                        WHERE customer_id = :customer
                        """)
                .param("limit", limit.amount())
                .param("days", termDays)
                .param("customer", customer.value())
                .update();
    }

    List<CustomerId> unproven() {
        return jdbc.sql(UNPROVEN)
                .query((row, number) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new Money(row.getBigDecimal("credit_limit")),
                row.getInt("term_days"),
                new Money(row.getBigDecimal("balance")),
                new Money(row.getBigDecimal("committed")),
                new Money(row.getBigDecimal("overdue")));
    }
}
