package io.mallhub.distribution.internal;

import io.mallhub.distribution.Distribution.ChangeTerms;
import io.mallhub.distribution.Distribution.Terms;
import io.mallhub.distribution.Distribution.TermsVersion;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only table of the terms of distribution. */
@Component
class TermsTable {
    private final JdbcClient jdbc;

    TermsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes one after the other; who reads is not kept waiting. */
    void lock() {
        jdbc.sql("LOCK TABLE distribution_terms IN SHARE ROW EXCLUSIVE MODE").update();
    }

    Optional<Terms> newest() {
        return jdbc.sql("SELECT * FROM distribution_terms ORDER BY id DESC LIMIT 1")
                .query((row, number) -> terms(row))
                .optional();
    }

    Terms add(ChangeTerms command, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO distribution_terms (enabled, window_days, reason, by_id,
                            by_name, at)
                        VALUES (:enabled, :days, :reason, :byId, :byName, :now) RETURNING *
                        """)
                .param("enabled", command.terms().enabled())
                .param("days", command.terms().windowDays())
                .param("reason", command.reason())
                .param("byId", command.by().id())
                .param("byName", command.by().name())
                .param("now", Instants.parameter(now))
                .query((row, number) -> terms(row))
                .single();
    }

    Page<TermsVersion> history(PageRequest page) {
        long total = jdbc.sql("SELECT count(*) FROM distribution_terms").query(Long.class).single();
        List<TermsVersion> versions =
                jdbc.sql("SELECT * FROM distribution_terms ORDER BY id DESC LIMIT ? OFFSET ?")
                        .params(page.size(), page.offset())
                        .query(
                                (row, number) ->
                                        new TermsVersion(
                                                terms(row),
                                                row.getString("reason"),
                                                row.getString("by_name"),
                                                Instants.sure(row, "at")))
                        .list();
        return new Page<>(versions, page.number(), page.size(), total);
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(row.getLong("id"), row.getBoolean("enabled"), row.getInt("window_days"));
    }
}
