package io.mallhub.processes.sql;

import io.mallhub.processes.Instances.InstanceRow;
import io.mallhub.processes.Instances.State;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What a list shows of an instance {@code i}. */
public final class InstanceColumns {
    public static final String FROM = " FROM engine.process_instance i";

    /** Tokens: active elements that hold no other active one; the process itself isn't one. */
    public static final String SELECT =
            """
            SELECT i.key, i.process_id, i.version, i.state, i.business_number, i.subject,
                i.started_at, i.ended_at, i.definition_key,
                (SELECT count(*) FROM engine.incident n
                    WHERE n.process_instance_key = i.key AND n.state = 'OPEN') AS incidents,
                ARRAY(SELECT DISTINCT e.element_id FROM engine.element_instance e
                    WHERE e.process_instance_key = i.key AND e.state = 'ACTIVE'
                        AND e.element_type NOT IN ('PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS')
                    ORDER BY e.element_id) AS tokens
            """;

    private InstanceColumns() {}

    public static InstanceRow row(ResultSet row) throws SQLException {
        String number = row.getString("business_number");
        String subject = row.getString("subject");
        return new InstanceRow(
                row.getLong("key"),
                row.getString("process_id"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                number == null ? "" : number,
                subject == null ? "" : subject,
                List.of((String[]) row.getArray("tokens").getArray()),
                row.getInt("incidents"),
                Instants.sure(row, "started_at"),
                Instants.read(row, "ended_at"));
    }
}
