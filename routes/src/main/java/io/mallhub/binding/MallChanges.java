package io.mallhub.binding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bound records that were changed in the mall and are on their way to an ERP. It is the record that
 * is marked, not the edit: whoever sends it reads its latest state, so many edits are one write and
 * none is lost by a crash.
 */
public interface MallChanges {
    /**
     * Marks these records for every connection that takes their kind out, in the caller's
     * transaction.
     */
    void mark(Entity entity, Collection<String> mallIds);

    /** As above, for this connection alone. */
    void mark(String connection, Entity entity, Collection<String> mallIds);

    /** Of those that were ever changed in the mall, by mall id; one query. */
    Map<String, Expected> expected(String connection, Entity entity, Collection<String> mallIds);

    /**
     * The ERP has shown our own words: these echoes end here.
     *
     * @param digests by mall id, of the fields both sides may set as the ERP has them
     */
    void recognised(String connection, Entity entity, Map<String, String> digests);

    /** Takes changed records for writing; nobody else gets them for a while. */
    List<Change> take(Flow flow, int most);

    /** As above, for an ERP that fetches them over this connection. */
    List<Change> take(String connection, Flow flow, int most);

    /** Waits for whoever is marking the record, until the caller's transaction ends. */
    void lock(String connection, Entity entity, String mallId);

    /**
     * An ERP that fetches has what the mall has now, under this digest; in the transaction that has
     * locked the record and looked.
     */
    void confirmed(String connection, Entity entity, String mallId, String digest);

    /**
     * To be called right before the request leaves: from now on the ERP may have it.
     *
     * @return false when another node has taken the record; nothing may be sent
     */
    boolean sending(Change change, String digest);

    /**
     * The ERP has it.
     *
     * @param before what the ERP was known to have when it was sent: if that is something else by
     *     now, the record is looked at once more
     * @param settled nothing sent before can arrive any more
     */
    void arrived(Change change, Known before, Known now, String digest, boolean settled);

    /** The ERP has what the mall has: nothing was to be sent. */
    void inStep(Change change);

    /**
     * The ERP surely did not take it; it is tried again after a growing pause.
     *
     * @param digest of what it did not take; null where the same may be on its way from before
     */
    void notTaken(Change change, @Nullable String digest, String detail);

    /** As {@link #notTaken}, and the sender goes on with it at once. */
    void withdrawn(Change change, @Nullable String digest);

    /** Not known whether the ERP took it, or it could not be asked; again after a growing pause. */
    void leave(Change change, String detail);

    /** The ERP says no in its own words: it waits for a new edit or a person. */
    void refused(Change change, @Nullable String digest, String words);

    /** How many edits, writes and echoes there were, by entity; those without any are missing. */
    Map<Entity, Tally> tallies(String connection);

    /**
     * What of our own words may come back.
     *
     * @param echoDue the ERP has taken them and will list the record as changed
     * @param doubts digests of what was sent without a sure answer
     */
    record Expected(boolean dirty, boolean echoDue, Set<String> doubts) {}

    /**
     * @param edits version of the mall side when it was taken
     * @param doubts as in {@link Expected}
     */
    record Change(
            String connection,
            Entity entity,
            String mallId,
            long token,
            long edits,
            List<String> doubts) {
        public Change doubting(String digest) {
            List<String> more = new ArrayList<>(doubts);
            more.add(digest);
            return new Change(connection, entity, mallId, token, edits, List.copyOf(more));
        }
    }

    /**
     * One edit is one write at most, each write comes back as one echo at most, and no write comes
     * of anything but an edit.
     *
     * @param edits fields set in the mall that were to go out
     * @param writes that the ERP has for sure
     * @param echoes own words recognised when they came back
     * @param rebounds writes without an edit: 0, or something goes round in circles
     * @param waiting records that are on their way
     * @param refused records the ERP said no to
     */
    record Tally(
            long edits,
            long writes,
            long echoes,
            long rebounds,
            long waiting,
            long refused,
            @Nullable Instant oldest) {}
}
