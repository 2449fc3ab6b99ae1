package io.mallhub.benchmark;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures how often something is done per second. */
final class Rate {
    private Rate() {}

    /** All tasks at the same time, each counting what it did. */
    static double of(List<Callable<Integer>> tasks) throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(tasks.size())) {
            long begin = System.nanoTime();
            int done = 0;
            for (Future<Integer> each : hands.invokeAll(tasks)) {
                done += each.get();
            }
            return perSecond(done, System.nanoTime() - begin);
        }
    }

    static double perSecond(long count, long nanos) {
        return count * 1e9 / nanos;
    }

    static double median(List<Double> rates) {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }
}
