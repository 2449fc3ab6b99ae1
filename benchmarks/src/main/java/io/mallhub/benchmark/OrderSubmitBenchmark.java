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

    private final int orders;

    OrderSubmitBenchmark(int orders) {
        this.orders = orders;
    }

    void run(Machine machine, Report report) throws Exception {
        try (Hub hub = Hub.start(MallAlone.class, machine.database("order_submit"), Map.of())) {
            Shop shop = Shop.open(hub, orders);
            shop.submit(orders, 1);
            for (int threads : List.of(1, 2)) {
                List<List<String>> numbers = new ArrayList<>();
                double measured =
                        Rate.of(
                                IntStream.range(0, threads)
                                        .<Callable<Integer>>mapToObj(
                                                thread ->
                                                        () -> {
                                                            List<String> made =
                                                                    shop.submit(
                                                                            orders / threads,
                                                                            thread);
                                                            synchronized (numbers) {
                                                                numbers.add(made);
                                                            }
                                                            return made.size();
                                                        })
                                        .toList());
                HandWrittenOrders reference = HandWrittenOrders.prepare(hub.database(), numbers);
                report.add(
                        new Result(
                                "order submit, %d lines, %d thread(s)"
                                        .formatted(Shop.LINES, threads),
                                measured,
                                "hand-written transaction, same rows",
                                reference.rate(),
                                "orders",
                                TARGET));
            }
        }
    }
}
