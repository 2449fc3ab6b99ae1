package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final FlowSettings settings =
            new FlowSettings(
                    Duration.ofSeconds(15),
                    Map.of(),
                    Duration.ofSeconds(12),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(15),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(5));

    @Test
    void pausesDoubleAreSpreadAndEndAtTheLimit() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int failures = 1; failures < 100; failures++) {
            long most = (long) Math.min(1_000 * Math.pow(2, failures - 1), 300_000);

            assertThat(BackOff.pause(failures, settings, random).toMillis())
                    .isBetween(most / 2, most);
        }
    }
}
