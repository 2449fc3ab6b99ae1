package io.mallhub.binding;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.shared.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connections desk. State survives restarts and holds for all nodes. */
public interface Connections {
    List<ConnectionView> all();

    Optional<ConnectionView> connection(String name);

    List<FlowView> flows(String connection);

    /**
     * Creates or changes it; secrets are encrypted at rest and never read back. An empty secret map
     * keeps the old ones.
     */
    void save(ConnectionSettings settings, String title, Actor by);

    /**
     * @throws PolicyConflict when another connection already brings stock in or takes orders out:
     *     one ERP at a time owns these
     */
    void changePolicies(String connection, Map<Entity, Depth> policies, Actor by);

    void pause(String connection, String reason, Actor by);

    void resume(String connection, Actor by);

    void pauseFlow(String connection, String flow, String reason, Actor by);

    void resumeFlow(String connection, String flow, Actor by);

    /** As soon as a node is free; a running flow runs once more. */
    void runNow(String connection, String flow, Actor by);

    /** Forgets the cursor and runs: reads everything again. */
    void reload(String connection, String flow, Actor by);

    /** One cheap call; empty when all is well, else what went wrong in words. */
    Optional<String> test(String connection);

    final class PolicyConflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PolicyConflict(String message) {
            super(message);
        }
    }
}
