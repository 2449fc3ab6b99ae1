package io.mallhub.binding;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records that could not be applied; nothing is dropped silently. */
public interface Quarantine {
    default Page<Item> page(
            @Nullable String connection,
            @Nullable String flow,
            boolean openOnly,
            PageRequest page) {
        return page(connection, flow, openOnly, null, page);
    }

    /**
     * @param owner login of the person who has taken them; null for all
     */
    Page<Item> page(
            @Nullable String connection,
            @Nullable String flow,
            boolean openOnly,
            @Nullable String owner,
            PageRequest page);

    /** As {@link #page}: personal data in payload and reason is masked. */
    Optional<Item> item(long id);

    /**
     * As kept, for a person who has to know; the audit log names him.
     *
     * @return empty when there is no such record
     */
    Optional<Item> reveal(long id, String reason, Actor by);

    /**
     * Keeps records aside in the caller's transaction. A record that is there already gets the new
     * payload and reason, and one attempt more.
     */
    void put(String connection, Flow flow, Collection<Bad> records);

    /** Keys of open records that were put here since, "" for one whose key could not be read. */
    Set<String> keysSince(String connection, Flow flow, Instant since);

    /** Versions of these records went through: what lies here of them is done. */
    void supersede(String connection, Flow flow, Collection<String> keys);

    /**
     * Keys of products or customers that open records wait for, not known and not asked for lately,
     * of the oldest records first; notes that they are asked for now.
     *
     * @param seldom how long ago one must have been asked for
     */
    List<String> missing(String connection, Flow flow, Duration seldom, int limit);

    /**
     * Open records whose missing product or customer is known by now, oldest first, at most {@code
     * limit}.
     */
    List<Item> nowPossible(String connection, Flow flow, int limit);

    /** Records one act on a selection takes at most. */
    int MOST_SELECTED = 500;

    /**
     * Applies the kept payload again; still bad: attempts + 1 and the new reason.
     *
     * @throws IllegalStateException when it is no longer open, or somebody else has taken it
     */
    Replay replay(long id, Actor by);

    /**
     * Each of these for itself. What is no longer open or taken by somebody else is left alone: no
     * record is applied twice.
     *
     * @param reason in words, may be empty
     * @throws IllegalArgumentException when there are more than {@link #MOST_SELECTED}
     */
    ReplayCount replay(Set<Long> ids, String reason, Actor by);

    /**
     * A person decides of all of these that they will never be applied. What is no longer open or
     * taken by somebody else is left alone.
     *
     * @return how many
     * @throws IllegalArgumentException when there are more than {@link #MOST_SELECTED}
     */
    int discard(Set<Long> ids, String reason, Actor by);

    /**
     * Takes open records that nobody has, so that nobody else works on them.
     *
     * @return how many
     */
    int take(Set<Long> ids, Actor by);

    /**
     * Gives back what he has taken.
     *
     * @return how many
     */
    int giveBack(Set<Long> ids, Actor by);

    /**
     * Has all open records of a flow replayed in the background, but for those somebody else has
     * taken. It goes on after a restart.
     *
     * @return how many
     */
    int replayAll(String connection, String flow, Actor by);

    /** How many of them are still to be replayed. */
    long toReplay(@Nullable String connection, @Nullable String flow);

    /**
     * Replays some of them, the oldest first, each for the person who asked for it. Several nodes
     * may do so at the same time.
     *
     * @return how many; 0 when none is left
     */
    int replaySome();

    /** A person decides that it will never be applied. */
    void discard(long id, String reason, Actor by);

    /**
     * @param key the record's key in the ERP
     * @param payload JSON of the canonical record, or the record as received if not {@code
     *     readable}
     * @param missing ERP key of the product or customer it waits for
     */
    record Bad(
            String key, String payload, String reason, @Nullable String missing, boolean readable) {
        /** A record that was understood but cannot be applied. */
        public static Bad refused(String key, String payload, String reason) {
            return new Bad(key, payload, reason, null, true);
        }

        /** The same by another key. */
        public Bad under(String other) {
            return new Bad(other, payload, reason, missing, readable);
        }
    }

    /**
     * @param owner null while nobody has taken it
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
            Instant lastSeen,
            @Nullable Owner owner) {}

    /** Who works on a record, by his login, and since when. */
    record Owner(String login, String name, Instant since) {}

    enum Replay {
        APPLIED,
        STILL_BAD
    }

    /**
     * @param leftAlone no longer open, or taken by somebody else
     */
    record ReplayCount(long applied, long stillBad, long leftAlone) {}
}
