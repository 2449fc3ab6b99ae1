package io.mallhub.returns;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.ReportShipment;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.points.Points;
import io.mallhub.points.Points.OrderPoints;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What goes back of an order that points paid a part of: 13 boxes at 7.77 and 9 at 3.33 are 130.98;
 * 4,300 points of the company's 5,000 pay 43.00.
 */
@MallTest
class PointsReturnsTest {
    private static final Money PAID = Money.of("87.98");
    private static final long[] SOLD = {13, 9};

    @Autowired Orders orders;
    @Autowired Returns returns;
    @Autowired Points points;
    @Autowired Receivables receivables;
    @Autowired TradeFixtures trade;
    @Autowired CustomerFixtures customers;
    @Autowired ReturnFixtures goods;
    @Autowired CouponFixtures coupons;
    @Autowired PointsFixtures fixtures;
    @Autowired MutableClock clock;

    private CustomerId customer;
    private ProductId one;
    private ProductId other;
    private String order;
    private String last = "";

    @BeforeEach
    void aShippedOrderPartlyPaidWithPoints() {
        fixtures.on();
        customer = customers.anActiveCustomer().id();
        trade.giveCredit(customer, "1000.00");
        fixtures.earned(customer, 5000);
        one = trade.anOtcProduct("7.77", 1000);
        other = trade.anOtcProduct("3.33", 1000);
        order = shipped(List.of());
        assertThat(owed()).isEqualTo(PAID);
    }

    @AfterEach
    void everyPointIsProven() {
        fixtures.off();
        assertThat(points.unproven()).isEmpty();
    }

    @Test
    void moneyAndPointsGoBackTheWayTheyCameAndWhatTheGoodsEarnedIsTakenBack() {
        orders.complete(order);
        assertThat(points.ofOrder(order)).isEqualTo(new OrderPoints(4300, 87));
        assertThat(available()).isEqualTo(787);

        Reversal foreseen = returns.preview(asked(13, 0, ReturnWish.REFUND));
        Reversal reversal = comesBack(13, 0, ReturnWish.REFUND);

        // 13 x 7.77 = 101.01 of 130.98; 4,300 x 101.01 / 130.98 = 3,316.1
        assertThat(reversal.gross()).isEqualTo(Money.of("67.85"));
        assertThat(reversal.lost()).isEqualTo(Money.ZERO);
        assertThat(foreseen.gross()).isEqualTo(reversal.gross());
        assertThat(foreseen.consequences())
                .containsExactly(
                        new Reversal.Consequence("reversal.points-back", Money.ZERO, "3316", false),
                        new Reversal.Consequence("reversal.points-taken", Money.ZERO, "67", false));
        assertThat(reversal.consequences())
                .containsExactly(
                        new Reversal.Consequence(
                                "reversal.points-back", Money.ZERO, "3316", false));
        assertThat(points.ofOrder(order)).isEqualTo(new OrderPoints(984, 20));
        assertThat(available()).isEqualTo(787 + 3316 - 67);
        assertThat(owed()).isEqualTo(PAID.minus(reversal.gross()));
    }

    @Test
    void goodsThatCameBackBeforeTheOrderWasCompletedEarnNothing() {
        comesBack(13, 0, ReturnWish.REFUND);

        orders.complete(order);

        assertThat(points.ofOrder(order)).isEqualTo(new OrderPoints(984, 20));
        assertThat(points.foretell(order, Map.of(2, Money.of("20.13")))).isEqualTo(20);
    }

    @Test
    void pointsThatWereSpentAlreadyAreOwedAndTheNextOrderPaysThemFirst() {
        orders.complete(order);
        points.hold(customer, "SO-NEXT", 787, fixtures.seen(), BUYER);

        comesBack(0, 9, ReturnWish.REFUND);
        assertThat(available()).as("984 back, 20 taken").isEqualTo(984 - 20);
        points.hold(customer, "SO-AFTER", 964, fixtures.seen(), BUYER);
        comesBack(13, 0, ReturnWish.EXCHANGE);
        assertThat(available()).isEqualTo(-67);
        assertThat(points.hold(customer, "SO-POOR", 1, fixtures.seen(), BUYER))
                .isEqualTo(new Points.HoldOutcome.TooFew(-67));

        fixtures.earned(customer, 100);
        assertThat(available()).isEqualTo(33);
        points.giveBack("SO-AFTER", "no", BUYER);
        assertThat(available()).isEqualTo(997);
    }

    @Test
    void whatReplacesGoodsCostsWhatWasPaidBesidesThePointsWhichStay() {
        Reversal reversal = comesBack(4, 0, ReturnWish.EXCHANGE);

        String exchange = returns.placeExchange(last).orElseThrow();
        returns.complete(last);

        assertThat(reversal.consequences()).isEmpty();
        assertThat(orders.order(exchange).orElseThrow().total()).isEqualTo(reversal.gross());
        assertThat(points.ofOrder(order).spent()).isEqualTo(4300);
    }

    @Test
    void pointsGoBackAfterAllWhenNothingReplacesTheGoods() {
        comesBack(4, 0, ReturnWish.EXCHANGE);
        assertThat(points.ofOrder(order).spent()).isEqualTo(4300);

        returns.complete(last);
        returns.complete(last);

        assertThat(points.ofOrder(order).spent()).isEqualTo(4300 - 1020);
    }

    @RepeatedTest(20)
    void howeverItIsCutMoneyAndPointsAddUp(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        if (random.nextBoolean()) {
            order = shipped(List.of(coupons.aCoupon(customer, "100.00", "30.00")), 700);
        }
        Money paid = orders.order(order).orElseThrow().total();
        long used = points.ofOrder(order).spent();
        long before = available();
        int completedAt = random.nextInt(4);
        long[] left = SOLD.clone();
        Money back = Money.ZERO;
        for (int step = 0; left[0] + left[1] > 0; step++) {
            if (step == completedAt) {
                orders.complete(order);
            }
            long ofOne = random.nextLong(left[0] + 1);
            long ofOther = ofOne == 0 && left[1] > 0 ? 1 + random.nextLong(left[1]) : 0;
            if (ofOne + ofOther == 0) {
                continue;
            }
            Reversal reversal = comesBack(ofOne, ofOther, ReturnWish.REFUND);
            left[0] -= ofOne;
            left[1] -= ofOther;
            back = back.plus(reversal.gross());

            assertThat(reversal.gross().isNegative()).isFalse();
            assertThat(reversal.net().plus(reversal.tax())).isEqualTo(reversal.gross());
            assertThat(points.ofOrder(order).spent()).isBetween(0L, used);
        }
        orders.complete(order);
        assertThat(back).isEqualTo(paid);
        assertThat(points.ofOrder(order)).isEqualTo(new OrderPoints(0, 0));
        assertThat(available()).isEqualTo(before + used);
    }

    private long available() {
        return points.balance(customer).available();
    }

    private Money owed() {
        return receivables.position(customer).balance();
    }

    private String shipped(List<String> coupons) {
        return shipped(coupons, 4300);
    }

    private String shipped(List<String> coupons, long spent) {
        String number =
                trade.accepted(
                        trade.submitted(
                                new SubmitOrder(
                                        customer,
                                        UUID.randomUUID().toString(),
                                        List.of(line(one, SOLD[0]), line(other, SOLD[1])),
                                        "",
                                        PaymentMethod.CREDIT,
                                        coupons,
                                        spent,
                                        null,
                                        BUYER)));
        orders.recordShipment(
                new ReportShipment(
                        number,
                        "FH-" + number,
                        clock.instant(),
                        List.of(batch(0, one, SOLD[0]), batch(1, other, SOLD[1])),
                        "erp-test"));
        return number;
    }

    private Reversal comesBack(long ofOne, long ofOther, ReturnWish wish) {
        last = goods.settled(asked(ofOne, ofOther, wish));
        return returns.find(last).orElseThrow().reversal();
    }

    private SubmitReturn asked(long ofOne, long ofOther, ReturnWish wish) {
        return goods.of(customer, order, wish, ofOne, ofOther);
    }

    private static ReportShipment.Batch batch(int line, ProductId product, long quantity) {
        return new ReportShipment.Batch(
                line + 1, product, "B20261", LocalDate.of(2028, 6, 30), Quantity.of(quantity));
    }
}
