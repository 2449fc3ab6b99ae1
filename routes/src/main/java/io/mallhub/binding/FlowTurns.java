package io.mallhub.binding;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who runs which inbound flow now. A flow is leased to one node at a time; a lease that is not kept
 * alive ends within seconds and another node goes on from the saved cursor.
 */
public interface FlowTurns {
    /**
     * Leases every flow of this kind that is due, on all connections. Outside of its hours none is,
     * unless somebody has asked for a run.
     */
    List<Turn> take(Flow flow);

    /**
     * Runs the work and saves cursor and counts in one transaction: the cursor is never ahead of
     * the data.
     *
     * @return the turn at its new place; without more pages if someone has paused it meanwhile
     * @throws LeaseLost when another node or a reload has taken over; the work is rolled back
     */
    Turn commit(Turn turn, Supplier<Progress> work);

    /** The turn went through; the next comes after the pace of the flow. */
    void finish(Turn turn);

    /**
     * The turn ended early; the next comes after a growing pause.
     *
     * @param notBefore the least pause the ERP asked for, then kept by all flows of the connection
     */
    void fail(Turn turn, String error, @Nullable Duration notBefore);

    /** Keeps this node's leases alive; to be called well within the lease time. */
    void keepAlive();

    /** Another node holds the flow now. */
    final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public LeaseLost(Turn turn) {
            super(turn.flow().id() + " of " + turn.connection() + " was taken over");
        }
    }
}
