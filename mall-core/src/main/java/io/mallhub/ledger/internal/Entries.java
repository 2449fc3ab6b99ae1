package io.mallhub.ledger.internal;

import io.mallhub.ledger.Receivables.EntryView;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only table of entries; the account is locked before anything is appended. */
@Component
class Entries {
    private static final String APPEND =
            """
            WITH posted AS (
                UPDATE receivable_account SET balance = balance + :amount
                WHERE customer_id = :customer RETURNING balance)
            INSERT INTO receivable_entry (customer_id, kind, document, amount, balance_after, due,
                at, by_actor, reason, idempotency_key)
            SELECT :customer, :kind, :document, :amount, balance, :due, :now, :by, :reason, :key
            FROM posted
            RETURNING sequence, kind, document, amount, balance_after, due, at, by_actor
            """;

    private static final String VIEW =
            """
            SELECT sequence, kind, document, amount, balance_after, due, at, by_actor
            FROM receivable_entry WHERE customer_id = :customer
            """;

    static final String BY_KEY = VIEW + "AND idempotency_key = :key";

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same key again gives the first entry and changes nothing. */
    EntryView appendOnce(NewEntry entry, Instant now) {
        return byKey(entry.customer(), entry.key()).orElseGet(() -> append(entry, now));
    }

    Optional<EntryView> byKey(CustomerId customer, String key) {
        return jdbc.sql(BY_KEY)
                .param("customer", customer.value())
                .param("key", key)
                .query(Entries::view)
                .optional();
    }

    /** What the order posted, or the first part of it. */
    Optional<EntryView> postedOf(CustomerId customer, String order) {
        return jdbc.sql(
                        VIEW
                                + """
                                AND order_number = :order AND kind = 'INVOICE'
                                ORDER BY sequence LIMIT 1
                                """)
                .param("customer", customer.value())
                .param("order", order)
                .query(Entries::view)
                .optional();
    }

    /** What the order posted less what was reversed and credited of it. */
    Money leftOf(CustomerId customer, String order) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(amount), 0) FROM receivable_entry
                        WHERE customer_id = :customer AND order_number = :order
                        """)
                .param("customer", customer.value())
                .param("order", order)
                .query((row, place) -> new Money(row.getBigDecimal(1)))
                .single();
    }

    Page<EntryView> statement(CustomerId customer, PageRequest page) {
        long total =
                jdbc.sql("SELECT count(*) FROM receivable_entry WHERE customer_id = :customer")
                        .param("customer", customer.value())
                        .query(Long.class)
                        .single();
        List<EntryView> items =
                jdbc.sql(VIEW + "ORDER BY sequence DESC LIMIT :size OFFSET :offset")
                        .param("customer", customer.value())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(Entries::view)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    /** Of a key that is known to be new since the account was locked. */
    EntryView append(NewEntry entry, Instant now) {
        return jdbc.sql(APPEND)
                .param("customer", entry.customer().value())
                .param("kind", entry.kind().name())
                .param("document", entry.document())
                .param("amount", entry.amount().amount())
                .param("due", entry.due())
                .param("now", Instants.parameter(now))
                .param("by", entry.by().id())
                .param("reason", entry.reason())
                .param("key", entry.key())
                .query(Entries::view)
                .single();
    }

    static EntryView view(ResultSet row, int number) throws SQLException {
        return new EntryView(
                row.getLong("sequence"),
                row.getString("kind"),
                row.getString("document"),
                new Money(row.getBigDecimal("amount")),
                new Money(row.getBigDecimal("balance_after")),
                row.getObject("due", LocalDate.class),
                Instants.sure(row, "at"),
                row.getString("by_actor"));
    }
}
