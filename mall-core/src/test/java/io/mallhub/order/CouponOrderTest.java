package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.Coupons;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.TransferFixtures;
import io.mallhub.order.Carts.CartView;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders of two products at 10.00 each, and a coupon of 30.00 off from 100.00 on. */
class CouponOrderTest extends OrderTest {
    @Autowired CouponFixtures fixtures;
    @Autowired Coupons coupons;
    @Autowired PrepaidFixtures prepaid;
    @Autowired TransferFixtures transfers;
    @Autowired Carts carts;
    @Autowired Prices prices;

    private ProductId one;
    private ProductId other;
    private String coupon;

    @BeforeEach
    void goodsAndACoupon() {
        one = trade.aProduct("10.00", 1000);
        other = trade.aProduct("10.00", 1000);
        coupon = fixtures.aCoupon(customer, "100.00", "30.00");
    }

    @AfterEach
    void everyCentIsProven() {
        transfers.offeredNoMore();
        assertThat(receivables.unproven()).isEmpty();
    }

    @Test
    void aCouponIsTakenOffTheLinesToTheCentAndTheOrderKeepsIt() {
        String number = trade.submitted(order(6, 5, coupon));

        OrderView order = order(number);
        assertThat(order.lines())
                .extracting(OrderView.Line::discount, OrderView.Line::amount)
                .containsExactly(
                        tuple(Money.of("16.36"), Money.of("43.64")),
                        tuple(Money.of("13.64"), Money.of("36.36")));
        assertThat(order.total()).isEqualTo(Money.of("80.00"));
        assertThat(order.net().plus(order.tax())).isEqualTo(order.total());
        assertThat(order.benefits())
                .containsExactly(
                        new OrderView.Benefit(
                                coupon,
                                1,
                                "满减券",
                                coupon,
                                Money.of("30.00"),
                                List.of(Money.of("16.36"), Money.of("13.64"))));
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("80.00"));
        assertThat(its()).isEqualTo(CouponState.HELD);
    }

    @Test
    void anOrderBelowTheThresholdIsRefusedAndKeepsNothing() {
        assertThat(problem(orders.submit(order(6, 3, coupon))))
                .satisfies(it -> assertThat(it.problem()).startsWith("promotion."))
                .satisfies(it -> assertThat(it.detail()).isEqualTo("10.00"));

        assertThat(its()).isEqualTo(CouponState.FREE);
        assertThat(stock.equation(one).holds()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void anothersCouponIsLikeOneThatNobodyHas() {
        String foreign = fixtures.aCoupon(customers.anActiveCustomer().id(), "100.00", "30.00");

        assertThat(problem(orders.submit(order(6, 5, foreign))))
                .isEqualTo(new LineProblem(-1, null, "coupon.unknown", foreign));
        assertThat(problem(orders.submit(order(6, 5, "CP0"))))
                .isEqualTo(new LineProblem(-1, null, "coupon.unknown", "CP0"));
    }

    @Test
    void theSameKeyWithAnotherCouponIsOtherContent() {
        SubmitOrder first = order(6, 5, coupon);
        String number = trade.submitted(first);

        assertThat(orders.submit(first)).isEqualTo(new SubmitOutcome.Submitted(number, true));
        assertThat(orders.submit(order(first.idempotencyKey(), 6, 5, List.of())))
                .isInstanceOf(SubmitOutcome.KeyReusedForOtherContent.class);
    }

    @Test
    void ofOrdersAtOnceOneHasTheCoupon() throws Exception {
        List<SubmitOutcome> outcomes = AtOnce.run(4, i -> orders.submit(order(6, 5, coupon)));

        assertThat(outcomes).filteredOn(SubmitOutcome.Submitted.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(SubmitOutcome.Refused.class::isInstance)
                .hasSize(3)
                .allSatisfy(it -> assertThat(problem(it).problem()).isEqualTo("coupon.taken"));
        assertThat(stock.equation(one).holds()).isEqualTo(Quantity.of(6));
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("80.00"));
    }

    @Test
    void anApprovedOrderHasUsedItAndACancelledOneGivesItBack() {
        String number = trade.submitted(order(6, 5, coupon));

        orders.approve(number, 0);
        orders.approve(number, 0);
        assertThat(its()).isEqualTo(CouponState.USED);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("80.00"));

        orders.cancel(number, "no", DESK);
        orders.cancel(number, "no", DESK);
        assertThat(its()).isEqualTo(CouponState.FREE);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);

        String again = trade.submitted(order(6, 5, coupon));
        assertThat(order(again).total()).isEqualTo(Money.of("80.00"));
    }

    @ParameterizedTest
    @EnumSource(PaymentMethod.class)
    void anOrderThatCostsNothingGoesItsWayHoweverItIsPaid(PaymentMethod method) {
        prepaid.toppedUp(customer, "1.00");
        transfers.offered();
        trade.categorised(one, RegulatoryCategory.OTC_B);
        String all =
                fixtures.aCoupon(
                        customer,
                        new CouponDiscount.PercentOff(Money.ZERO, new BigDecimal("100"), null),
                        new Goods.Categories(Set.of("OTC_B")),
                        Set.of());
        String number =
                trade.submitted(
                        new SubmitOrder(
                                customer,
                                UUID.randomUUID().toString(),
                                List.of(line(one, 3)),
                                "",
                                method,
                                List.of(all),
                                BUYER));

        trade.accepted(number);
        assertThat(orders.standing(number).orElseThrow().free()).isTrue();
        assertThat(state(number)).isEqualTo(OrderState.ACCEPTED);

        orders.recordVoided(number, "no");
        orders.cancel(number, "no", DESK);
        assertThat(coupons.find(all).orElseThrow().state()).isEqualTo(CouponState.FREE);
    }

    @Test
    void prescriptionDrugsKeepATenthOfTheirPriceHoweverMuchTheCouponIsWorth() {
        trade.categorised(one, RegulatoryCategory.OTC_B);
        trade.categorised(other, RegulatoryCategory.OTC_B);
        String big =
                fixtures.aCoupon(
                        customer,
                        new CouponDiscount.AmountOff(Money.ZERO, Money.of("500.00")),
                        new Goods.Products(Set.of(one, other)),
                        Set.of());
        trade.categorised(one, RegulatoryCategory.PRESCRIPTION);
        UserId user = new UserId(UUID.randomUUID());
        carts.put(user, customer, one, Quantity.of(6));

        assertThat(carts.cart(user, customer).coupons())
                .filteredOn(it -> it.coupon().number().equals(big))
                .first()
                .satisfies(
                        it ->
                                assertThat(it)
                                        .isEqualTo(
                                                new Coupons.Offer.Usable(
                                                        it.coupon(),
                                                        Money.of("54.00"),
                                                        Money.of("6.00"),
                                                        10)));
        String number = trade.submitted(order(6, 5, big));

        assertThat(order(number).lines())
                .extracting(OrderView.Line::amount)
                .containsExactly(Money.of("6.00"), Money.ZERO);
        waits(number, 0);
        change(number, 0, 3, 5);
        assertThat(order(number).total()).as("by the same limit").isEqualTo(Money.of("3.00"));

        trade.categorised(one, RegulatoryCategory.OTC_B);
        waits(number, 1);
        change(number, 1, 2, 5);
        assertThat(order(number).total())
                .as("as the goods were when it was submitted")
                .isEqualTo(Money.of("2.00"));
    }

    @Test
    void aRejectedOrderGivesItBack() {
        String number = trade.submitted(order(6, 5, coupon));

        orders.reject(number, "no", DESK);

        assertThat(its()).isEqualTo(CouponState.FREE);
    }

    @Test
    void aChangedOrderIsReckonedAgainWithItsCouponHoweverLate() {
        String number = trade.submitted(order(6, 5, coupon));
        waits(number, 0);
        clock.advance(Duration.ofDays(30));

        change(number, 0, 6, 9);

        assertThat(order(number).total()).isEqualTo(Money.of("120.00"));
        assertThat(order(number).discount()).isEqualTo(Money.of("30.00"));
        assertThat(order(number).lines().getFirst().discount()).isEqualTo(Money.of("12.00"));
        assertThat(order(number).changes().getFirst().lines().getFirst().before().discount())
                .isEqualTo(Money.of("16.36"));
        assertThat(its()).isEqualTo(CouponState.HELD);
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("120.00"));
    }

    @Test
    void aChangeThatNoLongerReachesTheThresholdFreesTheCoupon() {
        String number = trade.submitted(order(6, 5, coupon));
        waits(number, 0);

        change(number, 0, 6, 3);

        assertThat(order(number).total()).isEqualTo(Money.of("90.00"));
        assertThat(order(number).benefits()).isEmpty();
        assertThat(its()).isEqualTo(CouponState.FREE);
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("90.00"));
    }

    @Test
    void aPriceThatTheCouponBringsBelowTheFloorWaitsForTheDesk() {
        prices.setFloor(one, UnitPrice.of("8.00"), DESK);
        prices.setFloor(other, UnitPrice.of("7.00"), DESK);

        String number = trade.submitted(order(6, 5, coupon));
        String without = trade.submitted(order(UUID.randomUUID().toString(), 6, 5, List.of()));

        assertThat(orders.approvalFacts(number).belowFloor()).isTrue();
        assertThat(orders.approvalFacts(without).belowFloor()).isFalse();
    }

    @Test
    void theCartShowsWhatEachCouponSavesAndWhyAnotherCannotBeUsed() {
        String prepaidOnly =
                fixtures.aCoupon(
                        customer,
                        new CouponDiscount.PercentOff(
                                Money.ZERO, new BigDecimal("50"), Money.of("20.00")),
                        Set.of("PREPAID"));
        UserId user = new UserId(UUID.randomUUID());
        carts.put(user, customer, one, Quantity.of(12));

        CartView bare = carts.cart(user, customer);
        CartView cut =
                carts.cart(user, customer, Channel.WEB, PaymentMethod.CREDIT, List.of(coupon), 0);
        CartView prepaid =
                carts.cart(
                        user,
                        customer,
                        Channel.WEB,
                        PaymentMethod.PREPAID,
                        List.of(prepaidOnly),
                        0);
        CartView wrong =
                carts.cart(
                        user, customer, Channel.WEB, PaymentMethod.CREDIT, List.of(prepaidOnly), 0);

        assertThat(bare.total()).isEqualTo(Money.of("120.00"));
        assertThat(bare.coupons())
                .satisfiesExactly(
                        it ->
                                assertThat(it)
                                        .isEqualTo(
                                                new Coupons.Offer.Usable(
                                                        it.coupon(),
                                                        Money.of("30.00"),
                                                        Money.ZERO,
                                                        10)),
                        it ->
                                assertThat(it)
                                        .isInstanceOf(Coupons.Offer.Unusable.class)
                                        .extracting(offer -> offer.coupon().number())
                                        .isEqualTo(prepaidOnly));
        assertThat(cut.discount()).isEqualTo(Money.of("30.00"));
        assertThat(cut.total()).isEqualTo(Money.of("90.00"));
        assertThat(prepaid.total()).isEqualTo(Money.of("100.00"));
        assertThat(wrong.total()).isEqualTo(Money.of("120.00"));
        assertThat(wrong.useless()).hasSize(1);
    }

    private CouponState its() {
        return coupons.find(coupon).orElseThrow().state();
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
        ChangeOutcome outcome =
                orders.change(
                        new ChangeOrder(
                                number,
                                revision,
                                List.of(
                                        new ChangeOrder.Line(1, Quantity.of(ofOne)),
                                        new ChangeOrder.Line(2, Quantity.of(ofOther))),
                                "客户要求",
                                DESK));
        assertThat(outcome).isEqualTo(new ChangeOutcome.Changed(revision + 1));
    }

    private SubmitOrder order(long ofOne, long ofOther, String coupon) {
        return order(UUID.randomUUID().toString(), ofOne, ofOther, List.of(coupon));
    }

    private SubmitOrder order(String key, long ofOne, long ofOther, List<String> coupons) {
        return new SubmitOrder(
                customer,
                key,
                List.of(line(one, ofOne), line(other, ofOther)),
                "",
                PaymentMethod.CREDIT,
                coupons,
                BUYER);
    }
}
