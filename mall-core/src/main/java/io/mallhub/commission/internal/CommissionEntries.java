package io.mallhub.commission.internal;

import io.mallhub.commission.Commissions.LinkFigures;
import io.mallhub.commission.Entry;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only table of entries, with the account that must be their sum. */
@Component
class CommissionEntries {
    static final String COLUMNS =
            """
            SELECT e.sequence, e.beneficiary, e.kind, e.channel, coalesce(e.depth, 0) AS depth,
                e.customer_id, e.order_number, coalesce(e.line, 0) AS line, e.basis, e.rate,
                e.rule_id, e.link, e.amount, e.balance_after, e.document, e.corrects, e.at, e.by_actor,
                e.reason
            FROM commission_entry e
            """;

    private static final String UNPROVEN =
            """
            SELECT a.beneficiary FROM commission_account a
            LEFT JOIN (SELECT beneficiary, sum(amount) AS total FROM commission_entry
                GROUP BY beneficiary) e USING (beneficiary)
            WHERE a.balance <> coalesce(e.total, 0) ORDER BY a.beneficiary
            """;

    private final JdbcClient jdbc;

    CommissionEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From here to the end of the transaction nobody else writes this person's ledger. */
    void lock(String beneficiary) {
        jdbc.sql("INSERT INTO commission_account (beneficiary) VALUES (?) ON CONFLICT DO NOTHING")
                .param(beneficiary)
                .update();
        jdbc.sql("SELECT balance FROM commission_account WHERE beneficiary = ? FOR UPDATE")
                .param(beneficiary)
                .query(BigDecimal.class)
                .single();
    }

    /** The same key again gives the first entry and changes nothing. */
    Entry appendOnce(NewCommission entry, Instant now) {
        lock(entry.beneficiary());
        return byKey(entry.key()).orElseGet(() -> append(entry, now));
    }

    Optional<Entry> byKey(String key) {
        return jdbc.sql(COLUMNS + "WHERE e.idempotency_key = ?")
                .param(key)
                .query(CommissionEntries::entry)
                .optional();
    }

    Optional<Entry> bySequence(long sequence) {
        return jdbc.sql(COLUMNS + "WHERE e.sequence = ?")
                .param(sequence)
                .query(CommissionEntries::entry)
                .optional();
    }

    List<Entry> ofOrder(String order) {
        return jdbc.sql(COLUMNS + "WHERE e.order_number = ? ORDER BY e.sequence")
                .param(order)
                .query(CommissionEntries::entry)
                .list();
    }

    List<Entry> about(long sequence) {
        return jdbc.sql(COLUMNS + "WHERE e.corrects = ? ORDER BY e.sequence")
                .param(sequence)
                .query(CommissionEntries::entry)
                .list();
    }

    Money balance(String beneficiary) {
        return jdbc.sql("SELECT balance FROM commission_account WHERE beneficiary = ?")
                .param(beneficiary)
                .query(BigDecimal.class)
                .optional()
                .map(Money::new)
                .orElse(Money.ZERO);
    }

    Page<Entry> page(String beneficiary, PageRequest page) {
        long total =
                jdbc.sql("SELECT count(*) FROM commission_entry WHERE beneficiary = ?")
                        .param(beneficiary)
                        .query(Long.class)
                        .single();
        List<Entry> items =
                jdbc.sql(
                                COLUMNS
                                        + "WHERE e.beneficiary = ? ORDER BY e.sequence DESC"
                                        + " LIMIT ? OFFSET ?")
                        .params(beneficiary, page.size(), page.offset())
                        .query(CommissionEntries::entry)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    /** Orders and commission of links, in one question each. */
    Map<String, LinkFigures> figures(Collection<String> links, @Nullable String beneficiary) {
        Map<String, Money> earned = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT link, sum(amount) AS earned FROM commission_entry
                        WHERE link = ANY (:links::text[])
                            AND (:beneficiary::text IS NULL OR beneficiary = :beneficiary)
                        GROUP BY link
                        """)
                .param("links", Columns.of(links, it -> it))
                .param("beneficiary", beneficiary)
                .query(
                        row -> {
                            earned.put(row.getString(1), new Money(row.getBigDecimal(2)));
                        });
        Map<String, LinkFigures> figures = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT link, count(DISTINCT order_number) FROM commission_attribution
                        WHERE link = ANY (:links::text[]) GROUP BY link
                        """)
                .param("links", Columns.of(links, it -> it))
                .query(
                        row -> {
                            String link = row.getString(1);
                            figures.put(
                                    link,
                                    new LinkFigures(
                                            row.getLong(2), earned.getOrDefault(link, Money.ZERO)));
                        });
        return figures;
    }

    List<String> unproven() {
        return jdbc.sql(UNPROVEN).query(String.class).list();
    }

    private Entry append(NewCommission entry, Instant now) {
        long sequence =
                jdbc.sql(
                                """
                                WITH posted AS (
                                    UPDATE commission_account SET balance = balance + :amount
                                    WHERE beneficiary = :beneficiary RETURNING balance)
                                INSERT INTO commission_entry (beneficiary, kind, channel, depth,
                                    customer_id, order_number, line, basis, rate, rule_id, link,
                                    amount, balance_after, document, corrects, at, by_actor, reason,
                                    idempotency_key)
                                SELECT :beneficiary, :kind, :channel, :depth, :customer, :order,
                                    :line, :basis, :rate, :rule, :link, :amount, balance,
                                    :document, :corrects, :now, :by, :reason, :key
                                FROM posted RETURNING sequence
                                """)
                        .param("beneficiary", entry.beneficiary())
                        .param("kind", entry.kind().name())
                        .param("channel", entry.channel() == null ? null : entry.channel().name())
                        .param("depth", entry.channel() == null ? null : entry.depth())
                        .param(
                                "customer",
                                entry.customer() == null ? null : entry.customer().value())
                        .param("order", entry.order())
                        .param("line", entry.line() == 0 ? null : entry.line())
                        .param("basis", entry.basis() == null ? null : entry.basis().amount())
                        .param("rate", entry.rate())
                        .param("rule", entry.rule())
                        .param("link", entry.link())
                        .param("amount", entry.amount().amount())
                        .param("document", entry.document())
                        .param("corrects", entry.corrects())
                        .param("now", Instants.parameter(now))
                        .param("by", entry.by())
                        .param("reason", entry.reason())
                        .param("key", entry.key())
                        .query(Long.class)
                        .single();
        return bySequence(sequence).orElseThrow();
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        String channel = row.getString("channel");
        BigDecimal basis = row.getBigDecimal("basis");
        return new Entry(
                row.getLong("sequence"),
                row.getString("beneficiary"),
                Entry.Kind.valueOf(row.getString("kind")),
                channel == null ? null : Entry.Channel.valueOf(channel),
                row.getInt("depth"),
                customer == null ? null : new CustomerId(customer),
                row.getString("order_number"),
                row.getInt("line"),
                basis == null ? null : new Money(basis),
                row.getBigDecimal("rate"),
                row.getObject("rule_id", Long.class),
                row.getString("link"),
                new Money(row.getBigDecimal("amount")),
                new Money(row.getBigDecimal("balance_after")),
                row.getString("document"),
                row.getObject("corrects", Long.class),
                Instants.sure(row, "at"),
                row.getString("by_actor"),
                row.getString("reason"));
    }
}
