package io.mallhub.webkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times as people read them, as {@code @times} in templates; the instant itself on hover. */
@Component("times")
@EnableConfigurationProperties(KitSettings.class)
public class Times {
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final Clock clock;
    private final ZoneId zone;
    private final MessageSource messages;

    Times(Clock clock, KitSettings settings, MessageSource messages) {
        this.clock = clock;
        this.zone = settings.zone();
        this.messages = messages;
    }

    /** In which days begin and end. */
    public ZoneId zone() {
        return zone;
    }

    /** Minute precision; the year only when it isn't this one. */
    public String text(@Nullable Instant instant) {
        if (instant == null) {
            return "—";
        }
        var time = instant.atZone(zone);
        boolean thisYear = time.getYear() == clock.instant().atZone(zone).getYear();
        return time.format(thisYear ? THIS_YEAR : FULL);
    }

    public String exact(@Nullable Instant instant) {
        return instant == null
                ? ""
                : instant.atZone(zone).format(EXACT) + " " + zone + " = " + instant;
    }

    /** On papers: to the second, with the offset of the zone. */
    public String second(@Nullable Instant instant) {
        return instant == null ? "—" : instant.atZone(zone).format(SECOND);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "—" : day.toString();
    }

    public boolean past(@Nullable Instant instant) {
        return instant != null && instant.isBefore(clock.instant());
    }

    public boolean past(@Nullable LocalDate lastDay) {
        return lastDay != null && lastDay.isBefore(today());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** "3 h", "2 d": how long ago, or how long until. */
    public String distance(@Nullable Instant instant) {
        return instant == null ? "—" : length(Duration.between(instant, clock.instant()).abs());
    }

    public String length(Duration length) {
        if (length.toDays() > 0) {
            return unit("days", length.toDays());
        }
        if (length.toHours() > 0) {
            return unit("hours", length.toHours());
        }
        return length.toMinutes() > 0
                ? unit("minutes", length.toMinutes())
                : unit("seconds", length.toSeconds());
    }

    private String unit(String name, long count) {
        return messages.getMessage(
                "kit.time." + name, new Object[] {count}, LocaleContextHolder.getLocale());
    }
}
