package io.mallhub.binding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that an ERP brings by calling the mall. They go the way of those that are read from it:
 * same bindings, same hashes, same quarantine; so they may be brought again at any time.
 */
public interface Deliveries {
    /**
     * Takes canonical records of the flow, in their order; never inside a transaction. A record
     * that can't be applied lies in quarantine, and its neighbours go through.
     *
     * @return what became of each, in the same order
     * @throws FlowClosed when the policy of the connection has no such records in, or it is paused
     */
    List<Fate> take(String connection, Flow flow, List<? extends Brought> records);

    /**
     * @param key under which it lies in quarantine; of what comes under one key only the last
     *     counts
     * @param version ERP time of its content where an older one must not overwrite it; null where
     *     the record itself tells or order does not matter
     * @param reference the mall's number of the document it is about; only the connection that the
     *     document went over may speak of it
     */
    record Brought(
            String key, @Nullable Instant version, @Nullable String reference, Object canonical) {
        /** A record that is about no document of the mall. */
        public static Brought of(String key, @Nullable Instant version, Object canonical) {
            return new Brought(key, version, null, canonical);
        }
    }

    sealed interface Fate {
        /** The mall has it so now, or had it so before. */
        record Taken() implements Fate {}

        /** The mall has a later version: this one changes nothing. */
        record Outdated() implements Fate {}

        /** The mall has no such document, or it went over another connection. */
        record NotYours() implements Fate {}

        /**
         * It can't be applied now and is kept in quarantine, where people see it.
         *
         * @param missing ERP key of the product it waits for: it is tried again by itself
         */
        record KeptAside(String reason, @Nullable String missing) implements Fate {}
    }

    final class FlowClosed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient CalledFlows.Closed closed;

        public FlowClosed(String connection, Flow flow, CalledFlows.Closed closed) {
            super(flow.id() + " of " + connection + ": " + closed);
            this.closed = closed;
        }

        public CalledFlows.Closed closed() {
            return closed;
        }
    }
}
