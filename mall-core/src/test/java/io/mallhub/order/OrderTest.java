package io.mallhub.order;

import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.ledger.Receivables;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.stock.Stock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What the tests of an order's life share: a customer with credit, and eyes on the order. */
@MallTest
@RecordApplicationEvents
abstract class OrderTest {
    static final Instant ERP_TIME = MutableClock.START.plusSeconds(30);

    @Autowired Orders orders;
    @Autowired TradeFixtures trade;
    @Autowired CustomerFixtures customers;
    @Autowired Stock stock;
    @Autowired Receivables receivables;
    @Autowired MutableClock clock;
    @Autowired ApplicationEvents events;

    CustomerId customer;

    @BeforeEach
    void aCustomerWithCredit() {
        customer = customers.anActiveCustomer().id();
        trade.giveCredit(customer, "1000.00");
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    OrderView order(String number) {
        return orders.order(number).orElseThrow();
    }

    OrderState state(String number) {
        return order(number).state();
    }

    ErpState erpState(String number) {
        return order(number).erpState();
    }

    ProductId firstProduct(String number) {
        return order(number).lines().getFirst().product();
    }

    List<String> timeline(String number) {
        return orders.timeline(number).stream().map(TimelineEntry::what).toList();
    }
}
