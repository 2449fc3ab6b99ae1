package io.mallhub.binding;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is kept of a flow whose records the ERP brings, or fetches, by calling the mall. */
public interface CalledFlows {
    /** Why nothing goes over the flow now; empty when it may. */
    Optional<Closed> closed(String connection, Flow flow);

    /**
     * Those of which a later version came by a call before. Until the caller's transaction ends no
     * other call brings the same records.
     *
     * @param versions ERP times by ERP id
     */
    Set<String> outdated(String connection, Entity entity, Map<String, Instant> versions);

    /** Keeps the ERP times of records that were taken. */
    void note(String connection, Entity entity, Map<String, Instant> versions);

    /** What the connection desk shows of the flow. */
    void count(String connection, Flow flow, Counts counts);

    /** Switched off by the policy of the connection, or paused until somebody resumes it. */
    sealed interface Closed {
        record Off() implements Closed {}

        record Paused(String why) implements Closed {}
    }
}
