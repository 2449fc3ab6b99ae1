package io.mallhub.processes.incident;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.IncidentDesk;
import io.mallhub.processes.IncidentMessage;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineIncidentDesk implements IncidentDesk {
    private static final String GROUP =
            "engine.cause_group(process_id, element_id, error_type, cause)";
    private static final String GROUPS =
            """
            SELECT g.*, o.login, o.name, o.since,
                (SELECT error_message FROM engine.incident WHERE key = g.newest) AS sample
            FROM (SELECT %1$s AS cause_group, process_id, element_id, error_type, cause,
                    count(DISTINCT process_instance_key) AS victims, min(created_at) AS first,
                    max(created_at) AS last, max(key) AS newest
                FROM engine.incident WHERE state = 'OPEN' %2$s
                GROUP BY process_id, element_id, error_type, cause
                ORDER BY victims DESC, last DESC LIMIT :most) g
            LEFT JOIN incident_owner o USING (cause_group) ORDER BY victims DESC, last DESC
            """;

    private final JdbcClient jdbc;
    private final AuditLog audit;

    EngineIncidentDesk(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public List<Group> groups() {
        return jdbc.sql(GROUPS.formatted(GROUP, ""))
                .param("most", MOST)
                .query((row, n) -> group(row))
                .list();
    }

    @Override
    public Optional<Group> group(String key) {
        return jdbc.sql(GROUPS.formatted(GROUP, "AND " + GROUP + " = :key"))
                .param("key", key)
                .param("most", 1)
                .query((row, n) -> group(row))
                .optional();
    }

    @Override
    @Transactional
    public void take(String key, StaffView by) {
        audit.record(AuditEntry.of(by.actor(), "take-incidents", "incident-group", key));
        jdbc.sql(
                        """
                        INSERT INTO incident_owner (cause_group, login, name) VALUES (?, ?, ?)
                        ON CONFLICT (cause_group) DO UPDATE
                            SET login = excluded.login, name = excluded.name, since = clock_timestamp()
                        """)
                .params(key, by.login(), by.name())
                .update();
    }

    @Override
    @Transactional
    public void release(String key, StaffView by) {
        int given =
                jdbc.sql("DELETE FROM incident_owner WHERE cause_group = ? AND login = ?")
                        .params(key, by.login())
                        .update();
        if (given > 0) {
            audit.record(AuditEntry.of(by.actor(), "release-incidents", "incident-group", key));
        }
    }

    private static Group group(ResultSet row) throws SQLException {
        String errorType = row.getString("error_type");
        String cause = row.getString("cause");
        return new Group(
                row.getString("cause_group"),
                row.getString("process_id"),
                row.getString("element_id"),
                errorType,
                Kind.of(errorType, cause),
                IncidentMessage.words(cause),
                IncidentMessage.words(row.getString("sample")),
                row.getLong("victims"),
                Instants.sure(row, "first"),
                Instants.sure(row, "last"),
                row.getString("login") == null
                        ? null
                        : new Owner(
                                row.getString("login"),
                                row.getString("name"),
                                Instants.sure(row, "since")));
    }
}
