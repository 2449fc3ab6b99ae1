package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.PrepaidAccounts.HoldView;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Money kept for orders; every statement keeps the account's sums in step. The account is locked
 * before anything is written.
 */
@Component
class HoldTable {
    private final JdbcClient jdbc;

    HoldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param open not yet captured nor released
     */
    record Hold(PrepaidAmount amount, boolean open) {}

    Optional<Hold> find(CustomerId customer, String order) {
        return jdbc.sql(
                        """
                        SELECT principal, bonus, ended_at IS NULL AS open FROM prepaid_hold
                        WHERE order_number = :order AND customer_id = :customer
                        """)
                .param("order", order)
                .param("customer", customer.value())
                .query(
                        (row, number) ->
                                new Hold(
                                        AccountTable.amount(row, "principal", "bonus"),
                                        row.getBoolean("open")))
                .optional();
    }

    void open(CustomerId customer, String order, PrepaidAmount amount, Instant now) {
        jdbc.sql(
                        """
                        WITH added AS (
                            INSERT INTO prepaid_hold
                                (order_number, customer_id, principal, bonus, held_at)
                            VALUES (:order, :customer, :principal, :bonus, :now))
                        UPDATE prepaid_account SET held_principal = held_principal + :principal,
                            held_bonus = held_bonus + :bonus
                        WHERE customer_id = :customer
                        """)
                .param("order", order)
                .param("customer", customer.value())
                .param("principal", amount.principal().amount())
                .param("bonus", amount.bonus().amount())
                .param("now", Instants.parameter(now))
                .update();
    }

    void change(CustomerId customer, String order, PrepaidAmount amount) {
        jdbc.sql(
                        """
                        WITH before AS (
                            SELECT principal, bonus FROM prepaid_hold
                            WHERE order_number = :order AND customer_id = :customer
                                AND ended_at IS NULL),
                        changed AS (
                            UPDATE prepaid_hold SET principal = :principal, bonus = :bonus
                            WHERE order_number = :order AND customer_id = :customer
                                AND ended_at IS NULL)
                        UPDATE prepaid_account a
                        SET held_principal = a.held_principal - before.principal + :principal,
                            held_bonus = a.held_bonus - before.bonus + :bonus
                        FROM before WHERE a.customer_id = :customer
                        """)
                .param("order", order)
                .param("customer", customer.value())
                .param("principal", amount.principal().amount())
                .param("bonus", amount.bonus().amount())
                .update();
    }

    /** Whatever is still held; nothing when nothing is. */
    void end(CustomerId customer, String order, String how, Instant now) {
        jdbc.sql(
                        """
                        WITH ended AS (
                            UPDATE prepaid_hold SET ended_at = :now, ended_by = :how
                            WHERE order_number = :order AND customer_id = :customer
                                AND ended_at IS NULL
                            RETURNING principal, bonus)
                        UPDATE prepaid_account a
                        SET held_principal = a.held_principal - ended.principal,
                            held_bonus = a.held_bonus - ended.bonus
                        FROM ended WHERE a.customer_id = :customer
                        """)
                .param("now", Instants.parameter(now))
                .param("how", how)
                .param("order", order)
                .param("customer", customer.value())
                .update();
    }

    /** Of an order whose hold was released nothing is paid. */
    Optional<PrepaidAmount> kept(String order) {
        return jdbc.sql(
                        """
                        SELECT principal, bonus FROM prepaid_hold
                        WHERE order_number = :order AND ended_by IS DISTINCT FROM 'RELEASED'
                        """)
                .param("order", order)
                .query((row, number) -> AccountTable.amount(row, "principal", "bonus"))
                .optional();
    }

    Page<HoldView> page(CustomerId customer, PageRequest page) {
        long total =
                jdbc.sql(
                                """
                                SELECT count(*) FROM prepaid_hold
                                WHERE customer_id = :customer AND ended_at IS NULL
                                """)
                        .param("customer", customer.value())
                        .query(Long.class)
                        .single();
        List<HoldView> items =
                jdbc.sql(
                                """
                                SELECT order_number, principal, bonus, held_at FROM prepaid_hold
                                WHERE customer_id = :customer AND ended_at IS NULL
                                ORDER BY held_at DESC, order_number DESC
                                LIMIT :size OFFSET :offset
                                """)
                        .param("customer", customer.value())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(
                                (row, number) ->
                                        new HoldView(
                                                row.getString("order_number"),
                                                AccountTable.amount(row, "principal", "bonus"),
                                                Instants.sure(row, "held_at")))
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }
}
