package io.mallhub.gateway.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Fields of one record, with what a schema can't say of them. */
final class Fields {
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final int DIGITS = 24;
    private static final int SCALE = 12;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private Fields() {}

    /** A text that identifies something: there, short, on one line. */
    static String key(@Nullable String value, String name) {
        String key = text(value, name).strip();
        if (key.isEmpty()) {
            throw new RecordRefused("field.missing", name);
        }
        if (key.length() > LONGEST_KEY) {
            throw new RecordRefused("field.too-long", name);
        }
        return key;
    }

    static String needed(@Nullable String value, String name) {
        String text = text(value, name);
        if (text.isBlank()) {
            throw new RecordRefused("field.missing", name);
        }
        return text;
    }

    /** Empty for none. */
    static String text(@Nullable String value, String name) {
        if (value == null) {
            return "";
        }
        if (value.length() > LONGEST_TEXT) {
            throw new RecordRefused("field.too-long", name);
        }
        if (value.indexOf('\0') >= 0) {
            throw new RecordRefused("field.unreadable", name);
        }
        return value;
    }

    static BigDecimal needed(@Nullable BigDecimal value, String name) {
        BigDecimal number = number(value, name);
        if (number == null) {
            throw new RecordRefused("field.missing", name);
        }
        return number;
    }

    /** A number whose digits can be written out. */
    static @Nullable BigDecimal number(@Nullable BigDecimal value, String name) {
        if (value != null && (value.precision() > DIGITS || Math.abs(value.scale()) > SCALE)) {
            throw new RecordRefused("field.unreadable", name);
        }
        return value;
    }

    static LocalDate needed(@Nullable LocalDate value, String name) {
        LocalDate day = day(value, name);
        if (day == null) {
            throw new RecordRefused("field.missing", name);
        }
        return day;
    }

    static @Nullable LocalDate day(@Nullable LocalDate value, String name) {
        if (value != null && (value.getYear() < 1990 || value.getYear() > 2999)) {
            throw new RecordRefused("field.time", name);
        }
        return value;
    }

    /**
     * @param latest a later one would make everything that follows look outdated
     */
    static Instant time(@Nullable Instant value, String name, Instant latest) {
        if (value == null) {
            throw new RecordRefused("field.missing", name);
        }
        if (value.isBefore(EARLIEST) || value.isAfter(latest)) {
            throw new RecordRefused("field.time", name);
        }
        return value;
    }
}
