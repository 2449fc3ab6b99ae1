package io.mallhub.processes.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.processes.Curves;
import io.mallhub.processes.Curves.Hour;
import io.mallhub.processes.Instances;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.Trial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CurvesTest extends ProcessTest {
    /** A day of which no other test knows. */
    private static final Instant NOW = Instant.parse("2003-04-05T10:20:30Z");

    @Autowired private JdbcClient jdbc;
    @Autowired private LagSamples samples;
    @Autowired private Curves curves;

    @Test
    void whatEndedAndWhatBrokeIsCountedInItsHour() {
        try (Trial trial = new Trial(client)) {
            endedAt(trial, "2003-04-05T10:00:00Z");
            endedAt(trial, "2003-04-05T09:59:59Z");
            endedAt(trial, "2003-04-05T09:00:00Z");
            endedAt(trial, "2003-04-04T10:59:59Z");
            brokenAt(trial, "2003-04-05T09:30:00Z");
        }

        List<Hour> day = at(NOW).lastDay();

        assertThat(day)
                .hasSize(24)
                .endsWith(
                        new Hour(Instant.parse("2003-04-05T09:00:00Z"), 2, 1, Duration.ZERO),
                        new Hour(Instant.parse("2003-04-05T10:00:00Z"), 1, 0, Duration.ZERO));
        assertThat(day.getFirst())
                .isEqualTo(new Hour(Instant.parse("2003-04-04T11:00:00Z"), 0, 0, Duration.ZERO));
    }

    @Test
    void theLongestLagOfAnHourIsShown() {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(2));
        lag(hour, 50_000_001);
        lag(hour.plusSeconds(59 * 60), 50_000_002);
        lag(hour.plusSeconds(3600), 40_000_000);

        assertThat(curves.lastDay())
                .filteredOn(it -> it.lag().toMillis() >= 40_000_000)
                .extracting(Hour::from, it -> it.lag().toMillis())
                .containsExactly(
                        tuple(hour, 50_000_002L), tuple(hour.plusSeconds(3600), 40_000_000L));
    }

    @Test
    void theLagIsNotedAndWhatIsOldForgotten() {
        lag(Instant.parse("2001-01-01T00:00:00Z"), 1);
        Instant before = Instant.now().truncatedTo(ChronoUnit.MINUTES);

        samples.sample();
        samples.sample();

        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM exporter_lag_sample
                                        WHERE minute >= ?::timestamptz AND partition = 1
                                        """)
                                .param(before.toString())
                                .query(Long.class)
                                .single())
                .isPositive();
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM exporter_lag_sample
                                        WHERE minute < timestamptz '2002-01-01'
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private EngineCurves at(Instant now) {
        return new EngineCurves(jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void endedAt(Trial trial, String at) {
        String number = newNumber("CU");
        long key = trial.start(number, "ok");
        trial.go(number);
        awaitState(number, Instances.State.COMPLETED);
        jdbc.sql("UPDATE engine.process_instance SET ended_at = ?::timestamptz WHERE key = ?")
                .params(at, key)
                .update();
    }

    private void brokenAt(Trial trial, String at) {
        long key = trial.start(newNumber("CU"), "away");
        eventually(
                () ->
                        assertThat(instances.instance(key))
                                .hasValueSatisfying(
                                        view -> assertThat(view.incidents()).isNotEmpty()));
        jdbc.sql(
                        "UPDATE engine.incident SET created_at = ?::timestamptz WHERE process_instance_key = ?")
                .params(at, key)
                .update();
    }

    private void lag(Instant minute, long millis) {
        jdbc.sql(
                        """
                        INSERT INTO exporter_lag_sample (minute, partition, behind_ms)
                        VALUES (?::timestamptz, 99, ?)
                        """)
                .params(minute.toString(), millis)
                .update();
    }
}
