package io.mallhub.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom coupons are given to by their last order or their type. */
class LastOrderTest extends OrderTest {
    @Autowired Customers book;

    @Test
    void whoOrderedSinceIsToldFromWhoDidNotAndWhatWasCancelledIsNoOrder() {
        CustomerId never = customers.anActiveCustomer().id();
        CustomerId cancelled = customers.anActiveCustomer().id();
        trade.giveCredit(cancelled, "1000.00");
        trade.aPlacedOrder(customer);
        orders.cancel(trade.aPlacedOrder(cancelled), "不要了", TradeFixtures.BUYER);
        Instant now = clock.instant();
        List<CustomerId> all = List.of(customer, never, cancelled);

        assertThat(orders.orderedSince(now.minus(Duration.ofDays(30)), all))
                .isEqualTo(Set.of(customer));
        clock.advance(Duration.ofDays(31));
        assertThat(orders.orderedSince(clock.instant().minus(Duration.ofDays(30)), all)).isEmpty();
        assertThat(orders.orderedSince(clock.instant().minus(Duration.ofDays(32)), all))
                .containsExactly(customer);
    }

    @Test
    void activeCustomersOfATypeAreFound() {
        CustomerType type = book.customer(customer).orElseThrow().company().type();
        assertThat(all(type)).contains(customer);
        for (CustomerType other : CustomerType.values()) {
            if (other != type) {
                assertThat(all(other)).doesNotContain(customer);
            }
        }
    }

    private List<CustomerId> all(CustomerType type) {
        List<CustomerId> found = new ArrayList<>();
        Page<CustomerView> page;
        int number = 0;
        do {
            page = book.ofType(type, PageRequest.of(number++, 200));
            page.items().forEach(it -> found.add(it.id()));
        } while (!page.isLast());
        return found;
    }
}
