package io.mallhub.points.internal;

import io.mallhub.points.Points.AccountRow;
import io.mallhub.points.Points.EntryView;
import io.mallhub.points.Points.Figures;
import io.mallhub.points.PointsMove;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts and their append-only entries; an account is locked before anything is appended. */
@Component
class PointsAccounts {
    private static final String UNPROVEN =
            """
            SELECT a.company_id FROM points_account a
            LEFT JOIN (SELECT company_id, sum(available) AS available, sum(held) AS held
                FROM points_entry GROUP BY company_id) e ON e.company_id = a.company_id
            LEFT JOIN (SELECT company_id, sum(remaining) AS remaining
                FROM points_lot WHERE remaining > 0 GROUP BY company_id) l
                ON l.company_id = a.company_id
            LEFT JOIN (SELECT company_id, sum(points) AS points
                FROM points_spending WHERE state = 'HELD' GROUP BY company_id) h
                ON h.company_id = a.company_id
            WHERE a.available <> coalesce(e.available, 0) OR a.held <> coalesce(e.held, 0)
                OR greatest(a.available, 0) <> coalesce(l.remaining, 0)
                OR a.held <> coalesce(h.points, 0)
            ORDER BY a.company_id
            """;

    private static final String APPEND =
            """
            WITH moved AS (
                UPDATE points_account
                SET available = available + :available, held = held + :held
                WHERE company_id = :company RETURNING available, held)
            INSERT INTO points_entry (company_id, kind, document, order_number, available, held,
                available_after, held_after, at, by_actor, note, idempotency_key)
            SELECT :company, :kind, :document, :order, :available, :held, available, held, :now,
                :by, :note, :key
            FROM moved
            """;

    private final JdbcClient jdbc;

    PointsAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Sums(long available, long held) {
        /** What is owed is paid first: it goes into no lot. */
        long intoLot(long points) {
            return Math.max(0, Math.min(points, available + points));
        }
    }

    /**
     * From here to the end of the transaction nobody else moves this company's points. Empty for a
     * company that never earned.
     */
    Optional<Sums> lock(CustomerId company) {
        return sums(company, " FOR UPDATE");
    }

    Optional<Sums> find(CustomerId company) {
        return sums(company, "");
    }

    private Optional<Sums> sums(CustomerId company, String how) {
        return jdbc.sql(
                        "SELECT available, held FROM points_account WHERE company_id = :company"
                                + how)
                .param("company", company.value())
                .query((row, number) -> new Sums(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** Locked as by {@link #lock}. */
    Sums open(CustomerId company, String name) {
        return jdbc.sql(
                        """
                        INSERT INTO points_account (company_id, company_name)
                        VALUES (:company, :name)
                        ON CONFLICT (company_id) DO UPDATE SET company_name = :name
                        RETURNING available, held
                        """)
                .param("company", company.value())
                .param("name", name)
                .query((row, number) -> new Sums(row.getLong(1), row.getLong(2)))
                .single();
    }

    void append(NewEntry entry, Instant now) {
        jdbc.sql(APPEND)
                .param("company", entry.company().value())
                .param("kind", entry.kind().name())
                .param("document", entry.document())
                .param("order", entry.order())
                .param("available", entry.available())
                .param("held", entry.held())
                .param("now", Instants.parameter(now))
                .param("by", entry.by())
                .param("note", entry.note())
                .param("key", entry.key())
                .update();
    }

    boolean isKnown(CustomerId company, String key) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM points_entry
                            WHERE company_id = :company AND idempotency_key = :key)
                        """)
                .param("company", company.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    Page<EntryView> entries(CustomerId company, PageRequest page) {
        long total =
                jdbc.sql("SELECT count(*) FROM points_entry WHERE company_id = :company")
                        .param("company", company.value())
                        .query(Long.class)
                        .single();
        List<EntryView> items =
                jdbc.sql(
                                """
                                SELECT sequence, kind, document, order_number, available, held,
                                    available_after, held_after, at, by_actor, note
                                FROM points_entry WHERE company_id = :company
                                ORDER BY sequence DESC LIMIT :size OFFSET :offset
                                """)
                        .param("company", company.value())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(PointsAccounts::entry)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    Page<AccountRow> page(String name, PageRequest page) {
        String like = LikeText.escaped(name) + "%";
        String where = name.isEmpty() ? "" : " WHERE company_name LIKE :like";
        long total =
                jdbc.sql("SELECT count(*) FROM points_account" + where)
                        .param("like", like)
                        .query(Long.class)
                        .single();
        List<AccountRow> rows =
                jdbc.sql(
                                "SELECT company_id, company_name, available, held"
                                        + " FROM points_account"
                                        + where
                                        + " ORDER BY available DESC, company_id"
                                        + " LIMIT :size OFFSET :offset")
                        .param("like", like)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(
                                (row, number) ->
                                        new AccountRow(
                                                new CustomerId(row.getObject(1, UUID.class)),
                                                row.getString(2),
                                                row.getLong(3),
                                                row.getLong(4)))
                        .list();
        return new Page<>(rows, page.number(), page.size(), total);
    }

    Figures figures(Instant since) {
        return jdbc.sql(
                        """
                        SELECT a.*, e.* FROM (
                            SELECT count(*) FILTER (WHERE available > 0 OR held > 0) AS companies,
                                coalesce(sum(greatest(available, 0)), 0) AS outstanding,
                                coalesce(sum(held), 0) AS held
                            FROM points_account) a,
                        (SELECT coalesce(sum(available) FILTER (WHERE kind = 'EARN'), 0) AS earned,
                            coalesce(sum(available) FILTER (WHERE kind = 'WELCOME'), 0) AS welcomed,
                            coalesce(-sum(held) FILTER (WHERE kind = 'USE'), 0)
                                + coalesce(-sum(available) FILTER (WHERE kind = 'EXCHANGE'), 0)
                                AS used,
                            coalesce(-sum(available) FILTER (WHERE kind = 'TAKE_BACK'), 0) AS taken,
                            coalesce(-sum(available) FILTER (WHERE kind = 'EXPIRE'), 0) AS expired
                        FROM points_entry WHERE at >= :since) e
                        """)
                .param("since", Instants.parameter(since))
                .query(
                        (row, number) ->
                                new Figures(
                                        row.getLong("companies"),
                                        row.getLong("outstanding"),
                                        row.getLong("held"),
                                        row.getLong("earned"),
                                        row.getLong("welcomed"),
                                        row.getLong("used"),
                                        row.getLong("taken"),
                                        row.getLong("expired")))
                .single();
    }

    List<CustomerId> unproven() {
        return jdbc.sql(UNPROVEN)
                .query((row, number) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    private static EntryView entry(ResultSet row, int number) throws SQLException {
        return new EntryView(
                row.getLong("sequence"),
                PointsMove.valueOf(row.getString("kind")),
                row.getString("document"),
                row.getString("order_number"),
                row.getLong("available"),
                row.getLong("held"),
                row.getLong("available_after"),
                row.getLong("held_after"),
                Instants.sure(row, "at"),
                row.getString("by_actor"),
                row.getString("note"));
    }
}
