package io.mallhub.binding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One flow of one connection, see {@link Flow}.
 *
 * @param cursor how far it has read, as text; empty for outbound flows
 * @param lastRun of an outbound flow: when a request last left
 * @param lastSuccess of an outbound flow: when the ERP last had a record for sure
 * @param read of an outbound flow: requests that left
 * @param applied of an outbound flow: records that the ERP has for sure
 * @param waiting records waiting to go out; for inbound flows 0
 */
public record FlowView(
        String connection,
        String flow,
        State state,
        String cursor,
        @Nullable Instant lastRun,
        @Nullable Instant lastSuccess,
        long read,
        long applied,
        long unchanged,
        long quarantined,
        long echoes,
        long waiting,
        @Nullable String lastError) {
    public enum State {
        IDLE,
        RUNNING,
        PAUSED,
        FAILING,
        OFF
    }
}
