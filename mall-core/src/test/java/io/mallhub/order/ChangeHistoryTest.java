package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Any sequence of changes, refused ones and all: nothing drifts. */
class ChangeHistoryTest extends OrderTest {
    @RepeatedTest(25)
    void holdsAndCommitmentAreAlwaysWhatTheLinesSay(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<ProductId> goods =
                IntStream.range(0, 4)
                        .mapToObj(i -> trade.aProduct(1 + random.nextInt(900) + ".335", 30))
                        .toList();
        String number =
                trade.submitted(
                        anOrderOf(
                                customer,
                                IntStream.range(0, 6)
                                        .mapToObj(
                                                i -> line(goods.get(i % 4), 1 + random.nextInt(9)))
                                        .toArray(SubmitOrder.Line[]::new)));

        for (int step = 0; step < 12; step++) {
            OrderView before = order(number);
            orders.recordStops(
                    number,
                    before.revision(),
                    List.of(new OrderView.Stop("finance", "credit-limit", "")));
            ChangeOutcome outcome = orders.change(any(before, random));

            OrderView after = order(number);
            assertThat(after.revision())
                    .isEqualTo(
                            outcome instanceof ChangeOutcome.Changed
                                    ? before.revision() + 1
                                    : before.revision());
            assertHeldAndCommitted(goods, after);
        }
    }

    private static ChangeOrder any(OrderView order, Random random) {
        List<ChangeOrder.Line> lines =
                order.lines().stream()
                        .filter(line -> random.nextInt(3) > 0)
                        .map(
                                line ->
                                        new ChangeOrder.Line(
                                                line.number(), Quantity.of(random.nextInt(16))))
                        .toList();
        return new ChangeOrder(order.number(), order.revision(), lines, "试算", DESK);
    }

    private void assertHeldAndCommitted(List<ProductId> goods, OrderView order) {
        Map<ProductId, Quantity> demand =
                order.lines().stream()
                        .collect(
                                Collectors.toMap(
                                        OrderView.Line::product,
                                        OrderView.Line::quantity,
                                        Quantity::plus));
        for (ProductId product : goods) {
            assertThat(stock.equation(product).holds())
                    .isEqualTo(demand.getOrDefault(product, Quantity.ZERO));
        }
        Money sum =
                order.lines().stream().map(OrderView.Line::amount).reduce(Money.ZERO, Money::plus);
        assertThat(order.total()).isEqualTo(sum);
        assertThat(receivables.position(customer).committed()).isEqualTo(sum);
        assertThat(receivables.unproven()).doesNotContain(customer);
    }
}
