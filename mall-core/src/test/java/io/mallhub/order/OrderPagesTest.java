package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.order.Orders.OrderQuery;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderPagesTest extends OrderTest {
    @Test
    void theNewestOrderComesFirstAndPagesDoNotOverlap() {
        String first = trade.aPlacedOrder(customer);
        clock.advance(Duration.ofMinutes(1));
        String second = trade.aPlacedOrder(customer);
        clock.advance(Duration.ofMinutes(1));
        String third = trade.aPlacedOrder(customer);

        assertThat(numbers(OrderQuery.of(customer), PageRequest.of(0, 2)))
                .containsExactly(third, second);
        assertThat(numbers(OrderQuery.of(customer), PageRequest.of(1, 2))).containsExactly(first);
        assertThat(orders.page(OrderQuery.of(customer), PageRequest.first(2)).total()).isEqualTo(3);
    }

    @Test
    void ordersAreFoundByStateDayAndTheBeginningOfTheirNumbers() {
        String open = trade.aPlacedOrder(customer);
        String cancelled = trade.anApprovedOrder(customer);
        orders.cancel(cancelled, "", BUYER);
        String accepted = trade.anAcceptedOrder(customer);
        LocalDate today = LocalDate.of(2026, 11, 24);

        assertThat(numbers(query(OrderState.CANCELLED, null, null, null, null)))
                .containsExactly(cancelled);
        assertThat(numbers(query(null, ErpState.ACCEPTED, null, null, null)))
                .containsExactly(accepted);
        assertThat(numbers(query(null, null, "XS-" + accepted.substring(0, 12), null, null)))
                .containsExactly(accepted);
        assertThat(numbers(query(null, null, open, today, today))).containsExactly(open);
        assertThat(numbers(query(null, null, null, today.plusDays(1), null))).isEmpty();
        assertThat(numbers(query(null, null, null, null, today.minusDays(1)))).isEmpty();
        assertThat(numbers(query(null, null, "%", null, null))).isEmpty();
    }

    @Test
    void ordersOfSeveralCompaniesComeTogetherAndNoOthers() {
        CustomerId other = customers.anActiveCustomer().id();
        trade.giveCredit(other, "1000");
        String ours = trade.aPlacedOrder(customer);
        clock.advance(Duration.ofMinutes(1));
        String theirs = trade.aPlacedOrder(other);
        trade.aPlacedOrder(customers.anActiveCustomer().id());

        assertThat(orders.pageOf(List.of(customer, other), PageRequest.first(5)).items())
                .extracting(OrderRow::number)
                .containsExactly(theirs, ours);
        assertThat(orders.pageOf(List.of(), PageRequest.first(5)).items()).isEmpty();
    }

    @Test
    void anOrderThatNobodyNamedIsRefused() {
        assertThatThrownBy(
                        () -> orders.page(OrderQuery.all(), new PageRequest(0, 5, "total; drop")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private OrderQuery query(
            @Nullable OrderState state,
            @Nullable ErpState erpState,
            @Nullable String text,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        CustomerId mine = customer;
        return new OrderQuery(mine, state, erpState, text, from, until);
    }

    private List<String> numbers(OrderQuery query) {
        return numbers(query, PageRequest.first(10));
    }

    private List<String> numbers(OrderQuery query, PageRequest page) {
        return orders.page(query, page).items().stream().map(OrderRow::number).toList();
    }
}
