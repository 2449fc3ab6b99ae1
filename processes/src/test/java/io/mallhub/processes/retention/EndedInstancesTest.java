package io.mallhub.processes.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.processes.Instances.State;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.Trial;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class EndedInstancesTest extends ProcessTest {
    private static final Duration LONG_AGO = Duration.ofDays(2000);
    @Autowired private EndedInstances ended;
    @Autowired private JdbcClient jdbc;

    @Test
    void whatEndedLongAgoGoesWithAllItsPartsAndWhatRunsStaysHoweverOldItIs() {
        String old = newNumber("OLD");
        String running = newNumber("RUN");
        String fresh = newNumber("NEW");
        try (Trial trial = new Trial(client)) {
            long first = finished(trial, old);
            long second = finished(trial, fresh);
            long third = trial.start(running, "ok");
            awaitElement(running, "wait");
            age(first);
            age(third);

            int removed = ended.remove(Instant.now().minus(LONG_AGO.minusDays(1)), 100);

            assertThat(removed).isEqualTo(1);
            assertThat(instances.instance(first)).isEmpty();
            for (String table :
                    new String[] {"element_instance", "variable", "variable_change", "job"}) {
                assertThat(count(table, first)).as(table).isZero();
                assertThat(count(table, second)).as(table).isPositive();
                assertThat(count(table, third)).as(table).isPositive();
            }
        }
    }

    private long finished(Trial trial, String number) {
        long key = trial.start(number, "ok");
        trial.go(number);
        awaitState(number, State.COMPLETED);
        return key;
    }

    private void age(long key) {
        jdbc.sql(
                        """
                        UPDATE engine.process_instance SET started_at = started_at - interval '2000 days',
                            ended_at = ended_at - interval '2000 days' WHERE key = ?
                        """)
                .param(key)
                .update();
    }

    private long count(String table, long key) {
        return jdbc.sql("SELECT count(*) FROM engine." + table + " WHERE process_instance_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }
}
