package io.mallhub.returns;

import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.Orders;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What the tests of a return's life share: a customer whose ten boxes are shipped. */
@MallTest
@RecordApplicationEvents
abstract class ReturnTest {
    @Autowired Returns returns;
    @Autowired Orders orders;
    @Autowired Receivables receivables;
    @Autowired ReturnFixtures goods;
    @Autowired TradeFixtures trade;
    @Autowired CustomerFixtures customers;
    @Autowired MutableClock clock;
    @Autowired ApplicationEvents events;

    CustomerId customer;
    String order;

    @BeforeEach
    void aShippedOrder() {
        customer = customers.anActiveCustomer().id();
        trade.giveCredit(customer, "1000.00");
        order = goods.aShippedOrder(customer);
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    ReturnView view(String number) {
        return returns.find(number).orElseThrow();
    }

    ReturnState state(String number) {
        return view(number).state();
    }

    Quantity left() {
        return returns.returnable(customer, order).getFirst().left();
    }

    Money balance() {
        return receivables.position(customer).balance();
    }
}
