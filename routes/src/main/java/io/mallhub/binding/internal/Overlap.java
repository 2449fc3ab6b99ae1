package io.mallhub.binding.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When to read again from before the cursor, and how far. A record may appear behind a cursor
 * already passed: its change time is set when its transaction begins, or by a clock of the ERP that
 * was ahead before or is behind now. All times here are the hub's.
 *
 * @param reach how far behind the cursor a record may appear: the longest transaction of the ERP,
 *     or the largest jump of its clock
 * @param every pause between two such readings while records keep coming
 */
record Overlap(Duration reach, Duration every) {

    /**
     * No, once one has begun so long after the last new record that nothing can be late any more.
     *
     * @param lastAt when the last such reading began
     */
    boolean due(@Nullable Instant advancedAt, @Nullable Instant lastAt, Instant now) {
        if (lastAt == null) {
            return true;
        }
        boolean settled = advancedAt == null || !lastAt.isBefore(advancedAt.plus(reach));
        return !settled && !now.isBefore(lastAt.plus(every));
    }
}
