package io.mallhub.connectors.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How an ERP writes moments, in both directions. */
public final class TimeFormat {
    private enum Kind {
        EPOCH_MILLIS,
        EPOCH_SECONDS,
        OFFSET,
        LOCAL
    }

    private final String name;
    private final Kind kind;
    private final DateTimeFormatter formatter;
    private final ZoneId zone;

    /**
     * Records of one page often carry the same moment, or two in turns: the page's and their own.
     */
    private volatile Latest latest = new Latest(Parsed.NOTHING, Parsed.NOTHING);

    private record Parsed(String text, Instant instant) {
        static final Parsed NOTHING = new Parsed("", Instant.EPOCH);

        boolean is(String other) {
            return !text.isEmpty() && text.equals(other);
        }
    }

    private record Latest(Parsed last, Parsed before) {}

    private TimeFormat(String name, Kind kind, DateTimeFormatter formatter, ZoneId zone) {
        this.name = name;
        this.kind = kind;
        this.formatter = formatter;
        this.zone = zone;
    }

    /**
     * @param name {@code epoch-millis}, {@code epoch-seconds}, {@code iso-offset}, {@code
     *     iso-local}, or a pattern of local times; one of days alone means their beginning
     * @param zone of local times
     * @throws IllegalArgumentException for a pattern that is none
     */
    public static TimeFormat of(String name, ZoneId zone) {
        return switch (name) {
            case "epoch-millis" ->
                    new TimeFormat(name, Kind.EPOCH_MILLIS, DateTimeFormatter.ISO_INSTANT, zone);
            case "epoch-seconds" ->
                    new TimeFormat(name, Kind.EPOCH_SECONDS, DateTimeFormatter.ISO_INSTANT, zone);
            case "iso-offset" ->
                    new TimeFormat(name, Kind.OFFSET, DateTimeFormatter.ISO_OFFSET_DATE_TIME, zone);
            case "iso-local" ->
                    new TimeFormat(name, Kind.LOCAL, DateTimeFormatter.ISO_LOCAL_DATE_TIME, zone);
            default ->
                    new TimeFormat(
                            name, Kind.LOCAL, DateTimeFormatter.ofPattern(name, Locale.ROOT), zone);
        };
    }

    public ZoneId zone() {
        return zone;
    }

    /**
     * @throws DateTimeException or NumberFormatException when it is no such moment
     */
    public Instant parse(String text) {
        Latest known = latest;
        if (known.last.is(text)) {
            return known.last.instant;
        }
        Parsed now = known.before.is(text) ? known.before : new Parsed(text, parsed(text));
        latest = new Latest(now, known.last);
        return now.instant;
    }

    private Instant parsed(String text) {
        return switch (kind) {
            case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
            case EPOCH_SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
            case OFFSET -> OffsetDateTime.parse(text, formatter).toInstant();
            case LOCAL -> local(text).atZone(zone).toInstant();
        };
    }

    /** A day stands for its beginning. */
    private LocalDateTime local(String text) {
        TemporalAccessor read = formatter.parseBest(text, LocalDateTime::from, LocalDate::from);
        return read instanceof LocalDateTime time ? time : LocalDate.from(read).atStartOfDay();
    }

    public String format(Instant instant) {
        return switch (kind) {
            case EPOCH_MILLIS -> Long.toString(instant.toEpochMilli());
            case EPOCH_SECONDS -> Long.toString(instant.getEpochSecond());
            case OFFSET, LOCAL -> formatter.format(instant.atZone(zone));
        };
    }

    @Override
    public String toString() {
        return kind == Kind.LOCAL ? name + " in " + zone : name;
    }
}
