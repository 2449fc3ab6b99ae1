package io.mallhub.openness.internal;

import java.util.Optional;

/** Why a person did something. */
final class Reason {
    private static final int LONGEST = 500;

    private Reason() {}

    static String of(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /**
     * @param about beginning of the message key
     * @param reason as {@link #of} gives it
     */
    static Optional<String> problem(String about, String reason) {
        if (reason.isEmpty()) {
            return Optional.of(about + ".reason-missing");
        }
        return reason.length() > LONGEST
                ? Optional.of(about + ".reason-too-long")
                : Optional.empty();
    }
}
