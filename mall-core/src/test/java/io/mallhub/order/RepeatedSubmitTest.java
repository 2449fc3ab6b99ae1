package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.SubmitOutcome.Refused;
import io.mallhub.order.SubmitOutcome.Submitted;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class RepeatedSubmitTest {
    @Autowired Orders orders;
    @Autowired TradeFixtures trade;
    @Autowired CustomerFixtures customers;

    private CustomerId customer;

    @BeforeEach
    void aCustomer() {
        customer = customers.anActiveCustomer().id();
    }

    @Test
    void theSameKeyAndContentGivesTheSameOrderEvenWhenStockIsGone() {
        SubmitOrder command = anOrderOf(customer, line(trade.aProduct("10.00", 5), 5));

        SubmitOutcome first = orders.submit(command);
        SubmitOutcome again = orders.submit(command);

        String number = ((Submitted) first).orderNumber();
        assertThat(first).isEqualTo(new Submitted(number, false));
        assertThat(again).isEqualTo(new Submitted(number, true));
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() {
        ProductId product = trade.aProduct();
        SubmitOrder command = anOrderOf(customer, line(product, 5));
        orders.submit(command);

        assertThat(orders.submit(again(command, customer, line(product, 6))))
                .isInstanceOf(SubmitOutcome.KeyReusedForOtherContent.class);
    }

    @Test
    void aRefusedSubmitDoesNotUseUpItsKey() {
        ProductId product = trade.aProduct("10.00", 1);
        SubmitOrder command = anOrderOf(customer, line(product, 2));
        assertThat(orders.submit(command)).isInstanceOf(Refused.class);

        trade.restock(product, 2);

        assertThat(orders.submit(command)).isInstanceOf(Submitted.class);
    }

    @Test
    void twoCompaniesMayUseTheSameKey() {
        SubmitOrder mine = anOrderOf(customer, line(trade.aProduct(), 1));
        SubmitOrder theirs =
                again(mine, customers.anActiveCustomer().id(), mine.lines().getFirst());

        assertThat(trade.submitted(mine)).isNotEqualTo(trade.submitted(theirs));
    }

    @Test
    void aKeyHasOneToAHundredCharacters() {
        ProductId product = trade.aProduct();
        for (String key : List.of(" ", "x".repeat(101))) {
            SubmitOrder command =
                    new SubmitOrder(customer, key, List.of(line(product, 1)), "", BUYER);
            assertThatThrownBy(() -> orders.submit(command))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static SubmitOrder again(SubmitOrder it, CustomerId company, SubmitOrder.Line line) {
        return new SubmitOrder(
                company, it.idempotencyKey(), List.of(line), it.deliveryNote(), BUYER);
    }
}
