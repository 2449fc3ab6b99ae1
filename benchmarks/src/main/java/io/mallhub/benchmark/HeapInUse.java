package io.mallhub.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is left of the heap after a full collection, looked at in every fifth of a load. The
 * collections take their time, so that of such a load is no measure.
 */
final class HeapInUse {
    private static final int LOOKS = 5;

    private final long all;
    private final List<Double> megabytes = new ArrayList<>();

    /**
     * @param all records of the load
     */
    HeapInUse(long all) {
        this.all = all;
    }

    void after(long done) {
        if (done > 0 && done * LOOKS >= all * (megabytes.size() + 1)) {
            System.gc();
            megabytes.add(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                            / (1024.0 * 1024));
        }
    }

    double first() {
        return megabytes.getFirst();
    }

    double last() {
        return megabytes.getLast();
    }

    @Override
    public String toString() {
        return megabytes.stream().map("%.0f"::formatted).collect(Collectors.joining(", ")) + " MB";
    }
}
