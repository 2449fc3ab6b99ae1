package io.mallhub.processes.instance;

import io.mallhub.processes.IncidentMessage;
import io.mallhub.processes.Instances.ElementRow;
import io.mallhub.processes.Instances.IncidentRow;
import io.mallhub.processes.Instances.JobRow;
import io.mallhub.processes.Instances.VariableRow;
import io.mallhub.processes.Instances.WaitingRow;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one instance did, has and waits for; at most {@value #MOST} rows of a kind. */
@Component
class InstanceDetails {
    private static final int MOST = 2_000;
    private static final String LIMIT = " LIMIT " + MOST;

    private final JdbcClient jdbc;

    InstanceDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ElementRow> elements(long instance) {
        return jdbc.sql(
                        """
                        SELECT key, element_id, element_type, state, started_at, ended_at
                        FROM engine.element_instance
                        WHERE process_instance_key = ? AND started_at IS NOT NULL ORDER BY key
                        """
                                + LIMIT)
                .param(instance)
                .query(
                        (row, n) ->
                                new ElementRow(
                                        row.getLong("key"),
                                        row.getString("element_id"),
                                        row.getString("element_type"),
                                        row.getString("state"),
                                        Instants.sure(row, "started_at"),
                                        Instants.read(row, "ended_at")))
                .list();
    }

    List<String> takenFlows(long instance) {
        return jdbc.sql(
                        """
                        SELECT flow_id FROM engine.sequence_flow
                        WHERE process_instance_key = ? ORDER BY taken_at, flow_id
                        """)
                .param(instance)
                .query(String.class)
                .list();
    }

    List<VariableRow> variables(long instance) {
        return jdbc.sql(
                        """
                        SELECT v.name, v.value, coalesce(e.element_id, i.process_id) AS scope,
                            v.changed_at
                        FROM engine.variable v
                        JOIN engine.process_instance i ON i.key = v.process_instance_key
                        LEFT JOIN engine.element_instance e ON e.key = v.scope_key
                        WHERE v.process_instance_key = ? ORDER BY v.name, v.key
                        """
                                + LIMIT)
                .param(instance)
                .query(
                        (row, n) ->
                                new VariableRow(
                                        row.getString("name"),
                                        row.getString("value"),
                                        row.getString("scope"),
                                        Instants.sure(row, "changed_at")))
                .list();
    }

    List<IncidentRow> incidents(long instance) {
        return jdbc.sql(
                        """
                        SELECT key, element_id, error_type, error_message, created_at, state,
                            resolved_at
                        FROM engine.incident
                        WHERE process_instance_key = ? AND created_at IS NOT NULL ORDER BY key DESC
                        """
                                + LIMIT)
                .param(instance)
                .query(
                        (row, n) ->
                                new IncidentRow(
                                        row.getLong("key"),
                                        row.getString("element_id"),
                                        row.getString("error_type"),
                                        IncidentMessage.words(row.getString("error_message")),
                                        Instants.sure(row, "created_at"),
                                        "OPEN".equals(row.getString("state")),
                                        Instants.read(row, "resolved_at")))
                .list();
    }

    /**
     * @throws IllegalArgumentException if there is no such incident
     */
    long instanceOf(long incident) {
        return jdbc.sql("SELECT process_instance_key FROM engine.incident WHERE key = ?")
                .param(incident)
                .query(Long.class)
                .optional()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no incident " + incident));
    }

    boolean isResolved(long incident) {
        return jdbc.sql("SELECT state = 'RESOLVED' FROM engine.incident WHERE key = ?")
                .param(incident)
                .query(Boolean.class)
                .single();
    }

    List<JobRow> jobs(long instance) {
        return jdbc.sql(
                        """
                        SELECT key, type, element_id, state, retries, error_message
                        FROM engine.job
                        WHERE process_instance_key = ? AND state IS NOT NULL ORDER BY key
                        """
                                + LIMIT)
                .param(instance)
                .query(
                        (row, n) ->
                                new JobRow(
                                        row.getLong("key"),
                                        row.getString("type"),
                                        row.getString("element_id"),
                                        row.getString("state"),
                                        row.getInt("retries"),
                                        words(row.getString("error_message"))))
                .list();
    }

    List<WaitingRow> waiting(long instance) {
        return jdbc.sql(
                        """
                        SELECT kind, element_id, message_name, due_at FROM engine.waiting
                        WHERE process_instance_key = ? AND open ORDER BY key
                        """
                                + LIMIT)
                .param(instance)
                .query((row, n) -> waiting(row))
                .list();
    }

    private static @Nullable String words(@Nullable String message) {
        return message == null ? null : IncidentMessage.words(message);
    }

    private static WaitingRow waiting(ResultSet row) throws SQLException {
        boolean message = "MESSAGE".equals(row.getString("kind"));
        Instant due = Instants.read(row, "due_at");
        return new WaitingRow(
                message ? "message" : "timer",
                row.getString("element_id"),
                message ? row.getString("message_name") : String.valueOf(due),
                due);
    }
}
