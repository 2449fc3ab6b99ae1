package io.mallhub.binding.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When to read again from before the cursor. A record's change time is set when its transaction
 * begins, so it may appear behind a cursor already passed. All times here are the hub's: the clock
 * of the ERP may be wrong.
 *
 * @param length longest transaction of the ERP
 */
record Overlap(Duration length) {

    /**
     * No, once a sweep has begun so long after the last new record that nothing can be late any
     * more.
     */
    boolean sweepDue(@Nullable Instant advancedAt, @Nullable Instant sweptAt, Instant now) {
        if (sweptAt == null) {
            return true;
        }
        boolean settled = advancedAt == null || !sweptAt.isBefore(advancedAt.plus(length));
        return !settled && !now.isBefore(sweptAt.plus(length));
    }
}
