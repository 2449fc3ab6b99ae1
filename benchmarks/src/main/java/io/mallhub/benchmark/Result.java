package io.mallhub.benchmark;

/**
 * One line of the table. Both figures are rates: more is better.
 *
 * @param unit of both figures, per second
 * @param target least ratio of measured to reference that counts as reached
 */
record Result(
        String flow,
        double measured,
        String reference,
        double referenceMeasured,
        String unit,
        double target) {

    double ratio() {
        return measured / referenceMeasured;
    }

    boolean reached() {
        return ratio() >= target;
    }
}
