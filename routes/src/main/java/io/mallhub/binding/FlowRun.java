package io.mallhub.binding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a run that is under way has come.
 *
 * @param read records so far
 * @param known how many records of this kind the mall has of this ERP: about so many a reading of
 *     everything will bring; 0 where the run does not read everything
 */
public record FlowRun(Instant since, long read, long known) {
    /** Records a minute; empty in its first second. */
    public Optional<Long> perMinute(Instant now) {
        long seconds = Duration.between(since, now).toSeconds();
        return seconds < 1 ? Optional.empty() : Optional.of(read * 60 / seconds);
    }

    /** At the rate so far; empty where nobody can tell, as for the first reading of all. */
    public Optional<Duration> remaining(Instant now) {
        return known <= read
                ? Optional.empty()
                : perMinute(now)
                        .filter(rate -> rate > 0)
                        .map(rate -> Duration.ofSeconds((known - read) * 60 / rate));
    }
}
