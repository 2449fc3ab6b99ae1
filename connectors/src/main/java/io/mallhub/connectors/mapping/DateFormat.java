package io.mallhub.connectors.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** How an ERP writes days, in both directions. */
public final class DateFormat {
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Days of more than ten years, which is longer than goods keep. */
    private static final int KNOWN = 4096;

    private final DateTimeFormatter formatter;

    /** Batches of a list expire on the same few days, over and over. */
    private final Map<String, LocalDate> known = new ConcurrentHashMap<>();

    private DateFormat(DateTimeFormatter formatter) {
        this.formatter = formatter;
    }

    /**
     * @throws IllegalArgumentException for a pattern that is none
     */
    public static DateFormat of(String pattern) {
        return new DateFormat(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    /**
     * An ISO date is sure whatever the format; expressions give these.
     *
     * @throws DateTimeException when it is no such day
     */
    LocalDate parse(String text) {
        LocalDate before = known.get(text);
        if (before != null) {
            return before;
        }
        LocalDate day =
                ISO.matcher(text).matches()
                        ? LocalDate.parse(text)
                        : LocalDate.parse(text, formatter);
        if (known.size() < KNOWN) {
            known.put(text, day);
        }
        return day;
    }

    public String format(LocalDate day) {
        return formatter.format(day);
    }
}
