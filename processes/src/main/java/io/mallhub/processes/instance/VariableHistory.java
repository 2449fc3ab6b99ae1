package io.mallhub.processes.instance;

import io.mallhub.processes.Instances.VariableChange;
import io.mallhub.processes.Instances.Writer;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who brought which value. Events of one command share its position: a value that arrived with the
 * completion of a job or task, or with a message, is known by it. A repair of this hub is known by
 * the reference that its command carried.
 */
@Component
class VariableHistory {
    private static final int MOST = 2_000;
    private final JdbcClient jdbc;

    VariableHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<VariableChange> of(long instance) {
        return jdbc.sql(
                        """
                        SELECT v.name, v.value, v.changed_at, coalesce(e.element_id, '') AS scope,
                            b.staff_name, j.type, t.assignee, t.key AS task, w.message_name
                        FROM engine.variable_change v
                        LEFT JOIN engine.element_instance e ON e.key = v.scope_key
                        LEFT JOIN repair_item r ON r.id = v.operation_reference
                            AND r.instance_key = v.process_instance_key
                        LEFT JOIN repair_batch b ON b.id = r.batch_id
                        LEFT JOIN LATERAL (SELECT type FROM engine.job
                            WHERE process_instance_key = v.process_instance_key
                                AND source_position = v.source_position LIMIT 1) j ON true
                        LEFT JOIN LATERAL (SELECT key, assignee FROM engine.user_task
                            WHERE process_instance_key = v.process_instance_key
                                AND source_position = v.source_position AND state = 'COMPLETED'
                            LIMIT 1) t ON true
                        LEFT JOIN LATERAL (SELECT message_name FROM engine.waiting n
                            WHERE process_instance_key = v.process_instance_key
                                AND source_position = v.source_position AND kind = 'MESSAGE'
                                AND EXISTS (SELECT FROM engine.message_correlation c
                                    WHERE c.process_instance_key = n.process_instance_key
                                        AND c.element_id = n.element_id)
                            ORDER BY open LIMIT 1) w ON true
                        WHERE v.process_instance_key = ? ORDER BY v.name, v.position LIMIT ?
                        """)
                .params(instance, MOST)
                .query((row, n) -> change(row))
                .list();
    }

    private static VariableChange change(ResultSet row) throws SQLException {
        Writer writer = Writer.PROCESS;
        @Nullable String who = null;
        if (row.getString("staff_name") != null) {
            writer = Writer.STAFF;
            who = row.getString("staff_name");
        } else if (row.getString("type") != null) {
            writer = Writer.JOB;
            who = row.getString("type");
        } else if (row.getObject("task") != null) {
            writer = Writer.TASK;
            who = row.getString("assignee");
        } else if (row.getString("message_name") != null) {
            writer = Writer.MESSAGE;
            who = row.getString("message_name");
        }
        return new VariableChange(
                row.getString("name"),
                row.getString("value"),
                row.getString("scope"),
                Instants.sure(row, "changed_at"),
                writer,
                who == null ? "" : who);
    }
}
