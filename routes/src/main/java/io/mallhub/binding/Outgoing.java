package io.mallhub.binding;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records on their way to an ERP: to which, how often sent, how often asked for. One sender at a
 * time; a sender that was overtaken can neither send nor note anything.
 */
public interface Outgoing {
    /** The record as it stands; empty when it never went out. */
    Optional<Attempt> attempt(Entity entity, String mallId);

    /**
     * Lays the record ready for an ERP that fetches; one that was there before lies ready anew.
     *
     * @return whether it was not ready before
     */
    boolean lay(Entity entity, String mallId, String connection);

    /**
     * Takes the record for sending or asking.
     *
     * @return empty while another attempt has it
     */
    Optional<Attempt> take(Entity entity, String mallId, String connection);

    /**
     * To be called right before the request leaves: from now on the ERP may have the record.
     *
     * @throws Overtaken when another attempt has taken the record; nothing may be sent
     */
    Attempt sending(Attempt attempt);

    /** The ERP was asked and knew nothing of it. */
    Attempt foundNothing(Attempt attempt);

    /** The ERP surely does not have it: the next attempt may send. */
    void notThere(Attempt attempt, String detail);

    /** The ERP has it; links both ids. */
    void arrived(Attempt attempt, String erpId, @Nullable String sentHash);

    /** Those that went out already, by mall id; one query. */
    Map<String, Attempt> attempts(Entity entity, Collection<String> mallIds);

    /**
     * Records nobody has taken and the ERP does not have for sure, by mall id; for an ERP that
     * fetches them.
     *
     * @param after the last mall id of the page before; empty for the first
     */
    List<String> ready(String connection, Entity entity, String after, int most);

    /** The ERP that fetched it has it under this id, whoever has it in hand; links both ids. */
    void fetched(Entity entity, String mallId, String connection, String erpId);

    /** The ERP itself reported the record: it is there, whatever an attempt still believes. */
    void seen(Entity entity, String mallId);

    /** Gives the record back as it stands, with a word why it is not done. */
    void leave(Attempt attempt, String detail);

    /**
     * @param inDoubt sent, and no sure answer yet
     * @param sends requests that left so far
     * @param emptyProbes times the ERP was asked in vain since the last of them
     */
    record Attempt(
            Entity entity,
            String mallId,
            String connection,
            long token,
            boolean inDoubt,
            int sends,
            int emptyProbes,
            @Nullable Instant lastSendAt,
            boolean done) {}

    /** Another attempt has the record now. */
    final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Overtaken(Attempt attempt) {
            super(attempt.entity() + " " + attempt.mallId() + " was taken over");
        }
    }
}
