package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.PrepaidAccounts.EntryView;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only table of entries; the account is locked before anything is appended. */
@Component
class PrepaidEntries {
    private static final String COLUMNS =
            "sequence, kind, document, order_number, principal, bonus, principal_after,"
                    + " bonus_after, at, by_actor, note";

    private static final String APPEND =
            """
            WITH moved AS (
                UPDATE prepaid_account
                SET principal = principal + :principal, bonus = bonus + :bonus
                WHERE customer_id = :customer RETURNING principal, bonus)
            INSERT INTO prepaid_entry (customer_id, kind, document, order_number, principal, bonus,
                principal_after, bonus_after, at, by_actor, note, idempotency_key)
            SELECT :customer, :kind, :document, :order, :principal, :bonus, principal, bonus, :now,
                :by, :note, :key
            FROM moved
            RETURNING\s"""
                    + COLUMNS;

    private static final String VIEW = "SELECT " + COLUMNS + " FROM prepaid_entry ";

    private final JdbcClient jdbc;

    PrepaidEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    EntryView append(NewEntry entry, Instant now) {
        return jdbc.sql(APPEND)
                .param("principal", entry.amount().principal().amount())
                .param("bonus", entry.amount().bonus().amount())
                .param("customer", entry.customer().value())
                .param("kind", entry.kind().name())
                .param("document", entry.document())
                .param("order", entry.order())
                .param("now", Instants.parameter(now))
                .param("by", entry.by().id())
                .param("note", entry.note())
                .param("key", entry.key())
                .query(PrepaidEntries::view)
                .single();
    }

    Optional<EntryView> byKey(CustomerId customer, String key) {
        return jdbc.sql(VIEW + "WHERE customer_id = :customer AND idempotency_key = :key")
                .param("customer", customer.value())
                .param("key", key)
                .query(PrepaidEntries::view)
                .optional();
    }

    /** What an order was paid with, and what of it has gone back so far, for whatever reason. */
    record Paid(PrepaidAmount captured, PrepaidAmount returned, boolean reversed) {
        Money left() {
            return captured.total().minus(returned.total());
        }
    }

    /** Empty when the order captured nothing of this customer's money. */
    Optional<Paid> paid(CustomerId customer, String order) {
        return jdbc.sql(
                        """
                        SELECT -c.principal AS principal, -c.bonus AS bonus,
                            coalesce(sum(b.principal), 0) AS back_principal,
                            coalesce(sum(b.bonus), 0) AS back_bonus,
                            coalesce(bool_or(b.kind = 'REVERSAL'), false) AS reversed
                        FROM prepaid_entry c LEFT JOIN prepaid_entry b
                            ON b.order_number = c.order_number AND b.customer_id = c.customer_id
                            AND b.kind <> 'CAPTURE'
                        WHERE c.customer_id = :customer AND c.idempotency_key = :capture
                        GROUP BY c.sequence
                        """)
                .param("customer", customer.value())
                .param("capture", NewEntry.captureKey(order))
                .query(
                        (row, number) ->
                                new Paid(
                                        AccountTable.amount(row, "principal", "bonus"),
                                        AccountTable.amount(row, "back_principal", "back_bonus"),
                                        row.getBoolean("reversed")))
                .optional();
    }

    Set<String> paidOf(CustomerId customer, Collection<String> orders) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT c.order_number FROM prepaid_entry c
                                WHERE c.customer_id = :customer AND c.kind = 'CAPTURE'
                                    AND c.order_number IN (:orders)
                                    AND NOT EXISTS (SELECT FROM prepaid_entry b
                                        WHERE b.order_number = c.order_number
                                            AND b.customer_id = c.customer_id
                                            AND b.kind = 'REVERSAL')
                                """)
                        .param("customer", customer.value())
                        .param("orders", orders)
                        .query(String.class)
                        .list());
    }

    Page<EntryView> page(CustomerId customer, PageRequest page) {
        long total =
                jdbc.sql("SELECT count(*) FROM prepaid_entry WHERE customer_id = :customer")
                        .param("customer", customer.value())
                        .query(Long.class)
                        .single();
        List<EntryView> items =
                jdbc.sql(
                                VIEW
                                        + "WHERE customer_id = :customer"
                                        + " ORDER BY sequence DESC LIMIT :size OFFSET :offset")
                        .param("customer", customer.value())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(PrepaidEntries::view)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static EntryView view(ResultSet row, int number) throws SQLException {
        return new EntryView(
                row.getLong("sequence"),
                EntryView.Kind.valueOf(row.getString("kind")),
                row.getString("document"),
                row.getString("order_number"),
                AccountTable.amount(row, "principal", "bonus"),
                AccountTable.amount(row, "principal_after", "bonus_after"),
                Instants.sure(row, "at"),
                row.getString("by_actor"),
                row.getString("note"));
    }
}
