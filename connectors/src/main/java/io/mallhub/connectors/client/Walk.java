package io.mallhub.connectors.client;

import io.mallhub.connectors.Cursor;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk by page or offset stands. Between calls it travels in the cursor's key, so that a
 * client keeps no state and a restart goes on where the last committed page ended.
 *
 * @param since point the walk began at; stays the same for all its pages
 * @param limit page size it began with; another one would shift the pages
 * @param read pages or rows read so far
 * @param latest latest change seen: the next walk's beginning
 * @param next token or link of the page to read; empty for the first, and for other walks
 */
record Walk(@Nullable Instant since, int limit, int read, @Nullable Instant latest, String next) {
    private static final Pattern KEY =
            Pattern.compile("#walk:(\\d+):(\\d+):(-?\\d*)(?::(.*))?", Pattern.DOTALL);

    static Walk at(Cursor cursor, int limit) {
        Matcher key = KEY.matcher(cursor.key());
        if (!key.matches()) {
            return new Walk(cursor.changedAt(), limit, 0, cursor.changedAt(), "");
        }
        return new Walk(
                cursor.changedAt(),
                Integer.parseInt(key.group(1)),
                Integer.parseInt(key.group(2)),
                key.group(3).isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(key.group(3))),
                key.group(4) == null ? "" : key.group(4));
    }

    Walk on(int more, @Nullable Instant seen) {
        boolean later = seen != null && (latest == null || seen.isAfter(latest));
        return new Walk(since, limit, read + more, later ? seen : latest, next);
    }

    Walk to(String page) {
        return new Walk(since, limit, read, latest, page);
    }

    Cursor under() {
        String seen = latest == null ? "" : Long.toString(latest.toEpochMilli());
        String page = next.isEmpty() ? "" : ":" + next;
        return new Cursor(since, "#walk:%d:%d:%s%s".formatted(limit, read, seen, page));
    }

    Cursor done() {
        return new Cursor(latest, "");
    }
}
