package io.mallhub.returns;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.CouponWay;
import io.mallhub.coupon.Coupons;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.CancelPart;
import io.mallhub.order.EarnedCoupons;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.ReportShipment;
import io.mallhub.order.PartCancellations;
import io.mallhub.order.PartCancellations.Preview;
import io.mallhub.order.PartStatement;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.TimelineEntry;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.ProvenLedger;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What goes back of an order that a coupon made cheaper: 13 boxes at 7.77 and 9 at 3.33 are 130.98,
 * less 30.00 from 100.00 on.
 */
@MallTest
class CouponReturnsTest {
    private static final Money PAID = Money.of("100.98");
    private static final long[] SOLD = {13, 9};

    @Autowired Orders orders;
    @Autowired Returns returns;
    @Autowired Coupons coupons;
    @Autowired Receivables receivables;
    @Autowired TradeFixtures trade;
    @Autowired CustomerFixtures customers;
    @Autowired ReturnFixtures goods;
    @Autowired CouponFixtures fixtures;
    @Autowired MutableClock clock;
    @Autowired Prices prices;
    @Autowired EarnedCoupons earnedCoupons;
    @Autowired PrepaidFixtures prepaidFixtures;
    @Autowired PrepaidAccounts prepaid;
    @Autowired PartCancellations parts;
    @Autowired PromotionFixtures rules;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("couponChargeProof")
    ProvenLedger proof;

    private CustomerId customer;
    private ProductId one;
    private String coupon;
    private String order;
    private String last = "";

    @BeforeEach
    void aShippedOrderWithACoupon() {
        customer = customers.anActiveCustomer().id();
        trade.giveCredit(customer, "1000.00");
        coupon = fixtures.aCoupon(customer, "100.00", "30.00");
        one = trade.aProduct("7.77", 1000);
        ProductId other = trade.aProduct("3.33", 1000);
        order =
                trade.accepted(
                        trade.submitted(
                                new SubmitOrder(
                                        customer,
                                        UUID.randomUUID().toString(),
                                        List.of(line(one, SOLD[0]), line(other, SOLD[1])),
                                        "",
                                        PaymentMethod.CREDIT,
                                        List.of(coupon),
                                        BUYER)));
        orders.recordShipment(
                new ReportShipment(
                        order,
                        "FH-1",
                        clock.instant(),
                        List.of(batch(0, one, SOLD[0]), batch(1, other, SOLD[1])),
                        "erp-test"));
        assertThat(balance()).isEqualTo(PAID);
    }

    @Test
    void whileTheGoodsThatStayReachTheThresholdTheShareGoesBackAndTheCouponStaysUsed() {
        Reversal reversal = comesBack(1, 0);

        // 7.77 less its share of the discount; 123.21 stay
        assertThat(reversal.gross()).isEqualTo(Money.of("5.99"));
        assertThat(reversal.lost()).isEqualTo(Money.ZERO);
        assertThat(coupons.find(coupon).orElseThrow().state()).isEqualTo(CouponState.USED);
    }

    @Test
    void belowTheThresholdWhatStaysCostsItsFullPriceAndTheCouponGoesBack() {
        Reversal foreseen = returns.preview(asked(9, 0));
        Reversal reversal = comesBack(9, 0);

        // 4 x 7.77 + 9 x 3.33 = 61.05 stay, of 100.98 paid
        assertThat(reversal.gross()).isEqualTo(Money.of("39.93"));
        assertThat(foreseen.gross()).isEqualTo(reversal.gross());
        assertThat(foreseen.lost()).isEqualTo(reversal.lost());
        assertThat(foreseen.consequences())
                .extracting(Reversal.Consequence::kind)
                .containsExactly("reversal.coupon");
        assertThat(reversal.lost().isNegative()).isFalse();
        assertThat(reversal.net().plus(reversal.tax())).isEqualTo(reversal.gross());
        assertThat(coupons.find(coupon).orElseThrow().state()).isEqualTo(CouponState.FREE);
        assertThat(balance()).isEqualTo(Money.of("61.05"));
    }

    @Test
    void whatAPrescriptionDrugKeptOfItsPriceIsWhatGoesBackToTheCent() {
        trade.categorised(one, RegulatoryCategory.OTC_B);
        String big =
                fixtures.aCoupon(
                        customer,
                        new CouponDiscount.AmountOff(Money.ZERO, Money.of("500.00")),
                        new Goods.Products(Set.of(one)),
                        Set.of());
        trade.categorised(one, RegulatoryCategory.PRESCRIPTION);
        Money before = balance();
        order =
                trade.accepted(
                        trade.submitted(
                                new SubmitOrder(
                                        customer,
                                        UUID.randomUUID().toString(),
                                        List.of(line(one, 13)),
                                        "",
                                        PaymentMethod.CREDIT,
                                        List.of(big),
                                        BUYER)));
        orders.recordShipment(
                new ReportShipment(
                        order, "FH-2", clock.instant(), List.of(batch(0, one, 13)), "erp-test"));
        // a tenth of 101.01, rounded up
        assertThat(balance().minus(before)).isEqualTo(Money.of("10.11"));

        Reversal first = comesBack(4, 0); // 9 x 7.77 = 69.93 stay: 7.00
        Reversal rest = comesBack(9, 0);

        assertThat(first.gross()).isEqualTo(Money.of("3.11"));
        assertThat(rest.gross()).isEqualTo(Money.of("7.00"));
        assertThat(balance()).isEqualTo(before);
    }

    @Test
    void noReturnCostsTheBuyerMoney() {
        comesBack(3, 2); // 101.01 stay: the threshold is still reached
        Reversal reversal = comesBack(0, 1); // 97.68 stay, more than what is left of what was paid

        assertThat(reversal.gross()).isEqualTo(Money.ZERO);
        assertThat(reversal.net()).isEqualTo(Money.ZERO);
        assertThat(reversal.tax()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatReplacesGoodsCostsWhatWasPaidForThemWhateverTheyCostNow() {
        prices.applyBasePrices("erp-test", Map.of(one, UnitPrice.of("9.99")));
        Reversal reversal = comesBack(asked(4, 0, ReturnWish.EXCHANGE));
        Money shares = reversal.gross().plus(reversal.lost());

        String exchange = returns.placeExchange(last).orElseThrow();

        OrderView placed = orders.order(exchange).orElseThrow();
        assertThat(placed.total()).isEqualTo(shares);
        assertThat(placed.discount()).isEqualTo(Money.of("39.96").minus(shares));
        assertThat(placed.benefits())
                .extracting(OrderView.Benefit::name, OrderView.Benefit::coupon)
                .containsExactly(tuple(last, ""));

        // what replaced the goods may come back, too: all that was paid for it is back then
        trade.accepted(exchange);
        trade.ship(exchange, "FH-2", 4);
        order = exchange;
        assertThat(comesBack(1, 0).gross().isNegative()).isFalse();
        comesBack(3, 0);
        assertThat(credited(exchange)).isEqualTo(shares);
    }

    @Test
    void anOrderThatComesBackAsAWholeLosesTheCouponItEarned() {
        String earned = earned();
        comesBack(12, 9);
        assertThat(coupons.find(earned).orElseThrow().state()).isEqualTo(CouponState.FREE);

        Reversal foreseen = returns.preview(asked(1, 0));
        comesBack(1, 0);

        assertThat(foreseen.consequences())
                .extracting(Reversal.Consequence::kind, Reversal.Consequence::detail)
                .contains(tuple("reversal.earned-coupon", earned));
        assertThat(coupons.find(earned).orElseThrow().state()).isEqualTo(CouponState.EXPIRED);
        assertThat(coupons.entries(earned).getLast().document()).isEqualTo(last);
    }

    @Test
    void anEarnedCouponThatAnotherOrderHoldsServesThatOrderAndNoFurtherOne() {
        String earned = earned();
        String next =
                trade.submitted(
                        new SubmitOrder(
                                customer,
                                UUID.randomUUID().toString(),
                                List.of(line(one, 20)),
                                "",
                                PaymentMethod.CREDIT,
                                List.of(earned),
                                BUYER));
        Money cheaper = orders.order(next).orElseThrow().total();

        comesBack(13, 9);

        assertThat(orders.order(next).orElseThrow().total()).isEqualTo(cheaper);
        clock.advance(Duration.ofSeconds(1));
        orders.cancel(next, "changed my mind", BUYER);
        coupons.expire(1000);
        assertThat(coupons.find(earned).orElseThrow().state()).isEqualTo(CouponState.EXPIRED);
    }

    @Test
    void whatAnEarnedCouponTookOffAnotherOrderIsKeptBackOnceAndGoesBackWithThatOrder() {
        String earned = earned();
        String next = next(earned);
        orders.approve(next, 0);
        Money ofNext = orders.order(next).orElseThrow().total();

        Reversal foreseen = returns.preview(asked(13, 9));
        Reversal reversal = comesBack(13, 9);

        assertThat(foreseen.charges())
                .containsExactly(new Reversal.Charge(earned, next, Money.of("10.00")));
        assertThat(foreseen.gross()).isEqualTo(PAID.minus(Money.of("10.00")));
        assertThat(reversal.charges()).isEqualTo(foreseen.charges());
        assertThat(reversal.gross()).isEqualTo(foreseen.gross());
        assertThat(reversal.net().plus(reversal.tax())).isEqualTo(reversal.gross());
        assertThat(balance()).isEqualTo(ofNext.plus(Money.of("10.00")));
        assertThat(earnedCoupons.uses(order)).isEmpty();
        assertThat(proof.unprovenAccounts()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        orders.cancel(next, "changed my mind", BUYER);

        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(coupons.find(earned).orElseThrow().state()).isEqualTo(CouponState.FREE);
        assertThat(orders.timeline(order))
                .extracting(TimelineEntry::what)
                .contains("order.coupon-charged", "order.coupon-charge-back");
        assertThat(receivables.unproven()).doesNotContain(customer);
        assertThat(proof.unprovenAccounts()).isEmpty();
    }

    @Test
    void noMoreIsKeptBackThanWouldGoBack() {
        String next = next(earned());
        comesBack(12, 9);

        Reversal reversal = comesBack(1, 0);

        Money kept = reversal.charges().getFirst().gross();
        assertThat(kept).isLessThan(Money.of("10.00")).isGreaterThan(Money.ZERO);
        assertThat(reversal.gross()).isEqualTo(Money.ZERO);
        assertThat(reversal.net()).isEqualTo(Money.ZERO);
        orders.cancel(next, "changed my mind", BUYER);
        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(proof.unprovenAccounts()).isEmpty();
    }

    @RepeatedTest(6)
    void whateverOfTheOtherOrderComesBackAfterwardsItsPartOfTheChargeGoesBack(
            RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String earned = earned();
        String first = order;
        String next = trade.accepted(next(earned));
        trade.ship(next, "FH-2", 20);
        comesBack(13, 9);
        order = next;
        long left = 20;
        while (left > 0) {
            long some = 1 + random.nextLong(left);
            left -= some;

            comesBack(some, 0);

            Money enjoyed =
                    left * 777 < 10_000
                            ? Money.ZERO // the coupon is no longer used
                            : new Money(
                                    BigDecimal.valueOf(left * 10)
                                            .divide(
                                                    BigDecimal.valueOf(20),
                                                    2,
                                                    RoundingMode.HALF_UP));
            Money stays = Money.of("145.40").minus(credited(next));
            assertThat(balance()).isEqualTo(stays.plus(enjoyed));
            assertThat(proof.unprovenAccounts()).isEmpty();
        }
        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(earnedCoupons.uses(first)).isEmpty();
        assertThat(receivables.unproven()).doesNotContain(customer);
    }

    @Test
    void aPrepaidOrderGetsPrincipalAndBonusBackInItsOwnProportionWhateverIsKeptBackMeanwhile() {
        prepaidFixtures.toppedUp(customer, "90.00", "60.00");
        order = shipped(PaymentMethod.PREPAID, "FH-3");
        PrepaidAmount paid = new PrepaidAmount(Money.of("90.00"), Money.of("11.01"));
        assertThat(prepaid.balance(customer).available())
                .isEqualTo(new PrepaidAmount(Money.of("0.00"), Money.of("48.99")));
        String earned = earned();
        String next = next(earned);

        comesBack(13, 0);
        PrepaidAmount kept =
                paid.minus(
                        prepaid.balance(customer)
                                .available()
                                .minus(new PrepaidAmount(Money.of("0.00"), Money.of("48.99"))));
        assertThat(kept.total()).isEqualTo(Money.of("10.00"));
        orders.cancel(next, "changed my mind", BUYER);

        assertThat(prepaid.balance(customer).available())
                .isEqualTo(new PrepaidAmount(Money.of("90.00"), Money.of("60.00")));
        assertThat(prepaid.unproven()).doesNotContain(customer);
        assertThat(proof.unprovenAccounts()).isEmpty();
    }

    /** Twenty boxes for 155.40, less 10.00 by the coupon; only submitted. */
    private String next(String earned) {
        return trade.submitted(
                new SubmitOrder(
                        customer,
                        UUID.randomUUID().toString(),
                        List.of(line(one, 20)),
                        "",
                        PaymentMethod.CREDIT,
                        List.of(earned),
                        BUYER));
    }

    /** Thirteen boxes for 101.01. */
    private String shipped(PaymentMethod payment, String delivery) {
        String number =
                trade.accepted(
                        trade.submitted(
                                new SubmitOrder(
                                        customer,
                                        UUID.randomUUID().toString(),
                                        List.of(line(one, 13)),
                                        "",
                                        payment,
                                        List.of(),
                                        BUYER)));
        trade.ship(number, delivery, 13);
        return number;
    }

    @Test
    void goodsThatAnExchangeUnderWayMayReplaceAreNeitherChargedForNorEndWhatWasEarned() {
        fixtures.put(CouponWay.REPURCHASE, null, 1);
        String next = next(earned());
        String unused = anUnusedCoupon();
        String exchanged = goods.inspected(asked(13, 0, ReturnWish.EXCHANGE));

        Reversal foreseen = returns.preview(asked(0, 9));
        Reversal reversal = comesBack(0, 9);
        Money refunded = returns.find(exchanged).orElseThrow().reversal().gross();
        returns.settle(exchanged);
        assertThat(returns.placeExchange(exchanged)).isPresent();
        returns.complete(exchanged);

        assertThat(foreseen.charges()).isEmpty();
        assertThat(foreseen.consequences())
                .extracting(Reversal.Consequence::kind)
                .doesNotContain("reversal.earned-coupon", "reversal.coupon");
        assertThat(reversal.charges()).isEmpty();
        assertThat(reversal.gross()).isEqualTo(foreseen.gross());
        assertThat(reversal.gross().plus(refunded)).isEqualTo(PAID);
        assertThat(earnedCoupons.uses(order))
                .extracting(EarnedCoupons.Use::usedBy)
                .containsExactly(next);
        assertThat(coupons.find(unused).orElseThrow().state()).isEqualTo(CouponState.FREE);
        assertThat(coupons.find(coupon).orElseThrow().state()).isEqualTo(CouponState.USED);
        assertThat(proof.unprovenAccounts()).isEmpty();
    }

    @Test
    void anExchangeThatBringsNothingEndsWhatWasEarnedAndFreesTheCoupon() {
        String unused = earned();
        String exchanged = goods.inspected(asked(13, 0, ReturnWish.EXCHANGE));
        comesBack(0, 9);
        returns.settle(exchanged);
        assertThat(coupons.find(unused).orElseThrow().state()).isEqualTo(CouponState.FREE);

        returns.complete(exchanged);

        assertThat(coupons.find(unused).orElseThrow().state()).isEqualTo(CouponState.EXPIRED);
        assertThat(coupons.find(coupon).orElseThrow().state()).isEqualTo(CouponState.FREE);
        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatComesToStayAfterTheInspectionIsNeitherChargedForNorEndsWhatWasEarned() {
        fixtures.put(CouponWay.REPURCHASE, null, 1);
        String next = next(earned());
        String unused = anUnusedCoupon();
        SubmitReturn boxes = asked(13, 0);
        String first = goods.inspected(boxes);
        String second = goods.inspected(asked(0, 9));
        assertThat(returns.find(second).orElseThrow().reversal().charges())
                .extracting(Reversal.Charge::gross)
                .containsExactly(Money.of("10.00"));
        returns.decideRefund(first, false, "not ours", ReturnFixtures.FINANCE);
        assertThat(
                        returns.inspect(
                                new InspectReturn(
                                        first,
                                        List.of(
                                                new InspectReturn.Line(
                                                        boxes.lines().getFirst().batch(),
                                                        Map.of(
                                                                Disposition.BACK_TO_BUYER,
                                                                Quantity.of(13)),
                                                        "not ours")),
                                        ReturnFixtures.INSPECTOR)))
                .isInstanceOf(Returns.ActOutcome.Recorded.class);

        returns.settle(second);

        assertThat(returns.find(second).orElseThrow().reversal().charges()).isEmpty();
        assertThat(earnedCoupons.uses(order))
                .extracting(EarnedCoupons.Use::usedBy)
                .containsExactly(next);
        assertThat(coupons.find(unused).orElseThrow().state()).isEqualTo(CouponState.FREE);
        assertThat(proof.unprovenAccounts()).isEmpty();
    }

    @Test
    void aChargeMeanwhileLeavesWhatWasAskedForOfTheOtherOrderAsItWasShown() {
        String next = next(earned());
        orders.approve(next, 0);
        Map<Integer, Quantity> keep = Map.of(1, Quantity.of(5));
        PartStatement shown = ((Preview.Shown) parts.preview(next, keep)).statement();
        parts.request(
                new CancelPart(next, shown.revision(), keep, "too many", shown.seen(), BUYER));
        long part = parts.ofOrder(next).getFirst().id();

        comesBack(13, 9);

        assertThat(parts.start(part)).isInstanceOf(PartCancellations.Start.Granted.class);
        parts.carryOut(part);
        assertThat(parts.ofOrder(next).getFirst().state()).isEqualTo(PartCancellations.State.DONE);
        assertThat(balance()).isEqualTo(Money.of("38.85"));
        assertThat(proof.unprovenAccounts()).isEmpty();
    }

    @Test
    void ofAnOrderFromBeforeSharesWereKeptACouponTookItsPartOfWhatWasTakenOffTheGoods() {
        rules.off("150.00", "20.00", one);
        String earned = earned();
        String next = next(earned);
        assertThat(orders.order(next).orElseThrow().discount()).isEqualTo(Money.of("30.00"));

        jdbc.sql(
                        """
                        UPDATE sales_order_benefit SET shares = '{}'
                        WHERE order_id = (SELECT id FROM sales_order WHERE number = ?)
                        """)
                .param(next)
                .update();

        EarnedCoupons.Use use = new EarnedCoupons.Use(earned, order, next);
        assertThat(earnedCoupons.takenOff(use, Map.of(1, Quantity.of(15))))
                .isEqualTo(Money.of("7.50"));
        assertThat(earnedCoupons.takenOff(use, Map.of(1, Quantity.of(20))))
                .isEqualTo(Money.of("10.00"));
        assertThat(earnedCoupons.takenOff(use, Map.of())).isEqualTo(Money.ZERO);
    }

    @Test
    void goodsThatOthersReplaceLeaveTheEarnedCoupon() {
        String earned = earned();

        comesBack(asked(13, 9, ReturnWish.EXCHANGE));
        assertThat(returns.placeExchange(last)).isPresent();

        assertThat(coupons.find(earned).orElseThrow().state()).isEqualTo(CouponState.FREE);
    }

    private String earned() {
        fixtures.put(CouponWay.REPURCHASE, null, 1);
        orders.complete(order);
        return anUnusedCoupon();
    }

    private String anUnusedCoupon() {
        return coupons.ofCompany(customer, CouponState.FREE, PageRequest.first(10))
                .items()
                .getFirst()
                .number();
    }

    private Money credited(String order) {
        return returns.ofOrder(order).stream()
                .map(ReturnOfOrder::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    @RepeatedTest(20)
    void howeverItIsCutWhatWasPaidAddsUp(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long[] left = SOLD.clone();
        Money back = Money.ZERO;
        Money net = Money.ZERO;
        while (left[0] + left[1] > 0) {
            long ofOne = random.nextLong(left[0] + 1);
            long ofOther = ofOne == 0 && left[1] > 0 ? 1 + random.nextLong(left[1]) : 0;
            if (ofOne + ofOther == 0) {
                continue;
            }
            Money before = back;
            Reversal reversal = comesBack(ofOne, ofOther);
            left[0] -= ofOne;
            left[1] -= ofOther;
            back = back.plus(reversal.gross());
            net = net.plus(reversal.net());

            assertThat(reversal.gross().isNegative()).isFalse();
            assertThat(reversal.net().isNegative()).isFalse();
            assertThat(reversal.tax().isNegative()).isFalse();
            assertThat(reversal.net().plus(reversal.tax())).isEqualTo(reversal.gross());
            assertThat(balance()).isEqualTo(PAID.minus(back));
            Money worth =
                    orders.keeping(order, Map.of(1, Quantity.of(left[0]), 2, Quantity.of(left[1])))
                            .total();
            Money due = PAID.minus(worth);
            Money most = due.compareTo(before) < 0 ? before : due;
            assertThat(back).as("what stays has its price").isLessThanOrEqualTo(most);
        }
        assertThat(back).isEqualTo(PAID);
        assertThat(net).isEqualTo(orders.order(order).orElseThrow().net());
        assertThat(coupons.find(coupon).orElseThrow().state()).isEqualTo(CouponState.FREE);
        assertThat(receivables.unproven()).doesNotContain(customer);
    }

    private Reversal comesBack(long ofOne, long ofOther) {
        return comesBack(asked(ofOne, ofOther));
    }

    private Reversal comesBack(SubmitReturn asked) {
        last = goods.settled(asked);
        return returns.find(last).orElseThrow().reversal();
    }

    private SubmitReturn asked(long ofOne, long ofOther) {
        return asked(ofOne, ofOther, ReturnWish.REFUND);
    }

    private SubmitReturn asked(long ofOne, long ofOther, ReturnWish wish) {
        return goods.of(customer, order, wish, ofOne, ofOther);
    }

    private static ReportShipment.Batch batch(int line, ProductId product, long quantity) {
        return new ReportShipment.Batch(
                line + 1, product, "B20261", LocalDate.of(2028, 6, 30), Quantity.of(quantity));
    }

    private Money balance() {
        return receivables.position(customer).balance();
    }
}
