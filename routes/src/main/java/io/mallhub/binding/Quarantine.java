package io.mallhub.binding;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records that could not be applied; nothing is dropped silently. */
public interface Quarantine {
    Page<Item> page(
            @Nullable String connection, @Nullable String flow, boolean openOnly, PageRequest page);

    Optional<Item> item(long id);

    /** Applies the kept payload again; still bad: attempts + 1 and the new reason. */
    Replay replay(long id, Actor by);

    /** All open items of a flow; how many went through, how many stay. */
    ReplayCount replayAll(String connection, String flow, Actor by);

    /** A person decides that it will never be applied. */
    void discard(long id, String reason, Actor by);

    /**
     * @param state OPEN, APPLIED, DISCARDED, SUPERSEDED (a newer version of the record went
     *     through)
     */
    record Item(
            long id,
            String connection,
            String flow,
            String key,
            String reason,
            String payload,
            int attempts,
            String state,
            Instant firstSeen,
            Instant lastSeen) {}

    enum Replay {
        APPLIED,
        STILL_BAD
    }

    record ReplayCount(long applied, long stillBad) {}
}
