package io.mallhub.benchmark;

/**
 * How much each benchmark does.
 *
 * @param orders submitted per measurement
 * @param materials in the ERP, hence products and stock figures loaded
 * @param processes orders on their way through the process at the same time
 * @param instances in the read models that the operators' pages read
 * @param catalogue products of the large mall that a delta comes into
 */
record Sizes(int orders, int materials, int processes, int instances, int catalogue) {
    Sizes {
        if (orders < 2 || materials < 1 || processes < 1 || instances < 100 || catalogue < 100) {
            throw new IllegalArgumentException("Nothing to measure");
        }
    }
}
