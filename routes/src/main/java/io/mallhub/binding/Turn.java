package io.mallhub.binding;

import io.mallhub.connectors.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of one inbound flow, held by this node.
 *
 * @param token fencing token of the lease
 * @param sweep reads again from before the cursor, for records that were committed late
 * @param deep reads again from long before, for records dated by a clock that was set back
 * @param cursor as saved
 * @param position where the next page begins; behind the cursor during a sweep
 * @param more whether there is a page to read
 */
public record Turn(
        String connection,
        Flow flow,
        long token,
        Instant startedAt,
        boolean sweep,
        boolean deep,
        @Nullable Instant sweptTo,
        Cursor cursor,
        Cursor position,
        boolean more) {

    /** The flow has forgotten what it read, or has read nothing yet. */
    public boolean isFirst() {
        return sweptTo == null;
    }

    public Turn movedTo(Cursor saved, Cursor next, boolean goesOn) {
        return new Turn(
                connection, flow, token, startedAt, sweep, deep, sweptTo, saved, next, goesOn);
    }
}
