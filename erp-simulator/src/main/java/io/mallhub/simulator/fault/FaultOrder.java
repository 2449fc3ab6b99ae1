package io.mallhub.simulator.fault;

import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a fault switch.
 *
 * @param operation null means any
 * @param protocol null means both
 * @param next strike the next n matching calls, then never again
 * @param probability strike a matching call with this probability, 0 to 1, until switched off;
 *     exactly one of both is given
 * @param delayMillis for {@link FaultKind#DELAY}
 * @param retryAfterSeconds for the HTTP statuses: sends {@code Retry-After}
 */
public record FaultOrder(
        @Nullable Operation operation,
        @Nullable Protocol protocol,
        FaultKind kind,
        @Nullable Integer next,
        @Nullable Double probability,
        @Nullable Integer delayMillis,
        @Nullable Integer retryAfterSeconds) {

    private static final int LONGEST_DELAY_MILLIS = 600_000;

    @SuppressWarnings("ConstantValue") // JSON may leave the kind out
    public FaultOrder {
        must(kind != null, "kind is missing");
        must(
                (next == null) != (probability == null),
                "exactly one of next and probability is needed");
        must(next == null || next > 0, "next must be above 0");
        must(
                probability == null || (probability > 0 && probability <= 1),
                "probability must be above 0 and at most 1");
        must(
                (kind == FaultKind.DELAY) == (delayMillis != null),
                "delayMillis goes with DELAY and only there");
        must(
                delayMillis == null || (delayMillis > 0 && delayMillis <= LONGEST_DELAY_MILLIS),
                "delayMillis must be 1 to " + LONGEST_DELAY_MILLIS);
        must(
                retryAfterSeconds == null || retryAfterSeconds >= 0,
                "retryAfterSeconds must not be negative");
    }

    boolean matches(Operation called, Protocol by) {
        return (operation == null || operation == called) && (protocol == null || protocol == by);
    }

    private static void must(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
