package io.mallhub.benchmark;

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
import io.mallhub.order.SubmitOutcome;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.stock.Stock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Customers with credit, goods in plenty, and orders of both. */
record Shop(Orders orders, List<CustomerId> customers, List<ProductId> products) {
    static final int LINES = 5;
    private static final int MOST_PRODUCTS = 200;
    private static final int MOST_CUSTOMERS = 10;

    /**
     * @param orders how many will be submitted: few need no large shop
     */
    static Shop open(Hub hub, int orders) {
        return open(hub, orders, MOST_CUSTOMERS);
    }

    /**
     * @param mostCustomers when orders are many
     */
    static Shop open(Hub hub, int orders, int mostCustomers) {
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
                IntStream.range(0, Math.min(mostCustomers, orders))
                        .mapToObj(_ -> people.anActiveCustomer())
                        .map(CustomerView::id)
                        .toList();
        customers.forEach(customer -> trade.giveCredit(customer, "900000000.00"));
        List<ProductId> products =
                IntStream.range(0, Math.clamp(orders, LINES, MOST_PRODUCTS))
                        .mapToObj(_ -> trade.aProduct("10.00", 1_000_000))
                        .toList();
        return new Shop(hub.get(Orders.class), customers, products);
    }

    /** Returns the numbers of as many new orders. */
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
            switch (orders.submit(TradeFixtures.anOrderOf(customer, lines))) {
                case SubmitOutcome.Submitted done -> numbers.add(done.orderNumber());
                case SubmitOutcome other ->
                        throw new IllegalStateException("Not submitted: " + other);
            }
        }
        return numbers;
    }
}
