package io.mallhub.connectors;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a flow has read: keyset (change time, key). {@link #START} reads everything.
 *
 * @param key last key read at {@code changedAt}; empty = all of that instant again
 */
public record Cursor(@Nullable Instant changedAt, String key) {
    public static final Cursor START = new Cursor(null, "");

    /**
     * The same place, earlier by the overlap, so that late commits are read again; repeats are
     * no-ops downstream.
     */
    public Cursor backBy(Duration overlap) {
        return changedAt == null ? this : new Cursor(changedAt.minus(overlap), "");
    }
}
