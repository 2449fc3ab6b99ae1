package io.mallhub.recall;

import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.RecallFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.notification.Inbox;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Recipient;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.BatchLocks;
import io.mallhub.stock.Stock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What the tests of recalls share: a product with 1,000 boxes of the batch B20261 in stock. */
@MallTest
@RecordApplicationEvents
abstract class RecallTest {
    static final String BATCH = "B20261";
    static final String OTHER_BATCH = "B20262";

    @Autowired Recalls recalls;
    @Autowired RecallFixtures goods;
    @Autowired TradeFixtures trade;
    @Autowired BatchLocks locks;
    @Autowired Stock stock;
    @Autowired Notifications notifications;
    @Autowired MutableClock clock;
    @Autowired ApplicationEvents events;

    ProductId product;

    @BeforeEach
    void aProductInStock() {
        product = trade.aProduct();
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    RecallView view(String number) {
        return recalls.find(number).orElseThrow();
    }

    boolean isLocked() {
        return locks.isLocked(product, BATCH);
    }

    Quantity sellable() {
        return stock.sellable(List.of(product)).getOrDefault(product, Quantity.ZERO);
    }

    /** Titles of what the company was told, newest first. */
    List<String> told(CustomerId company) {
        Inbox inbox = new Inbox("test", List.of(new Recipient.Company(company).audience()));
        return notifications.inbox(inbox, Locale.CHINESE, PageRequest.first(20)).items().stream()
                .map(it -> it.title() + " " + it.link())
                .toList();
    }
}
