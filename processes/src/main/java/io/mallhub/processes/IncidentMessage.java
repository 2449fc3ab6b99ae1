package io.mallhub.processes;

import io.mallhub.processes.IncidentDesk.Kind;
import java.util.Optional;

/**
 * The error message of a job: the kind of the cause as a code at its head, where the worker knows
 * it, then words for people. People are shown the words only.
 */
public final class IncidentMessage {
    private IncidentMessage() {}

    /** What a worker says that knows the kind. */
    public static String of(Kind kind, String words) {
        return code(kind) + words;
    }

    /** Empty for what no worker of ours has written. */
    static Optional<Kind> kind(String message) {
        for (Kind kind : Kind.values()) {
            if (message.startsWith(code(kind))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public static String words(String message) {
        return kind(message).map(kind -> message.substring(code(kind).length())).orElse(message);
    }

    private static String code(Kind kind) {
        return "[" + kind + "] ";
    }
}
