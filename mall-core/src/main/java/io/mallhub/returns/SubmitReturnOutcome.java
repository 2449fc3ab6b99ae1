package io.mallhub.returns;

import java.util.List;

/** Nothing is kept unless Submitted. */
public sealed interface SubmitReturnOutcome {
    /**
     * @param repeated the key was seen before: this is the return it made
     */
    record Submitted(String number, boolean repeated) implements SubmitReturnOutcome {}

    /** Every failing line is named. */
    record Refused(List<LineProblem> problems) implements SubmitReturnOutcome {}

    record KeyReusedForOtherContent() implements SubmitReturnOutcome {}

    /**
     * @param line 0-based; -1 for the return as a whole
     * @param problem message key: return.unknown-order, return.not-shipped, return.batch-differs,
     *     return.expiry-differs, return.more-than-shipped, return.trace-malformed,
     *     return.trace-used, return.temperature-missing …
     */
    record LineProblem(int line, String problem, String detail) {}
}
