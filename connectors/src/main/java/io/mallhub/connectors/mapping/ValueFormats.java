package io.mallhub.connectors.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * How the ERP writes values, in both directions.
 *
 * @param timeName what messages call a time of this format
 * @param dateName what they call a date
 */
public record ValueFormats(
        TimeFormat times,
        DateFormat dates,
        ControlCharacters controlCharacters,
        String timeName,
        String dateName) {
    private static final Pattern ISO_OFFSET =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*(Z|[+-]\\d{2}:\\d{2})");

    /**
     * @throws IllegalArgumentException for a pattern that is none
     */
    public static ValueFormats of(
            TimeFormat times, String datePattern, ControlCharacters controlCharacters) {
        return new ValueFormats(
                times,
                DateFormat.of(datePattern),
                controlCharacters,
                "a time " + times,
                "a date " + datePattern);
    }

    /** A time with offset is sure whatever the format; expressions give these. */
    Instant instant(String text) {
        if (mayEndInOffset(text) && ISO_OFFSET.matcher(text).matches()) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return times.parse(text);
    }

    /** Settles it for most texts at the cost of two characters. */
    private static boolean mayEndInOffset(String text) {
        int length = text.length();
        return length >= 20 && (text.charAt(length - 1) == 'Z' || text.charAt(length - 3) == ':');
    }

    /**
     * @throws DateTimeException when it is none
     */
    LocalDate date(String text) {
        return dates.parse(text);
    }
}
