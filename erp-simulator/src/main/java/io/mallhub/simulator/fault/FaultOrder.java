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
 * @param delayMillis how late with {@link FaultKind#DELAY}; how long to wait at most for a later
 *     call with {@link FaultKind#REORDERING}
 * @param retryAfterSeconds for the HTTP statuses: sends {@code Retry-After}
 * @param skewSeconds how far the ERP's clock is ahead (below 0: behind) with {@link
 *     FaultKind#CLOCK_SKEW}
 */
public record FaultOrder(
        @Nullable Operation operation,
        @Nullable Protocol protocol,
        FaultKind kind,
        @Nullable Integer next,
        @Nullable Double probability,
        @Nullable Integer delayMillis,
        @Nullable Integer retryAfterSeconds,
        @Nullable Integer skewSeconds) {

    private static final int LONGEST_DELAY_MILLIS = 600_000;
    private static final int LARGEST_SKEW_SECONDS = 86_400;

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
                (kind == FaultKind.DELAY || kind == FaultKind.REORDERING) == (delayMillis != null),
                "delayMillis goes with DELAY and REORDERING and only there");
        must(
                delayMillis == null || (delayMillis > 0 && delayMillis <= LONGEST_DELAY_MILLIS),
                "delayMillis must be 1 to " + LONGEST_DELAY_MILLIS);
        must(
                retryAfterSeconds == null || retryAfterSeconds >= 0,
                "retryAfterSeconds must not be negative");
        must(
                (kind == FaultKind.CLOCK_SKEW) == (skewSeconds != null),
                "skewSeconds goes with CLOCK_SKEW and only there");
        must(
                skewSeconds == null
                        || (skewSeconds != 0 && Math.abs(skewSeconds) <= LARGEST_SKEW_SECONDS),
                "skewSeconds must be up to %1$d or down to -%1$d, and not 0"
                        .formatted(LARGEST_SKEW_SECONDS));
        must(
                skewSeconds == null
                        || (operation == null
                                && protocol == null
                                && probability != null
                                && probability == 1),
                "the clock is everyone's: no operation, no protocol, probability 1");
        must(
                kind != FaultKind.PAGING_DRIFT || operation == null || Drift.isOf(operation),
                "only lists are paged");
    }

    boolean matches(Operation called, Protocol by) {
        return kind != FaultKind.CLOCK_SKEW
                && (kind != FaultKind.PAGING_DRIFT || Drift.isOf(called))
                && (operation == null || operation == called)
                && (protocol == null || protocol == by);
    }

    private static void must(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
