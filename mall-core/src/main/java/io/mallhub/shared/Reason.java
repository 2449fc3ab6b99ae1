package io.mallhub.shared;

import java.util.Optional;

/** Why a person did something. */
public final class Reason {
    private static final int LONGEST = 500;

    private Reason() {}

    /** As it is kept: on one line. */
    public static String of(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /**
     * A message key, {@code <about>.reason-missing} or {@code <about>.reason-too-long} beyond 500
     * characters; empty when nothing is wrong.
     *
     * @param about beginning of the message key
     * @param reason as {@link #of} gives it
     */
    public static Optional<String> problem(String about, String reason) {
        if (reason.isEmpty()) {
            return Optional.of(about + ".reason-missing");
        }
        return reason.length() > LONGEST
                ? Optional.of(about + ".reason-too-long")
                : Optional.empty();
    }
}
