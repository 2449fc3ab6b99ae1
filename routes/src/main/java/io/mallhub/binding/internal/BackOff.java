package io.mallhub.binding.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double and are spread, so that nodes and flows don't come back in step. */
final class BackOff {
    private BackOff() {}

    /**
     * @param failures in a row, at least 1
     * @return between half of the pause and the pause
     */
    static Duration pause(int failures, FlowSettings settings, RandomGenerator random) {
        long first = settings.backOff().toMillis();
        long doubled = first << Math.min(failures - 1, 30);
        long most = Math.clamp(doubled, first, settings.backOffLimit().toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}
