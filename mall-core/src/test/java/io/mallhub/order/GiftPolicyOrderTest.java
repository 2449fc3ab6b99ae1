package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.fixture.PointsFixtures;
import io.mallhub.fixture.PolicyFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.order.Carts.CartGift;
import io.mallhub.order.Carts.CartView;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Stacking;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders under one gift policy, then another. Goods cost 10.00, cups 2.50. */
class GiftPolicyOrderTest extends OrderTest {
    @Autowired PolicyFixtures policies;
    @Autowired PromotionFixtures rules;
    @Autowired PointsFixtures points;
    @Autowired Carts carts;
    @Autowired JdbcClient jdbc;

    private ProductId goods;
    private ProductId cups;

    @BeforeEach
    void goods() {
        goods = trade.anOtcProduct("10.00", 1000);
        cups = trade.anOtcProduct("2.50", 100);
    }

    @AfterEach
    void asItWas() {
        policies.first();
    }

    @Test
    void whatWasAGiftStaysAwayOnceThePolicyForbidsItAndComesBackWithTheNextOne() {
        rules.gift("10", cups, goods);
        assertThat(cart(10).gifts()).extracting(CartGift::comes).containsExactly(true);

        policies.forbidding(RegulatoryCategory.OTC_B);

        assertThat(cart(10).gifts()).isEmpty();
        assertThat(cart(10).promotions())
                .extracting(Explanation::why)
                .contains("promotion.never-gift");
        assertThat(order(trade.submitted(order(10))).lines()).hasSize(1);

        policies.first();
        assertThat(order(trade.submitted(order(10))).lines()).hasSize(2);
    }

    @Test
    void aPromotionThatWasLimitedTakesAllOnceThePolicyLetsIt() {
        trade.categorised(goods, RegulatoryCategory.OTC_B);
        rules.live(PromotionFixtures.offBenefit("10", "9.50", goods), Stacking.combinable(1));
        trade.categorised(goods, RegulatoryCategory.PRESCRIPTION);
        assertThat(cart(1).total()).isEqualTo(Money.of("1.00"));
        assertThat(cart(1).promotions())
                .extracting(Explanation::withheld, Explanation::keeps)
                .contains(tuple(Money.of("0.50"), 10));

        policies.keeping(30);
        assertThat(cart(1).total()).isEqualTo(Money.of("3.00"));
        assertThat(cart(1).promotions())
                .extracting(Explanation::withheld, Explanation::keeps)
                .contains(tuple(Money.of("2.50"), 30));

        policies.allowing(RegulatoryCategory.PRESCRIPTION);
        assertThat(cart(1).total()).isEqualTo(Money.of("0.50"));
    }

    @Test
    void anOrderIsReckonedAgainByThePolicyItWasMadeUnder() {
        rules.live(PromotionFixtures.offBenefit("10", "9.50", goods), Stacking.combinable(1));
        rules.live(PromotionFixtures.offBenefit("20", "10.00", goods), Stacking.combinable(2));
        GiftTerms strict = policies.forbidding(RegulatoryCategory.OTC_B);
        String limited = trade.submitted(order(4));
        policies.first();
        String free = trade.submitted(order(4));
        assertThat(policyOf(limited)).containsOnly(strict.version());
        assertThat(policyOf(free)).containsOnly(strict.version() + 1);

        policies.keeping(90);
        policies.forbidding(RegulatoryCategory.OTC_B, RegulatoryCategory.OTHER);

        for (String number : List.of(limited, free)) {
            String same = number.equals(limited) ? "1.00" : "0.50";
            assertThat(orders.keeping(number, Map.of(1, Quantity.of(1))).total())
                    .as("what stays when the others come back")
                    .isEqualTo(Money.of(same));
            change(number, 0, 1);
            assertThat(order(number).total()).isEqualTo(Money.of(same));
            assertThat(orders.keeping(number, Map.of(1, Quantity.of(1))).total())
                    .as("and of the changed order")
                    .isEqualTo(Money.of(same));
        }
        assertThat(policyOf(limited)).containsOnly(strict.version());
    }

    @Test
    void aGiftThatIsNoLongerOneStaysWithTheOrderAndNoMoreOfItComes() {
        rules.gift("10", cups, goods);
        String number = trade.submitted(order(20));

        policies.forbidding(RegulatoryCategory.OTC_B);
        change(number, 0, 10);

        assertThat(order(number).lines())
                .extracting(OrderView.Line::quantity)
                .containsExactly(Quantity.of(10), Quantity.of(1));
        change(number, 1, 40);
        assertThat(order(number).lines())
                .extracting(OrderView.Line::quantity)
                .containsExactly(Quantity.of(40), Quantity.of(1));
    }

    @Test
    void pointsPayForNothingThatThePolicyForbidsHoweverOldTheirRuleIs() {
        points.on();
        try {
            points.earned(customer, 5000);
            String before = trade.submitted(order(2000, line(goods, 10)));
            assertThat(order(before).total()).isEqualTo(Money.of("80.00"));

            policies.forbidding(RegulatoryCategory.OTC_B);

            assertThat(problem(orders.submit(order(2000, line(goods, 10)))))
                    .isEqualTo("points.too-many");
            change(before, 0, 8);
            assertThat(order(before).total())
                    .as("by what it was paid with")
                    .isEqualTo(Money.of("60.00"));
            policies.first();
            assertThat(order(trade.submitted(order(2000, line(goods, 10)))).total())
                    .isEqualTo(Money.of("80.00"));
        } finally {
            points.off();
        }
    }

    private static String problem(SubmitOutcome outcome) {
        return ((SubmitOutcome.Refused) outcome).problems().getFirst().problem();
    }

    private List<Integer> policyOf(String number) {
        return jdbc.sql(
                        """
                        SELECT b.policy FROM sales_order_benefit b
                        JOIN sales_order o ON o.id = b.order_id WHERE o.number = ?
                        """)
                .param(number)
                .query(Integer.class)
                .list();
    }

    private CartView cart(long quantity) {
        UserId user = new UserId(UUID.randomUUID());
        carts.put(user, customer, goods, Quantity.of(quantity));
        return carts.cart(user, customer);
    }

    private SubmitOrder order(long quantity) {
        return order(0, line(goods, quantity));
    }

    private SubmitOrder order(long points, SubmitOrder.Line... lines) {
        return new SubmitOrder(
                customer,
                UUID.randomUUID().toString(),
                List.of(lines),
                "",
                PaymentMethod.CREDIT,
                List.of(),
                points,
                null,
                BUYER);
    }

    private void change(String number, int revision, long quantity) {
        orders.recordStops(
                number, revision, List.of(new OrderView.Stop("sales", "large-amount", "")));
        assertThat(
                        orders.change(
                                new ChangeOrder(
                                        number,
                                        revision,
                                        List.of(new ChangeOrder.Line(1, Quantity.of(quantity))),
                                        "客户要求",
                                        DESK)))
                .isEqualTo(new ChangeOutcome.Changed(revision + 1));
    }
}
