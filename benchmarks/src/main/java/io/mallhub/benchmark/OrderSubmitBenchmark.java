package io.mallhub.benchmark;

import io.mallhub.MallAlone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Order submit with price, licence gate, credit and hold, beside a hand-written transaction that
 * writes the same rows.
 */
final class OrderSubmitBenchmark {
    private static final double TARGET = 0.5;

    /** Both in turns, so that other work on the machine meets both alike. */
    private static final int ROUNDS = 9;

    private final int orders;

    OrderSubmitBenchmark(int orders) {
        this.orders = orders;
    }

    void run(Machine machine, Report report) throws Exception {
        try (Hub hub = Hub.start(MallAlone.class, machine.database("order_submit"), Map.of())) {
            Shop shop = Shop.open(hub, orders);
            // Of a mall that runs, not of one whose code is being compiled.
            shop.submit(2 * orders, 1);
            for (int threads : List.of(1, 2)) {
                List<Double> measured = new ArrayList<>();
                List<Double> reference = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    List<List<String>> numbers = new ArrayList<>();
                    measured.add(submit(shop, threads, numbers));
                    reference.add(HandWrittenOrders.prepare(hub.database(), numbers).rate());
                }
                report.add(
                        new Result(
                                "order submit, %d lines, %d thread(s)"
                                        .formatted(Shop.LINES, threads),
                                Rate.median(measured),
                                "hand-written transaction, same rows",
                                Rate.median(reference),
                                "orders",
                                TARGET));
            }
        }
    }

    private double submit(Shop shop, int threads, List<List<String>> numbers) throws Exception {
        int each = Math.max(1, orders / 5 / threads);
        return Rate.of(
                IntStream.range(0, threads)
                        .<Callable<Integer>>mapToObj(
                                thread ->
                                        () -> {
                                            List<String> made = shop.submit(each, thread);
                                            synchronized (numbers) {
                                                numbers.add(made);
                                            }
                                            return made.size();
                                        })
                        .toList());
    }
}
