package io.mallhub.binding;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.shared.Actor;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connections desk. State survives restarts and holds for all nodes. */
public interface Connections {
    List<ConnectionView> all();

    Optional<ConnectionView> connection(String name);

    List<FlowView> flows(String connection);

    /** How it is reached, without its secrets: they are never read back. */
    Optional<ConnectionSettings> settings(String connection);

    /**
     * Creates or changes it; secrets are encrypted at rest. Those that are left out stay as they
     * were, but none is kept for another server than the one it was given for: whoever may change
     * the endpoint must not have them sent to himself.
     *
     * @throws SecretsMissing when the definition asks for some that are neither given nor kept
     */
    void save(ConnectionSettings settings, String title, Actor by);

    /**
     * @throws PolicyConflict when another connection already brings stock in or takes orders out:
     *     one ERP at a time owns these
     */
    void changePolicies(String connection, Map<Entity, Depth> policies, Actor by);

    /**
     * When these flows begin their work; those that are left out stay as they are.
     *
     * @throws IllegalArgumentException for a pace of a flow that is not inbound: what goes out goes
     *     when there is something
     */
    void changeSchedules(String connection, Map<Flow, Schedule> schedules, Actor by);

    /**
     * Compares all that is switched on once a day, beginning with the next time it is that time of
     * day in the mall. Repairs stay for people.
     *
     * @param at in whole minutes; null = on command alone
     */
    void compareDaily(String connection, @Nullable LocalTime at, Actor by);

    void pause(String connection, String reason, Actor by);

    void resume(String connection, Actor by);

    void pauseFlow(String connection, String flow, String reason, Actor by);

    void resumeFlow(String connection, String flow, Actor by);

    /**
     * As soon as a node is free; a running flow runs once more. Flows that take documents out run
     * whenever one of them is due, and are not asked to.
     */
    void runNow(String connection, String flow, Actor by);

    /** Forgets the cursor and runs: reads everything again. */
    void reload(String connection, String flow, Actor by);

    /** One cheap call; empty when all is well, else what went wrong in words. */
    Optional<String> test(String connection);

    /** Some that the definition asks for must be given. */
    final class SecretsMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String names;

        public SecretsMissing(Collection<String> names) {
            this(String.join(", ", names));
        }

        private SecretsMissing(String names) {
            super("Secrets are missing: " + names);
            this.names = names;
        }

        /** With commas. */
        public String names() {
            return names;
        }
    }

    final class PolicyConflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PolicyConflict(String message) {
            super(message);
        }
    }
}
