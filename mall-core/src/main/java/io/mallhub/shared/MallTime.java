package io.mallhub.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Dates and times of day of the mall: licences, invoices, due dates and opening hours are those of
 * Asia/Shanghai, wherever a hub runs.
 */
public final class MallTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private MallTime() {}

    /** The mall's date now, whatever the zone of the clock. */
    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }

    /** The first instant of the day: of the one after, the first that no longer belongs to it. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static LocalTime timeOf(Instant instant) {
        return LocalTime.ofInstant(instant, ZONE);
    }

    /** The first instant after this one at which it is that time of day. */
    public static Instant next(LocalTime time, Instant after) {
        ZonedDateTime today = after.atZone(ZONE).with(time);
        return (today.toInstant().isAfter(after) ? today : today.plusDays(1)).toInstant();
    }
}
