package io.mallhub.ledger.internal;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Credit promised to orders; every statement keeps the account's sum in step. */
@Component
class Commitments {
    private static final String OPEN =
            """
            WITH added AS (
                INSERT INTO receivable_commitment (order_number, customer_id, amount, committed_at)
                VALUES (:order, :customer, :amount, :now)
                ON CONFLICT (order_number) DO NOTHING RETURNING customer_id, amount)
            UPDATE receivable_account a SET committed = a.committed + added.amount
            FROM added WHERE a.customer_id = added.customer_id
            """;

    private static final String END =
            """
            WITH ended AS (
                UPDATE receivable_commitment SET ended_at = :now, ended_by = :why
                WHERE order_number = :order AND customer_id = :customer AND ended_at IS NULL
                RETURNING customer_id, amount)
            UPDATE receivable_account a SET committed = a.committed - ended.amount
            FROM ended WHERE a.customer_id = ended.customer_id
            """;

    private final JdbcClient jdbc;

    Commitments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(CustomerId customer, String order, Money amount, Instant now) {
        jdbc.sql(OPEN)
                .param("order", order)
                .param("customer", customer.value())
                .param("amount", amount.amount())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(CustomerId customer, String order, String why, Instant now) {
        jdbc.sql(END)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("why", why)
                .param("order", order)
                .param("customer", customer.value())
                .update();
    }

    boolean wasReleased(String order) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM receivable_commitment
                            WHERE order_number = :order AND ended_by = 'RELEASED')
                        """)
                .param("order", order)
                .query(Boolean.class)
                .single();
    }
}
