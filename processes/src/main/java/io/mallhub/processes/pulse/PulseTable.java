package io.mallhub.processes.pulse;

import io.mallhub.processes.Pulse.Beat;
import io.mallhub.shared.Instants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The minutes that were counted. */
@Component
class PulseTable {
    /** Of two hubs both count the same; a lag that was seen stays. */
    private static final String COUNT =
            """
            INSERT INTO engine_pulse (minute, ended, incidents)
            SELECT m, coalesce(e.n, 0), coalesce(i.n, 0)
            FROM generate_series(:from::timestamptz, :until::timestamptz - interval '1 minute',
                interval '1 minute') m
            LEFT JOIN (SELECT date_trunc('minute', ended_at) AS at, count(*) AS n
                FROM engine.process_instance
                WHERE ended_at >= :from AND ended_at < :until GROUP BY 1) e ON e.at = m
            LEFT JOIN (SELECT date_trunc('minute', created_at) AS at, count(*) AS n
                FROM engine.incident
                WHERE created_at >= :from AND created_at < :until GROUP BY 1) i ON i.at = m
            ON CONFLICT (minute) DO UPDATE
                SET ended = excluded.ended, incidents = excluded.incidents
            """;

    private final JdbcClient jdbc;

    PulseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param from of a minute
     * @param until of a minute, the first that is not counted
     */
    void count(Instant from, Instant until) {
        jdbc.sql(COUNT)
                .param("from", Instants.parameter(from))
                .param("until", Instants.parameter(until))
                .update();
    }

    void lag(Instant minute, Duration lag) {
        jdbc.sql(
                        """
                        INSERT INTO engine_pulse (minute, ended, incidents, lag)
                        VALUES (:minute, 0, 0, :lag)
                        ON CONFLICT (minute) DO UPDATE
                            SET lag = greatest(engine_pulse.lag, excluded.lag)
                        """)
                .param("minute", Instants.parameter(minute))
                .param("lag", lag.toMillis())
                .update();
    }

    Optional<Instant> latest() {
        return jdbc.sql("SELECT minute FROM engine_pulse ORDER BY minute DESC LIMIT 1")
                .query((row, number) -> Instants.sure(row, 1))
                .optional();
    }

    void forget(Instant before) {
        jdbc.sql("DELETE FROM engine_pulse WHERE minute < :before")
                .param("before", Instants.parameter(before))
                .update();
    }

    /** In steps of so many minutes, also those nobody counted. */
    List<Beat> beats(Instant from, Instant until, Duration step) {
        return jdbc.sql(
                        """
                        SELECT s.at, coalesce(sum(p.ended), 0) AS ended,
                            coalesce(sum(p.incidents), 0) AS incidents, max(p.lag) AS lag
                        FROM generate_series(:from::timestamptz, :until::timestamptz,
                            :step * interval '1 second') s (at)
                        LEFT JOIN engine_pulse p
                            ON p.minute >= s.at AND p.minute < s.at + :step * interval '1 second'
                        GROUP BY s.at ORDER BY s.at
                        """)
                .param("from", Instants.parameter(from))
                .param("until", Instants.parameter(until))
                .param("step", step.toSeconds())
                .query(
                        (row, number) ->
                                new Beat(
                                        Instants.sure(row, "at"),
                                        row.getLong("ended"),
                                        row.getLong("incidents"),
                                        lag(row.getLong("lag"), row.wasNull())))
                .list();
    }

    private static @Nullable Long lag(long millis, boolean unknown) {
        return unknown ? null : millis;
    }
}
