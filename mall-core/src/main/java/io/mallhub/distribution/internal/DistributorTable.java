package io.mallhub.distribution.internal;

import io.mallhub.distribution.Distributors.Distributor;
import io.mallhub.distribution.Distributors.DistributorQuery;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may share; that nobody stands on a third level is held by its constraints. */
@Component
class DistributorTable {
    private static final String COLUMNS =
            """
            SELECT d.*,
                (SELECT count(*) FROM distributor b
                    WHERE b.parent = d.login AND b.ended_at IS NULL) AS below,
                (SELECT count(*) FROM share_link l
                    WHERE l.distributor = d.login AND l.revoked_at IS NULL) AS links
            FROM distributor d
            """;

    private final JdbcClient jdbc;

    DistributorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of two who appoint at once the second sees the first. */
    void lock() {
        jdbc.sql("LOCK TABLE distributor IN SHARE ROW EXCLUSIVE MODE").update();
    }

    Optional<Distributor> find(String login) {
        return jdbc.sql(COLUMNS + "WHERE d.login = ?")
                .param(login)
                .query(DistributorTable::distributor)
                .optional();
    }

    boolean isAppointed(String login) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM distributor
                            WHERE login = ? AND ended_at IS NULL)
                        """)
                .param(login)
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody ever stood below. */
    boolean hasBelow(String login) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM distributor WHERE parent = ?)")
                .param(login)
                .query(Boolean.class)
                .single();
    }

    void put(
            String login,
            String name,
            @Nullable String parent,
            String reason,
            Actor by,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO distributor (login, name, level, parent, reason, by_id, by_name,
                            since)
                        VALUES (:login, :name, :level, :parent, :reason, :byId, :byName, :now)
                        ON CONFLICT (login) DO UPDATE
                        SET name = excluded.name, level = excluded.level, parent = excluded.parent,
                            reason = excluded.reason, by_id = excluded.by_id,
                            by_name = excluded.by_name, since = excluded.since,
                            ended_at = NULL, ended_by = NULL, end_reason = NULL
                        """)
                .param("login", login)
                .param("name", name)
                .param("level", parent == null ? 1 : 2)
                .param("parent", parent)
                .param("reason", reason)
                .param("byId", by.id())
                .param("byName", by.name())
                .param("now", Instants.parameter(now))
                .update();
    }

    boolean end(String login, String reason, Actor by, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE distributor SET ended_at = :now, ended_by = :byName,
                                    end_reason = :reason
                                WHERE login = :login AND ended_at IS NULL
                                """)
                        .param("now", Instants.parameter(now))
                        .param("byName", by.name())
                        .param("reason", reason)
                        .param("login", login)
                        .update()
                == 1;
    }

    Page<Distributor> page(DistributorQuery query, PageRequest page) {
        String where =
                "WHERE (d.ended_at IS NOT NULL) = :ended"
                        + " AND (:text::text IS NULL OR lower(d.login || ' ' || d.name) LIKE :text)";
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("ended", query.ended());
        parameters.put("text", query.text() == null ? null : LikeText.anywhere(query.text()));
        long total =
                jdbc.sql("SELECT count(*) FROM distributor d " + where)
                        .params(parameters)
                        .query(Long.class)
                        .single();
        List<Distributor> items =
                jdbc.sql(COLUMNS + where + " ORDER BY d.login LIMIT :size OFFSET :offset")
                        .params(parameters)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(DistributorTable::distributor)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static Distributor distributor(ResultSet row, int number) throws SQLException {
        return new Distributor(
                row.getString("login"),
                row.getString("name"),
                row.getInt("level"),
                row.getString("parent"),
                row.getLong("below"),
                row.getLong("links"),
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "since"),
                Instants.read(row, "ended_at"),
                row.getString("ended_by"),
                row.getString("end_reason"));
    }
}
