package io.mallhub.benchmark;

/**
 * One line of the table. Both figures are rates: more is better.
 *
 * @param unit of both figures, per second
 * @param note what else a reader of the figures must know; may be empty
 * @param target least ratio of measured to reference that counts as reached
 */
record Result(
        String flow,
        double measured,
        String reference,
        double referenceMeasured,
        String unit,
        double target,
        String note) {

    Result(
            String flow,
            double measured,
            String reference,
            double referenceMeasured,
            String unit,
            double target) {
        this(flow, measured, reference, referenceMeasured, unit, target, "");
    }

    double ratio() {
        return measured / referenceMeasured;
    }

    boolean reached() {
        return ratio() >= target;
    }
}
