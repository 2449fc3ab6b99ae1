package io.mallhub.processes.repair;

import io.mallhub.processes.Instances.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An instance to be repaired, as the read model has it. */
record Patient(
        long key,
        String businessNumber,
        State state,
        long definition,
        List<Token> tokens,
        List<OpenIncident> incidents) {

    /** An active element, also one that holds others. */
    record Token(long key, String element) {}

    record OpenIncident(long key, @Nullable Long job, String element, String causeGroup) {}

    boolean active() {
        return state == State.ACTIVE;
    }

    List<Token> tokensAt(String element) {
        return tokens.stream().filter(token -> token.element().equals(element)).toList();
    }
}
