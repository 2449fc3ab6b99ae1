package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.order.Carts.CartView;
import io.mallhub.order.Carts.PointsOffer;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.points.Points;
import io.mallhub.points.Points.Balance;
import io.mallhub.points.Points.OrderPoints;
import io.mallhub.points.PointsMove;
import io.mallhub.points.PointsRule;
import io.mallhub.promotion.Channel;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UserId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders of two products at 10.00 each, of a company that has earned 5,000 points. */
class PointsOrderTest extends OrderTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 11, 30);

    @Autowired PointsFixtures fixtures;
    @Autowired Points points;
    @Autowired CouponFixtures coupons;
    @Autowired Carts carts;

    private PointsRule rule;
    private ProductId one;
    private ProductId other;

    @BeforeEach
    void goodsAndPoints() {
        one = trade.anOtcProduct("10.00", 1000);
        other = trade.anOtcProduct("10.00", 1000);
        rule = fixtures.on();
        fixtures.earned(customer, 5000);
    }

    @AfterEach
    void everyPointIsProven() {
        fixtures.off();
        assertThat(points.unproven()).isEmpty();
        assertThat(receivables.unproven()).isEmpty();
    }

    @Test
    void pointsPayAPartOfTheLinesToTheCentAndAreKeptForTheOrder() {
        String number = trade.submitted(order(6, 5, 2000));

        OrderView order = order(number);
        assertThat(order.lines())
                .extracting(
                        OrderView.Line::discount, OrderView.Line::points, OrderView.Line::amount)
                .containsExactly(
                        tuple(Money.of("10.91"), Money.of("10.91"), Money.of("49.09")),
                        tuple(Money.of("9.09"), Money.of("9.09"), Money.of("40.91")));
        assertThat(order.total()).isEqualTo(Money.of("90.00"));
        assertThat(order.net().plus(order.tax())).isEqualTo(order.total());
        assertThat(order.points()).isEqualTo(2000);
        assertThat(order.benefits())
                .containsExactly(
                        new OrderView.Benefit(
                                "POINTS",
                                rule.version(),
                                "2000",
                                "",
                                Money.of("20.00"),
                                List.of(Money.of("10.91"), Money.of("9.09"))));
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("90.00"));
        assertThat(balance()).isEqualTo(3000);
        assertThat(points.balance(customer).held()).isEqualTo(2000);
    }

    @Test
    void theyPayAfterTheCouponAndNoMoreThanTheirPart() {
        String coupon = coupons.aCoupon(customer, "100.00", "30.00");

        assertThat(problem(orders.submit(order(6, 5, 4100, coupon))))
                .isEqualTo(new LineProblem(-1, null, "points.too-many", "4100 > 4000"));
        String number = trade.submitted(order(6, 5, 4000, coupon));

        assertThat(order(number).total()).isEqualTo(Money.of("40.00"));
        assertThat(order(number).discount()).isEqualTo(Money.of("70.00"));
    }

    @Test
    void pointsThatAreNotThereOrNoWholeStepsRefuseTheOrderAndKeepNothing() {
        assertThat(problem(orders.submit(order(100, 100, 5100))))
                .isEqualTo(new LineProblem(-1, null, "points.too-few", "5100 > 5000"));
        assertThat(problem(orders.submit(order(6, 5, 150))))
                .isEqualTo(new LineProblem(-1, null, "points.step", "100"));
        assertThat(problem(orders.submit(order(6, 5, -100))).problem()).isEqualTo("points.step");

        assertThat(balance()).isEqualTo(5000);
        assertThat(stock.equation(one).holds()).isEqualTo(Quantity.ZERO);
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.ZERO);
    }

    @Test
    void whereNothingIsPaidWithPointsTheOrderSaysSo() {
        fixtures.off();

        assertThat(problem(orders.submit(order(6, 5, 100))).problem()).isEqualTo("points.off");
        assertThat(carts.cart(aCartOf(12), customer).points()).isNull();
    }

    @Test
    void goodsThatPointsMustNotPayForAreLeftOut() {
        ProductId food = trade.anOtcProduct("10.00", 1000);
        trade.categorised(one, RegulatoryCategory.PRESCRIPTION);
        trade.categorised(other, RegulatoryCategory.PRESCRIPTION);
        fixtures.on(Set.of(RegulatoryCategory.PRESCRIPTION));

        assertThat(problem(orders.submit(order(6, 5, 100))).detail()).isEqualTo("100 > 0");
        String number =
                trade.submitted(
                        new SubmitOrder(
                                customer,
                                UUID.randomUUID().toString(),
                                List.of(line(one, 10), line(food, 4)),
                                "",
                                PaymentMethod.CREDIT,
                                List.of(),
                                2000,
                                null,
                                BUYER));

        assertThat(order(number).lines())
                .extracting(OrderView.Line::points)
                .containsExactly(Money.ZERO, Money.of("20.00"));
        trade.accepted(number);
        trade.ship(number, "FH-1", 10);
        trade.ship(number, "FH-2", food, 4);
        orders.complete(number);
        assertThat(points.ofOrder(number)).isEqualTo(new OrderPoints(2000, 20));
    }

    @Test
    void ofOrdersAtOnceNoPointIsSpentTwice() throws Exception {
        List<SubmitOutcome> outcomes = AtOnce.run(4, i -> orders.submit(order(20, 20, 2000)));

        assertThat(outcomes).filteredOn(SubmitOutcome.Submitted.class::isInstance).hasSize(2);
        assertThat(outcomes)
                .filteredOn(SubmitOutcome.Refused.class::isInstance)
                .hasSize(2)
                .allSatisfy(
                        it ->
                                assertThat(problem(it))
                                        .isEqualTo(
                                                new LineProblem(
                                                        -1,
                                                        null,
                                                        "points.too-few",
                                                        "2000 > 1000")));
        assertThat(balance()).isEqualTo(1000);
        assertThat(stock.equation(one).holds()).isEqualTo(Quantity.of(40));
    }

    @Test
    void theSameKeyWithOtherPointsIsOtherContent() {
        SubmitOrder first = order(6, 5, 1000);
        String number = trade.submitted(first);

        assertThat(orders.submit(first)).isEqualTo(new SubmitOutcome.Submitted(number, true));
        assertThat(orders.submit(order(first.idempotencyKey(), 6, 5, 900, List.of())))
                .isInstanceOf(SubmitOutcome.KeyReusedForOtherContent.class);
        assertThat(balance()).isEqualTo(4000);
    }

    @Test
    void anApprovedOrderHasUsedThemAndACancelledOneGivesThemBack() {
        String number = trade.submitted(order(6, 5, 2000));

        orders.approve(number, 0);
        orders.approve(number, 0);
        assertThat(points.balance(customer)).isEqualTo(of(3000, 0, 3000));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("90.00"));

        orders.cancel(number, "no", DESK);
        orders.cancel(number, "no", DESK);
        assertThat(points.balance(customer)).isEqualTo(of(5000, 0, 5000));

        String rejected = trade.submitted(order(6, 5, 2000));
        orders.reject(rejected, "no", DESK);
        assertThat(points.balance(customer)).isEqualTo(of(5000, 0, 5000));
    }

    @Test
    void aCompletedOrderEarnsOnceByWhatWasPaidInMoney() {
        String number = trade.submitted(order(6, 5, 2000));
        trade.accepted(number);
        trade.ship(number, "FH-1", 6);
        trade.ship(number, "FH-2", other, 5);

        orders.complete(number);
        orders.complete(number);

        assertThat(points.ofOrder(number)).isEqualTo(new OrderPoints(2000, 90));
        assertThat(balance()).isEqualTo(3090);
        assertThat(timeline(number)).contains("order.points-earned");
    }

    @Test
    void aChangedOrderUsesNoMoreThanItsGoodsMayAndFreesTheRest() {
        String number = trade.submitted(order(6, 5, 5000));
        waits(number, 0);
        change(number, 0, 6, 0);

        assertThat(order(number).points()).isEqualTo(3000);
        assertThat(order(number).total()).isEqualTo(Money.of("30.00"));
        assertThat(points.balance(customer)).isEqualTo(of(2000, 3000, 2000));
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("30.00"));

        waits(number, 1);
        change(number, 1, 60, 0);
        assertThat(order(number).points()).as("never more than before").isEqualTo(3000);
        assertThat(order(number).total()).isEqualTo(Money.of("570.00"));
    }

    @Test
    void pointsThatEndFirstAreSpentFirstAndThoseThatEndedMeanwhileExpireWhenTheyComeBack() {
        clock.advance(Duration.ofDays(60));
        fixtures.earned(customer, 1000);
        String number = trade.submitted(order(60, 60, 5500));
        assertThat(points.balance(customer).ending())
                .isEqualTo(new Points.Ending(500, LocalDate.of(2028, 1, 31)));

        clock.advance(Duration.ofDays(340)); // the 5,000 would have ended
        orders.cancel(number, "no", DESK);

        assertThat(balance()).isEqualTo(1000);
        assertThat(points.entries(customer, PageRequest.first(1)).items())
                .extracting(Points.EntryView::kind, Points.EntryView::available)
                .containsExactly(tuple(PointsMove.EXPIRE, -5000L));
    }

    @Test
    void theCartShowsHowManyPointsMayBeUsedAndWhatTheyTakeOff() {
        UserId user = aCartOf(12);

        CartView bare = carts.cart(user, customer);
        CartView paid =
                carts.cart(user, customer, Channel.WEB, PaymentMethod.CREDIT, List.of(), 2500);
        CartView wrong =
                carts.cart(user, customer, Channel.WEB, PaymentMethod.CREDIT, List.of(), 6100);

        PointsOffer offer = new PointsOffer(5000, 5000, Money.of("50.00"), 100, Money.ZERO);
        assertThat(bare.points()).isEqualTo(offer);
        assertThat(paid.points())
                .isEqualTo(new PointsOffer(5000, 5000, Money.of("50.00"), 100, Money.of("25.00")));
        assertThat(paid.total()).isEqualTo(Money.of("95.00"));
        assertThat(wrong.total()).isEqualTo(Money.of("120.00"));
        assertThat(wrong.useless())
                .containsExactly(new LineProblem(-1, null, "points.too-many", "6100 > 6000"));
    }

    private static Balance of(long available, long held, long ending) {
        return new Balance(available, held, new Points.Ending(ending, LAST_DAY));
    }

    private long balance() {
        return points.balance(customer).available();
    }

    private UserId aCartOf(long boxes) {
        UserId user = new UserId(UUID.randomUUID());
        carts.put(user, customer, one, Quantity.of(boxes));
        return user;
    }

    private static LineProblem problem(SubmitOutcome outcome) {
        if (outcome instanceof SubmitOutcome.Refused refused) {
            assertThat(refused.problems()).hasSize(1);
            return refused.problems().getFirst();
        }
        throw new AssertionError("Not refused: " + outcome);
    }

    private void waits(String number, int revision) {
        orders.recordStops(
                number, revision, List.of(new OrderView.Stop("sales", "large-amount", "")));
    }

    private void change(String number, int revision, long ofOne, long ofOther) {
        int lines = order(number).lines().size();
        List<ChangeOrder.Line> wanted =
                lines == 1
                        ? List.of(new ChangeOrder.Line(1, Quantity.of(ofOne)))
                        : List.of(
                                new ChangeOrder.Line(1, Quantity.of(ofOne)),
                                new ChangeOrder.Line(2, Quantity.of(ofOther)));
        assertThat(orders.change(new ChangeOrder(number, revision, wanted, "客户要求", DESK)))
                .isEqualTo(new ChangeOutcome.Changed(revision + 1));
    }

    private SubmitOrder order(long ofOne, long ofOther, long points, String... coupons) {
        return order(UUID.randomUUID().toString(), ofOne, ofOther, points, List.of(coupons));
    }

    private SubmitOrder order(
            String key, long ofOne, long ofOther, long points, List<String> coupons) {
        return new SubmitOrder(
                customer,
                key,
                List.of(line(one, ofOne), line(other, ofOther)),
                "",
                PaymentMethod.CREDIT,
                coupons,
                points,
                null,
                BUYER);
    }
}
