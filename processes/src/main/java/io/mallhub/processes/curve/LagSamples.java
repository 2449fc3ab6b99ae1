package io.mallhub.processes.curve;

import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.ExporterLag;
import io.mallhub.processes.engine.Housekeeping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes every minute how far the read models are behind; of several nodes the worst word counts.
 */
@Component
class LagSamples implements SmartInitializingSingleton {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(2);

    private final Instances instances;
    private final JdbcClient jdbc;
    private final Housekeeping housekeeping;
    private final Clock clock;

    LagSamples(Instances instances, JdbcClient jdbc, Housekeeping housekeeping, Clock clock) {
        this.instances = instances;
        this.jdbc = jdbc;
        this.housekeeping = housekeeping;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        housekeeping.repeatFromNow(EVERY, this::sample);
    }

    void sample() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        for (ExporterLag lag : instances.lag()) {
            jdbc.sql(
                            """
                            INSERT INTO exporter_lag_sample (minute, partition, behind_ms)
                            VALUES (?::timestamptz, ?, ?)
                            ON CONFLICT (minute, partition) DO UPDATE
                                SET behind_ms = greatest(exporter_lag_sample.behind_ms,
                                    excluded.behind_ms)
                            """)
                    .params(minute.toString(), lag.partition(), lag.behind().toMillis())
                    .update();
        }
        jdbc.sql("DELETE FROM exporter_lag_sample WHERE minute < ?::timestamptz")
                .param(minute.minus(KEPT).toString())
                .update();
    }
}
