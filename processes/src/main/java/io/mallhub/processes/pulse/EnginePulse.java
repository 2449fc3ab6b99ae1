package io.mallhub.processes.pulse;

import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.ExporterLag;
import io.mallhub.processes.Pulse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts each minute when it is over, and the last ones again: what the read model lags behind is
 * still counted. After a time without a hub it counts what was missed, up to a day.
 */
@Component
class EnginePulse implements Pulse {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Duration COUNTED_AGAIN = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(35);

    private final PulseTable table;
    private final Instances instances;
    private final Clock clock;

    EnginePulse(PulseTable table, Instances instances, Clock clock) {
        this.table = table;
        this.instances = instances;
        this.clock = clock;
    }

    /** To be called about once a minute. */
    void count() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Instant latest = table.latest().orElse(minute.minus(DAY)).minus(COUNTED_AGAIN);
        Instant from = latest.isBefore(minute.minus(DAY)) ? minute.minus(DAY) : latest;
        instances.lag().stream()
                .map(ExporterLag::behind)
                .max(Duration::compareTo)
                .ifPresent(lag -> table.lag(minute, lag));
        table.count(from, minute.plus(Duration.ofMinutes(1)));
        table.forget(minute.minus(KEPT));
    }

    @Override
    public List<Beat> lastDay() {
        long step = STEP.toMillis();
        Instant until = Instant.ofEpochMilli(clock.millis() / step * step);
        return table.beats(until.minus(DAY).plus(STEP), until, STEP);
    }
}
