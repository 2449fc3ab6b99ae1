package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.AtOnce;
import io.mallhub.ledger.Receivables.CreditPosition;
import io.mallhub.order.Orders.Sending;
import io.mallhub.order.Orders.ShipmentOutcome;
import io.mallhub.order.SubmitOutcome.Submitted;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class OrdersAtOnceTest extends OrderTest {
    @Test
    void aHundredIdenticalSubmitsMakeOneOrderAndGetTheSameAnswer() throws Exception {
        ProductId product = trade.aProduct("1.00", 1000);
        SubmitOrder command = anOrderOf(customer, line(product, 7));

        List<SubmitOutcome> outcomes = AtOnce.run(100, i -> orders.submit(command));

        assertThat(outcomes.stream().map(it -> ((Submitted) it).orderNumber()).distinct())
                .hasSize(1);
        assertThat(outcomes.stream().filter(it -> !((Submitted) it).repeated())).hasSize(1);
        assertThat(orders.page(Orders.OrderQuery.of(customer), PageRequest.first(9)).total())
                .isEqualTo(1);
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.of(7));
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("7.00"));
    }

    @Test
    void ofTwoHundredBuyersOfTheLastUnitOneGetsAnOrder() throws Exception {
        ProductId product = trade.aProduct("1.00", 1);

        List<SubmitOutcome> outcomes =
                AtOnce.run(200, i -> orders.submit(anOrderOf(customer, line(product, 1))));

        long placed = outcomes.stream().filter(Submitted.class::isInstance).count();
        System.out.printf(
                "200 buyers at once of the last unit: %d ordered, %d refused, sellable %s%n",
                placed, outcomes.size() - placed, stock.equation(product).sellable());
        assertThat(placed).isEqualTo(1);
        assertThat(orders.page(Orders.OrderQuery.of(customer), PageRequest.first(9)).total())
                .isEqualTo(1);
        assertThat(stock.equation(product).sellable()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void ordersOfTheSameProductsInAnySequenceAllGoThrough() throws Exception {
        List<ProductId> products =
                IntStream.range(0, 8).mapToObj(i -> trade.aProduct("1.00", 1000)).toList();

        List<SubmitOutcome> outcomes =
                AtOnce.run(
                        30,
                        i -> {
                            List<ProductId> mine = new ArrayList<>(products);
                            Collections.shuffle(mine);
                            return orders.submit(
                                    anOrderOf(
                                            customer,
                                            mine.stream()
                                                    .map(it -> line(it, 1))
                                                    .toArray(SubmitOrder.Line[]::new)));
                        });

        assertThat(outcomes).hasOnlyElementsOfType(Submitted.class);
        assertThat(products)
                .allSatisfy(
                        it -> assertThat(stock.equation(it).holds()).isEqualTo(Quantity.of(30)));
        assertThat(receivables.unproven()).doesNotContain(customer);
    }

    @Test
    void ofTwoOrdersForTheSameFreeCreditOneIsOverTheLimit() throws Exception {
        ProductId product = trade.aProduct("600.00", 100);

        List<String> numbers =
                AtOnce.run(2, i -> trade.submitted(anOrderOf(customer, line(product, 1))));

        CreditPosition position = receivables.position(customer);
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(position.committed()).isEqualTo(Money.of("1200.00"));
        assertThat(orders.approvalFacts(numbers.getFirst()).creditFree())
                .isEqualTo(Money.of("-200.00"));
    }

    @RepeatedTest(10)
    void cancelAgainstShipEndsInOneLegalState() throws Exception {
        String number = trade.anAcceptedOrder(customer);

        List<Object> outcomes =
                AtOnce.run(2, i -> i == 0 ? trade.ship(number, "FH-1", 10) : cancelled(number));

        boolean shipped = outcomes.getFirst() instanceof ShipmentOutcome.Recorded;
        assertThat(outcomes.get(1)).isEqualTo(!shipped);
        assertThat(state(number)).isEqualTo(shipped ? OrderState.SHIPPED : OrderState.CANCELLED);
        assertThat(receivables.position(customer).balance())
                .isEqualTo(shipped ? Money.of("100.00") : Money.ZERO);
    }

    @Test
    void ofManyPushesAtOnceOneMaySend() throws Exception {
        String number = trade.anApprovedOrder(customer);

        List<Sending> answers = AtOnce.run(20, i -> orders.startSending(number));

        assertThat(answers.stream().filter(Sending.Granted.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(Sending.InFlight.class::isInstance)).hasSize(19);
    }

    @Test
    void aDeliveryReportedManyTimesAtOnceIsBookedOnce() throws Exception {
        String number = trade.anAcceptedOrder(customer);

        List<ShipmentOutcome> outcomes = AtOnce.run(20, i -> trade.ship(number, "FH-1", 3));

        assertThat(outcomes.stream().filter(ShipmentOutcome.Recorded.class::isInstance)).hasSize(1);
        assertThat(order(number).lines().getFirst().shipped()).isEqualTo(Quantity.of(3));
    }

    private boolean cancelled(String number) {
        try {
            orders.recordVoided(number, "作废");
            orders.cancel(number, "不要了", BUYER);
            return true;
        } catch (IllegalStateException tooLate) {
            return false;
        }
    }
}
