package io.mallhub.gateway.wiretime;

import io.mallhub.shared.MallTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Times as they travel: ISO 8601; without a zone they are the mall's. */
public final class WireTime {
    private WireTime() {}

    /**
     * @throws DateTimeException for anything else than a date with a time
     */
    public static Instant instant(String text) {
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                        text.strip(), OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime sure
                ? sure.toInstant()
                : LocalDateTime.from(read).atZone(MallTime.ZONE).toInstant();
    }

    /** A zone after the day, which XML allows, says nothing about the day. */
    public static LocalDate date(String text) {
        return LocalDate.parse(text.strip(), DateTimeFormatter.ISO_DATE);
    }

    public static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    public static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
