package io.mallhub.benchmark;

/**
 * How much each benchmark does.
 *
 * @param orders submitted per measurement
 * @param materials in the ERP, hence products and stock figures loaded
 * @param processes orders on their way through the process at the same time
 */
record Sizes(int orders, int materials, int processes) {
    Sizes {
        if (orders < 2 || materials < 1 || processes < 1) {
            throw new IllegalArgumentException("Nothing to measure");
        }
    }
}
