package io.mallhub.processes.heat;

import io.mallhub.processes.HeatMaps;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EngineHeatMaps implements HeatMaps {
    private static final String VERSIONS =
            """
            SELECT d.key, d.process_id, d.version, d.deployed_at,
                (SELECT count(*) FROM engine.process_instance i
                    WHERE i.definition_key = d.key AND i.state = 'ACTIVE') AS running,
                (SELECT count(DISTINCT n.process_instance_key) FROM engine.incident n
                    JOIN engine.process_instance i ON i.key = n.process_instance_key
                    WHERE n.state = 'OPEN' AND i.definition_key = d.key) AS stuck
            FROM engine.process_definition d
            """;

    /** Elements that only hold others have no tokens of their own. */
    private static final String HEAT =
            """
            WITH tokens AS (
                SELECT element_id, count(*) AS tokens FROM engine.element_instance
                WHERE definition_key = :definition AND state = 'ACTIVE'
                    AND element_type NOT IN ('PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS')
                GROUP BY element_id),
            incidents AS (
                SELECT n.element_id, count(*) AS incidents FROM engine.incident n
                JOIN engine.process_instance i ON i.key = n.process_instance_key
                WHERE n.state = 'OPEN' AND i.definition_key = :definition GROUP BY n.element_id),
            ends AS (
                SELECT element_id, state, extract(epoch FROM ended_at - started_at) AS seconds
                FROM engine.element_instance
                WHERE definition_key = :definition AND ended_at >= :since::timestamptz
                ORDER BY ended_at DESC LIMIT :most),
            durations AS (
                SELECT element_id, count(*) AS ended,
                    percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median,
                    percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS p95
                FROM ends WHERE state = 'COMPLETED' GROUP BY element_id)
            SELECT element_id, coalesce(tokens, 0) AS tokens, coalesce(incidents, 0) AS incidents,
                coalesce(ended, 0) AS ended, median, p95
            FROM tokens FULL JOIN incidents USING (element_id) FULL JOIN durations USING (element_id)
            ORDER BY element_id
            """;

    private final JdbcClient jdbc;

    EngineHeatMaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Version> versions() {
        return jdbc.sql(
                        VERSIONS
                                + " WHERE NOT d.deleted ORDER BY d.process_id, d.version DESC LIMIT"
                                + " 200")
                .query((row, n) -> version(row))
                .list();
    }

    @Override
    public Optional<Version> version(long definitionKey) {
        return jdbc.sql(VERSIONS + " WHERE d.key = ?")
                .param(definitionKey)
                .query((row, n) -> version(row))
                .optional();
    }

    @Override
    public List<Heat> heat(long definitionKey, Instant since) {
        return jdbc.sql(HEAT)
                .param("definition", definitionKey)
                .param("since", since.toString())
                .param("most", MOST_MEASURED)
                .query((row, n) -> heat(row))
                .list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("key"),
                row.getString("process_id"),
                row.getInt("version"),
                Instants.sure(row, "deployed_at"),
                row.getLong("running"),
                row.getLong("stuck"));
    }

    private static Heat heat(ResultSet row) throws SQLException {
        return new Heat(
                row.getString("element_id"),
                row.getLong("tokens"),
                row.getLong("incidents"),
                row.getLong("ended"),
                duration(row, "median"),
                duration(row, "p95"));
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
