package io.mallhub.console.catalogue;

import io.mallhub.promotion.WeeklySlot;
import io.mallhub.shared.MallTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Minutes and weekly slots in the fields of an editor, in the mall's time zone. */
public final class TypedTimes {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(MallTime.ZONE);

    private TypedTimes() {}

    /** As a field of date and time takes it; empty for none. */
    public static String typed(@Nullable Instant instant) {
        return instant == null ? "" : MINUTE.format(instant);
    }

    /** Empty when it is no date and time. */
    public static Optional<Instant> instant(String typed) {
        try {
            return Optional.of(
                    LocalDateTime.parse(typed.strip()).atZone(MallTime.ZONE).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** Empty when it is no day and hours of one day. */
    public static Optional<WeeklySlot> slot(String day, String from, String until) {
        try {
            return Optional.of(
                    new WeeklySlot(
                            DayOfWeek.valueOf(day), LocalTime.parse(from), LocalTime.parse(until)));
        } catch (IllegalArgumentException | DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
