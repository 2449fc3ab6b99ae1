package io.mallhub.benchmark;

import io.mallhub.MallAlone;
import io.mallhub.catalog.Products;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Registrations;
import io.mallhub.customer.SellerLicences;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.Orders;
import io.mallhub.order.SubmitOrder;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.stock.Stock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Order submit with price, licence gate, credit and hold, beside a hand-written transaction that
 * writes the same rows.
 */
final class OrderSubmitBenchmark {
    private static final int LINES = 5;
    private static final int PRODUCTS = 200;
    private static final int CUSTOMERS = 10;
    private static final double TARGET = 0.5;

    private final int orders;

    OrderSubmitBenchmark(int orders) {
        this.orders = orders;
    }

    void run(Machine machine, Report report) throws Exception {
        try (Hub hub = Hub.start(MallAlone.class, machine.database("order_submit"), Map.of())) {
            Shop shop = Shop.open(hub);
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
                                "order submit, %d lines, %d thread(s)".formatted(LINES, threads),
                                measured,
                                "hand-written transaction, same rows",
                                reference.rate(),
                                "orders",
                                TARGET));
            }
        }
    }

    /** Customers with credit and goods in plenty. */
    private record Shop(Orders orders, List<CustomerId> customers, List<ProductId> products) {
        static Shop open(Hub hub) {
            CustomerFixtures people =
                    new CustomerFixtures(
                            hub.get(Registrations.class),
                            hub.get(Customers.class),
                            hub.get(SellerLicences.class));
            TradeFixtures trade =
                    new TradeFixtures(
                            hub.get(Products.class),
                            hub.get(Prices.class),
                            hub.get(Stock.class),
                            hub.get(Receivables.class),
                            hub.get(Orders.class),
                            hub.get(Clock.class));
            List<CustomerId> customers =
                    IntStream.range(0, CUSTOMERS)
                            .mapToObj(_ -> people.anActiveCustomer())
                            .map(CustomerView::id)
                            .toList();
            customers.forEach(customer -> trade.giveCredit(customer, "900000000.00"));
            List<ProductId> products =
                    IntStream.range(0, PRODUCTS)
                            .mapToObj(_ -> trade.aProduct("10.00", 1_000_000))
                            .toList();
            return new Shop(hub.get(Orders.class), customers, products);
        }

        List<String> submit(int count, int seed) {
            Random random = new Random(seed);
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                SubmitOrder.Line[] lines =
                        random.ints(0, products.size())
                                .distinct()
                                .limit(LINES)
                                .mapToObj(each -> TradeFixtures.line(products.get(each), 2))
                                .toArray(SubmitOrder.Line[]::new);
                CustomerId customer = customers.get(random.nextInt(customers.size()));
                SubmitOrder order = TradeFixtures.anOrderOf(customer, lines);
                switch (orders.submit(order)) {
                    case io.mallhub.order.SubmitOutcome.Submitted done ->
                            numbers.add(done.orderNumber());
                    case io.mallhub.order.SubmitOutcome other ->
                            throw new IllegalStateException("Not submitted: " + other);
                }
            }
            return numbers;
        }
    }
}
