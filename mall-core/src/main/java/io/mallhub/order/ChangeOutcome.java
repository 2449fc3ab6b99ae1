package io.mallhub.order;

import io.mallhub.order.SubmitOutcome.LineProblem;
import java.util.List;

/** Nothing is kept unless Changed. */
public sealed interface ChangeOutcome {
    /**
     * @param revision the order's from now on
     */
    record Changed(int revision) implements ChangeOutcome {}

    /**
     * Every failing line is named, by its place in the order as it stands, 0-based. Stock is asked
     * when everything else is in order.
     */
    record Refused(List<LineProblem> problems) implements ChangeOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param why message key: order-change.outdated, order-change.being-assessed,
     *     order-change.agreed, order-change.denied, order-change.too-late, order-change.ended,
     *     order-change.nothing, order-change.gift-line, order-change.no-lines,
     *     order-change.unknown-line, order-change.reason, order-change.not-staff
     */
    record NotPossible(String why) implements ChangeOutcome {}
}
