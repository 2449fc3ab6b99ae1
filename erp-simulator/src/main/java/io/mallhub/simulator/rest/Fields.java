package io.mallhub.simulator.rest;

import io.mallhub.simulator.kernel.ListPoint;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks fields of a request for what the tables can hold. */
final class Fields {

    private static final int TEXT = 400;

    private Fields() {}

    /** A caller's number: 1 to 64 characters. */
    static String reference(String name, @Nullable String value) {
        return bounded(name, required(name, value), 64);
    }

    /** A number of this ERP. */
    static String number(String name, @Nullable String value) {
        return bounded(name, required(name, value), 40);
    }

    static String text(String name, @Nullable String value) {
        return bounded(name, value == null ? "" : value, TEXT);
    }

    static @Nullable String note(String name, @Nullable String value) {
        return value == null ? null : bounded(name, value, TEXT);
    }

    static int integer(String name, @Nullable Integer value) {
        return required(name, value);
    }

    /** At most 12 digits before and 6 after the point. */
    static BigDecimal decimal(String name, @Nullable BigDecimal value) {
        BigDecimal decimal = required(name, value);
        if (Math.abs((long) decimal.scale()) > 18
                || decimal.precision() > 18
                || decimal.stripTrailingZeros().scale() > 6
                || (long) decimal.precision() - decimal.scale() > 12) {
            throw new BadRequest(name + " has too many digits");
        }
        return decimal;
    }

    /** Where in a list to read on; page numbers count from 1. */
    static ListPoint point(
            @Nullable Long since,
            @Nullable String after,
            @Nullable Integer limit,
            @Nullable Integer page) {
        try {
            ListPoint point =
                    ListPoint.of(since == null ? null : Instant.ofEpochMilli(since), after, limit);
            if (page == null) {
                return point;
            }
            if (!point.after().isEmpty()) {
                throw new BadRequest("page and after exclude each other");
            }
            return new ListPoint(
                    point.since(),
                    "",
                    point.limit(),
                    Math.multiplyExact(Math.subtractExact(page, 1), point.limit()));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException bad) {
            throw new BadRequest(String.valueOf(bad.getMessage()));
        }
    }

    static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new BadRequest(name + " is missing");
        }
        return value;
    }

    private static String bounded(String name, String value, int longest) {
        if (value.length() > longest || value.indexOf('\0') >= 0) {
            throw new BadRequest(name + " is too long or not a text");
        }
        if (longest < TEXT && value.isEmpty()) {
            throw new BadRequest(name + " is empty");
        }
        return value;
    }
}
