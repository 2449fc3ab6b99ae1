package io.mallhub.ledger.internal;

import io.mallhub.ledger.Receivables.EntryView;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.OneTrip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Credit promised to orders; every statement keeps the account's sum in step. */
@Component
class Commitments {
    /** Locks the account first, as everything that writes this customer's ledger. */
    private static final String OPEN =
            """
            INSERT INTO receivable_account (customer_id)
            SELECT :customer
            WHERE NOT EXISTS (SELECT FROM receivable_account WHERE customer_id = :customer)
            ON CONFLICT DO NOTHING;
            SELECT true FROM receivable_account WHERE customer_id = :customer FOR UPDATE;
            WITH added AS (
                INSERT INTO receivable_commitment (order_number, customer_id, amount, committed_at)
                VALUES (:order, :customer, :amount, :now)
                ON CONFLICT (order_number) DO NOTHING RETURNING customer_id, amount)
            UPDATE receivable_account a SET committed = a.committed + added.amount
            FROM added WHERE a.customer_id = added.customer_id;
            """
                    + Accounts.READ;

    private static final String CHANGE =
            """
            WITH before AS (
                SELECT order_number, amount FROM receivable_commitment
                WHERE order_number = :order AND customer_id = :customer AND ended_at IS NULL),
            changed AS (
                UPDATE receivable_commitment c SET amount = :amount FROM before
                WHERE c.order_number = before.order_number)
            UPDATE receivable_account a SET committed = a.committed - before.amount + :amount
            FROM before WHERE a.customer_id = :customer
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
    private final NamedParameterJdbcOperations trips;

    Commitments(JdbcClient jdbc, NamedParameterJdbcOperations trips) {
        this.jdbc = jdbc;
        this.trips = trips;
    }

    /** An order that has a commitment keeps it. Returns the account after it. */
    Account open(CustomerId customer, String order, Money amount, Instant now, LocalDate today) {
        Map<String, Object> parameters =
                Map.of(
                        "customer", customer.value(),
                        "order", order,
                        "amount", amount.amount(),
                        "now", Instants.parameter(now),
                        "today", today);
        return OneTrip.of(
                trips,
                OPEN,
                parameters,
                results -> {
                    results.changed();
                    results.rows((locked, number) -> true);
                    results.changed();
                    return results.rows(Accounts::account).getFirst();
                });
    }

    /** Returns false when the order has no open commitment. */
    boolean change(CustomerId customer, String order, Money amount) {
        return jdbc.sql(CHANGE)
                        .param("amount", amount.amount())
                        .param("order", order)
                        .param("customer", customer.value())
                        .update()
                == 1;
    }

    /**
     * @param termDays until what is posted now falls due; empty for a customer without an account
     * @param now whether there was an open commitment
     * @param posted the invoice, where it was posted before
     */
    record Ended(Optional<Integer> termDays, boolean now, Optional<EntryView> posted) {}

    /** Locks the account and ends the commitment with what is posted. */
    Ended post(CustomerId customer, String order, String invoiceKey, Instant now) {
        Map<String, Object> parameters =
                Map.of(
                        "customer",
                        customer.value(),
                        "order",
                        order,
                        "why",
                        "POSTED",
                        "key",
                        invoiceKey,
                        "now",
                        Instants.parameter(now));
        return OneTrip.of(
                trips,
                String.join(";", Accounts.LOCK, END, Entries.BY_KEY),
                parameters,
                results -> {
                    List<Integer> termDays = results.rows((row, number) -> row.getInt(1));
                    boolean ended = results.changed() == 1;
                    List<EntryView> posted = results.rows(Entries::view);
                    return new Ended(
                            termDays.stream().findFirst(), ended, posted.stream().findFirst());
                });
    }

    /** Returns false when the order has no open commitment. */
    boolean end(CustomerId customer, String order, String why, Instant now) {
        return jdbc.sql(END)
                        .param("now", Instants.parameter(now))
                        .param("why", why)
                        .param("order", order)
                        .param("customer", customer.value())
                        .update()
                == 1;
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
