package io.mallhub.console.home;

import io.mallhub.processes.Pulse.Beat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The last day as the page draws it, in quarters of an hour. */
record Curves(List<Beat> beats, ZoneId zone) {
    public String from() {
        return beats.getFirst().from().toString();
    }

    /** The reader's day on which it began. */
    public LocalDate day() {
        return LocalDate.ofInstant(beats.getFirst().from(), zone);
    }

    /** Of the reader's clock from UTC, in seconds. */
    public int offset() {
        return zone.getRules().getOffset(beats.getLast().from()).getTotalSeconds();
    }

    public List<Long> ended() {
        return beats.stream().map(Beat::ended).toList();
    }

    public List<Long> incidents() {
        return beats.stream().map(Beat::incidents).toList();
    }

    /** In seconds; null where nobody looked. */
    public List<@Nullable Double> lag() {
        return beats.stream().map(Beat::lag).<@Nullable Double>map(Curves::seconds).toList();
    }

    private static @Nullable Double seconds(@Nullable Long millis) {
        return millis == null ? null : millis / 1000.0;
    }

    public long allEnded() {
        return beats.stream().mapToLong(Beat::ended).sum();
    }

    public long allIncidents() {
        return beats.stream().mapToLong(Beat::incidents).sum();
    }

    public Duration worstLag() {
        return Duration.ofMillis(
                beats.stream()
                        .map(Beat::lag)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0));
    }
}
