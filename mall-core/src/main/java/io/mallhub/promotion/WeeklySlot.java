package io.mallhub.promotion;

import io.mallhub.shared.MallTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * A part of one day of every week, in the mall's time zone. What goes on after midnight is two
 * slots.
 *
 * @param until first time after it; midnight means the end of the day
 */
public record WeeklySlot(DayOfWeek day, LocalTime from, LocalTime until) {
    /**
     * @throws IllegalArgumentException when it ends before it begins
     */
    public WeeklySlot {
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException("A weekly slot ends after it begins, on one day");
        }
    }

    /** It is open then. */
    public boolean covers(Instant instant) {
        return covers(instant.atZone(MallTime.ZONE));
    }

    /** It is open at this time of the mall's zone. */
    public boolean covers(ZonedDateTime time) {
        LocalTime clock = time.toLocalTime();
        return time.getDayOfWeek() == day
                && !clock.isBefore(from)
                && (until.equals(LocalTime.MIDNIGHT) || clock.isBefore(until));
    }
}
