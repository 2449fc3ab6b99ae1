package io.mallhub.processes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine did over time: instances ended, incidents that came up, lag of the read model.
 */
public interface Pulse {
    /** The last day in quarters of an hour, oldest first; the last one is under way. */
    List<Beat> lastDay();

    /**
     * @param from of a quarter of an hour
     * @param ended instances completed or cancelled
     * @param incidents that came up
     * @param lag the greatest, in milliseconds; null when nobody looked
     */
    record Beat(Instant from, long ended, long incidents, @Nullable Long lag) {}
}
