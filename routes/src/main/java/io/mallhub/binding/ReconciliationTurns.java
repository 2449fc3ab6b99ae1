package io.mallhub.binding;

import io.mallhub.binding.Reconciliations.Kind;
import io.mallhub.connectors.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons under way, for the route that makes them. One node has one at a time; each page is
 * noted with the place it was read to in one transaction, so another node goes on from there.
 */
public interface ReconciliationTurns {
    /** Leases one that is due. */
    Optional<Turn> take();

    /**
     * Notes a page of what the ERP has listed.
     *
     * @param listed keys on it
     * @return the turn as it stands; empty when another node has taken over
     */
    Optional<Turn> listed(
            Turn turn, Cursor next, boolean more, Collection<String> listed, List<Finding> found);

    /** Bound records the ERP has not listed, after the last one swept, by mall id. */
    List<Bindings.Link> notListed(Turn turn, int limit);

    /** Notes what became of those. */
    Optional<Turn> swept(Turn turn, String lastMallId, List<Finding> found);

    void done(Turn turn);

    /** Gives it back; another turn goes on from the same place after a pause. */
    void leave(Turn turn, String detail);

    /**
     * @param readUntil how far the flow that brings this kind in has read; null = nothing yet
     */
    record Turn(
            long run,
            String connection,
            Entity entity,
            long token,
            boolean listing,
            Cursor position,
            @Nullable Instant readUntil) {
        /** Whether the inbound flow may still be on its way to what changed then. */
        public boolean hasNotRead(@Nullable Instant changed) {
            return readUntil == null || (changed != null && changed.isAfter(readUntil));
        }
    }

    /** One record on which the sides differ; found again it takes the place of the first. */
    record Finding(
            String key,
            @Nullable String mallId,
            Kind kind,
            String title,
            String mallValue,
            String erpValue,
            @Nullable String payload) {}
}
