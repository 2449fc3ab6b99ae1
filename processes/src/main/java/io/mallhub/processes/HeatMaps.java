package io.mallhub.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the instances of a process version stand, are stuck, and lose time. */
public interface HeatMaps {
    /** All deployed versions: by process, newest version first. */
    List<Version> versions();

    Optional<Version> version(long definitionKey);

    /**
     * Elements with tokens or incidents now, or left since then. Durations come from the newest
     * {@value #MOST_MEASURED} ends.
     */
    List<Heat> heat(long definitionKey, Instant since);

    int MOST_MEASURED = 10_000;

    /**
     * @param running instances now
     * @param stuck of them with an open incident
     */
    record Version(
            long definitionKey,
            String process,
            int version,
            Instant deployedAt,
            long running,
            long stuck) {}

    /**
     * @param left how often it was left in the time asked for, among those measured
     * @param median null where it was never left
     */
    record Heat(
            String element,
            long tokens,
            long incidents,
            long left,
            @Nullable Duration median,
            @Nullable Duration p95) {}
}
