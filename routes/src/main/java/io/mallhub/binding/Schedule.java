package io.mallhub.binding;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a flow of a connection begins its work; what is under way goes to its end. An ERP that calls
 * the mall chooses its time itself.
 *
 * @param pace from the end of one turn to the next, in whole seconds from {@link #SHORTEST} to
 *     {@link #LONGEST}; null = as the hub's settings say, and always so for what goes out
 * @param hours null = at any time
 */
public record Schedule(@Nullable Duration pace, @Nullable Hours hours) {
    public static final Duration SHORTEST = Duration.ofSeconds(5);
    public static final Duration LONGEST = Duration.ofDays(7);

    /** At any time, at the pace of the settings. */
    public static final Schedule ALWAYS = new Schedule(null, null);

    public Schedule {
        if (pace != null && !isPace(pace)) {
            throw new IllegalArgumentException(
                    "A pace is whole seconds from " + SHORTEST + " to " + LONGEST + ": " + pace);
        }
    }

    public static boolean isPace(Duration pace) {
        return pace.compareTo(SHORTEST) >= 0
                && pace.compareTo(LONGEST) <= 0
                && pace.toNanosPart() == 0;
    }
}
