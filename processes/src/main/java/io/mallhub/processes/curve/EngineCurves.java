package io.mallhub.processes.curve;

import io.mallhub.processes.Curves;
import io.mallhub.shared.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EngineCurves implements Curves {
    /** Each series is read from its own index, as far as the day goes. */
    private static final String LAST_DAY =
            """
            WITH hours AS (
                SELECT generate_series(:from::timestamptz, :until::timestamptz, '1 hour') AS hour),
            ended AS (
                SELECT date_bin('1 hour', ended_at, :from::timestamptz) AS hour, count(*) AS ended
                FROM engine.process_instance
                WHERE ended_at >= :from::timestamptz GROUP BY 1),
            incidents AS (
                SELECT date_bin('1 hour', created_at, :from::timestamptz) AS hour,
                    count(*) AS incidents
                FROM engine.incident WHERE created_at >= :from::timestamptz GROUP BY 1),
            lag AS (
                SELECT date_bin('1 hour', minute, :from::timestamptz) AS hour,
                    max(behind_ms) AS behind
                FROM exporter_lag_sample WHERE minute >= :from::timestamptz GROUP BY 1)
            SELECT hour, coalesce(ended, 0) AS ended, coalesce(incidents, 0) AS incidents,
                coalesce(behind, 0) AS behind
            FROM hours LEFT JOIN ended USING (hour) LEFT JOIN incidents USING (hour)
                LEFT JOIN lag USING (hour)
            ORDER BY hour
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    EngineCurves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Hour> lastDay() {
        Instant until = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return jdbc.sql(LAST_DAY)
                .param("from", until.minus(Duration.ofHours(HOURS - 1L)).toString())
                .param("until", until.toString())
                .query(
                        (row, n) ->
                                new Hour(
                                        Instants.sure(row, "hour"),
                                        row.getLong("ended"),
                                        row.getLong("incidents"),
                                        Duration.ofMillis(row.getLong("behind"))))
                .list();
    }
}
