package io.mallhub.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Dates of the mall: licences, invoices and due dates are days in Asia/Shanghai, wherever a hub
 * runs.
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
}
