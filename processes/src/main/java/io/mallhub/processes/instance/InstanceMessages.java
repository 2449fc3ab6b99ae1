package io.mallhub.processes.instance;

import io.mallhub.processes.Instances.MessageRow;
import io.mallhub.shared.Instants;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages about an instance: those that reached it, and those that only named its number. */
@Component
class InstanceMessages {
    private static final int MOST = 200;
    private final JdbcClient jdbc;

    InstanceMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MessageRow> of(long instance) {
        return jdbc.sql(
                        """
                        SELECT m.name, m.correlation_key, m.state, m.published_at, m.keep_until,
                            c.element_id, c.correlated_at
                        FROM engine.message m
                        LEFT JOIN engine.message_correlation c
                            ON c.message_key = m.key AND c.process_instance_key = :instance
                        WHERE m.published_at IS NOT NULL AND m.key IN (
                            SELECT message_key FROM engine.message_correlation
                            WHERE process_instance_key = :instance
                            UNION ALL
                            (SELECT o.key FROM engine.message o
                            JOIN engine.process_instance i ON i.business_number = o.correlation_key
                            WHERE i.key = :instance ORDER BY o.key DESC LIMIT :most))
                        ORDER BY m.key DESC LIMIT :most
                        """)
                .param("instance", instance)
                .param("most", MOST)
                .query(
                        (row, n) ->
                                new MessageRow(
                                        row.getString("name"),
                                        row.getString("correlation_key"),
                                        "EXPIRED".equals(row.getString("state")),
                                        Instants.sure(row, "published_at"),
                                        Instants.read(row, "keep_until"),
                                        row.getString("element_id"),
                                        Instants.read(row, "correlated_at")))
                .list();
    }
}
