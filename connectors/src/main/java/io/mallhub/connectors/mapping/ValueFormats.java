package io.mallhub.connectors.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the ERP writes values, in both directions.
 *
 * @param datePattern e.g. {@code yyyyMMdd}
 */
public record ValueFormats(
        TimeFormat times,
        String datePattern,
        DateTimeFormatter dates,
        ControlCharacters controlCharacters) {
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ISO_OFFSET =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*(Z|[+-]\\d{2}:\\d{2})");

    /**
     * @throws IllegalArgumentException for a pattern that is none
     */
    public static ValueFormats of(
            TimeFormat times, String datePattern, ControlCharacters controlCharacters) {
        return new ValueFormats(
                times,
                datePattern,
                DateTimeFormatter.ofPattern(datePattern, Locale.ROOT),
                controlCharacters);
    }

    /** A time with offset is sure whatever the format; expressions give these. */
    Instant instant(String text) {
        if (text.length() >= 20 && ISO_OFFSET.matcher(text).matches()) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return times.parse(text);
    }

    /**
     * @throws DateTimeException when it is none
     */
    LocalDate date(String text) {
        return ISO_DATE.matcher(text).matches()
                ? LocalDate.parse(text)
                : LocalDate.parse(text, dates);
    }
}
