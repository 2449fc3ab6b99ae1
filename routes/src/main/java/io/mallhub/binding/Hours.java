package io.mallhub.binding;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * From one time of day to another, every day, in the zone of the mall. Both in whole minutes, and
 * not the same: open at any time is no hours at all.
 *
 * @param closes the first moment outside; earlier than {@code opens}: on the next day
 */
public record Hours(LocalTime opens, LocalTime closes) {
    public Hours {
        if (!isMinute(opens) || !isMinute(closes) || opens.equals(closes)) {
            throw new IllegalArgumentException(
                    "Hours are two different times in whole minutes: " + opens + ", " + closes);
        }
    }

    private static boolean isMinute(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }

    /** {@code 22:00–06:00}. */
    @Override
    public String toString() {
        return opens + "–" + closes;
    }
}
