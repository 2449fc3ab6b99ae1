package io.mallhub.processes.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.processes.Pulse.Beat;
import io.mallhub.processes.fixture.ProcessTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a day of which no other test knows anything. */
class EnginePulseTest extends ProcessTest {
    private static final String NOON = "2101-05-01T12:00:00Z";

    @Autowired private PulseTable table;
    @Autowired private JdbcClient jdbc;

    private long key = 9_000_000_000_000_000L;

    @BeforeEach
    @AfterEach
    void anEmptyDay() {
        jdbc.sql("DELETE FROM engine_pulse WHERE minute > '2100-01-01'").update();
        jdbc.sql("DELETE FROM engine.process_instance WHERE ended_at > '2100-01-01'").update();
        jdbc.sql("DELETE FROM engine.incident WHERE created_at > '2100-01-01'").update();
    }

    @Test
    void whatEndedAndWhatBrokeIsCountedOnceHoweverOftenItIsLookedAt() {
        ended("2101-05-01T11:20:10Z");
        ended("2101-05-01T11:29:59Z");
        ended("2101-05-01T11:30:00Z");
        broken("2101-05-01T11:31:00Z");

        at(NOON).count();
        at(NOON).count();

        assertThat(beat("2101-05-01T11:15:00Z")).isEqualTo(counts("2101-05-01T11:15:00Z", 2, 0));
        assertThat(beat("2101-05-01T11:30:00Z")).isEqualTo(counts("2101-05-01T11:30:00Z", 1, 1));
        assertThat(beat(NOON).lag()).as("looked at now").isNotNull();
        assertThat(at(NOON).lastDay()).hasSize(96);
    }

    @Test
    void whatTheReadModelLearnsLateIsStillCounted() {
        at(NOON).count();
        ended("2101-05-01T11:55:00Z");

        at("2101-05-01T12:01:00Z").count();

        assertThat(beat("2101-05-01T11:45:00Z").ended()).isEqualTo(1);
    }

    @Test
    void whatHappenedWhileNoHubRanIsCountedAfterwards() {
        at("2101-05-01T09:00:00Z").count();
        ended("2101-05-01T10:07:00Z");

        at(NOON).count();

        assertThat(beat("2101-05-01T10:00:00Z").ended()).isEqualTo(1);
        assertThat(beat("2101-05-01T10:00:00Z").lag()).as("nobody looked").isNull();
    }

    private EnginePulse at(String time) {
        return new EnginePulse(table, instances, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }

    private Beat beat(String from) {
        List<Beat> day = at(NOON).lastDay();
        return day.stream()
                .filter(it -> it.from().equals(Instant.parse(from)))
                .findFirst()
                .orElseThrow();
    }

    private static Beat counts(String from, long ended, long incidents) {
        return new Beat(Instant.parse(from), ended, incidents, null);
    }

    private void ended(String at) {
        jdbc.sql(
                        """
                        INSERT INTO engine.process_instance (key, process_id, definition_key, state,
                            started_at, ended_at, pos)
                        VALUES (?, 'pulse', 1, 'COMPLETED', ?::timestamptz, ?::timestamptz, 1)
                        """)
                .params(key++, at, at)
                .update();
    }

    private void broken(String at) {
        jdbc.sql(
                        """
                        INSERT INTO engine.incident (key, process_instance_key,
                            element_instance_key, element_id, process_id, error_type,
                            error_message, state, created_at, pos)
                        VALUES (?, 1, 1, 'x', 'pulse', 'JOB_NO_RETRIES', '', 'RESOLVED',
                            ?::timestamptz, 1)
                        """)
                .params(key++, at)
                .update();
    }
}
