package io.mallhub.simulator.kernel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A point in a list ordered by (last change, number); the caller gets what comes after it.
 *
 * @param after the last number seen at {@code since}; empty to get everything changed at or after
 *     that time
 * @param skip how many records to leave out, for callers that count pages instead of walking keys
 */
public record ListPoint(Instant since, String after, int limit, int skip) {

    public static final int DEFAULT_LIMIT = 500;
    public static final int MAX_LIMIT = 5_000;

    public ListPoint {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
        if (skip < 0) {
            throw new IllegalArgumentException("cannot skip " + skip);
        }
    }

    public static ListPoint of(
            @Nullable Instant since, @Nullable String after, @Nullable Integer limit) {
        if (since == null && after != null && !after.isEmpty()) {
            throw new IllegalArgumentException("a number without a time is no point of the list");
        }
        return new ListPoint(
                since == null ? Instant.EPOCH : since,
                after == null ? "" : after,
                limit == null ? DEFAULT_LIMIT : limit,
                0);
    }

    /** {@link #since()} as the driver wants it. */
    public OffsetDateTime sinceForSql() {
        return since.atOffset(ZoneOffset.UTC);
    }

    /** A pattern for ILIKE that finds {@code text} anywhere, taken literally. */
    public static String like(String text) {
        return "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** One record more than asked for tells whether there are more. */
    public int fetch() {
        return limit + 1;
    }
}
