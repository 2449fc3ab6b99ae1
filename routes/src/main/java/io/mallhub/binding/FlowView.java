package io.mallhub.binding;

import java.time.Duration;
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
 * @param usualPace of an inbound flow whose schedule has none
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
        @Nullable String lastError,
        Schedule schedule,
        Duration usualPace) {
    public enum State {
        IDLE,
        RUNNING,
        PAUSED,
        FAILING,
        /** Outside of its hours. */
        RESTING,
        OFF
    }
}
