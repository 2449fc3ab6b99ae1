package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.Coupons;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.PlayedProvider;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.Orders.Sending;
import io.mallhub.order.PartCancellations.Outcome;
import io.mallhub.order.PartCancellations.Part;
import io.mallhub.order.PartCancellations.Preview;
import io.mallhub.order.PartCancellations.Start;
import io.mallhub.order.PartCancellations.State;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.points.Points;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.ProvenLedger;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twenty boxes at 10.00, less 20.00 from 150.00 on, with a cup for every ten of them. */
class PartCancellationTest extends OrderTest {
    @Autowired PartCancellations parts;
    @Autowired Invoices invoices;
    @Autowired PromotionFixtures rules;
    @Autowired Promotions promotions;
    @Autowired CouponFixtures couponFixtures;
    @Autowired Coupons coupons;
    @Autowired PointsFixtures pointsFixtures;
    @Autowired Points points;
    @Autowired PrepaidFixtures prepaidFixtures;
    @Autowired PrepaidAccounts prepaid;
    @Autowired OnlinePayments payments;
    @Autowired OnlineRefunds refunds;
    @Autowired PaymentNotices paymentNotices;
    @Autowired PlayedProvider provider;
    @Autowired List<ProvenLedger> ledgers;
    @Autowired JdbcClient jdbc;
    @Autowired Prices prices;

    private ProductId boxes;
    private ProductId cups;
    private Rule tier;
    private Rule gift;
    private String number = "";

    @BeforeEach
    void goodsAndRules() {
        boxes = trade.anOtcProduct("10.00", 100);
        cups = trade.anOtcProduct("2.50", 100);
        tier = rules.off("150.00", "20.00", boxes);
        gift = rules.gift("10", cups, boxes);
    }

    @AfterEach
    void everyLedgerAddsUp() {
        provider.back();
        promotions.stop(tier.code(), "test is over", PromotionFixtures.MARKETING);
        promotions.stop(gift.code(), "test is over", PromotionFixtures.MARKETING);
        assertThat(ledgers).allSatisfy(it -> assertThat(it.unprovenAccounts()).isEmpty());
        assertThat(payments.unproven()).isEmpty();
    }

    private String accepted() {
        number = trade.accepted(trade.submitted(anOrderOf(customer, line(boxes, 20))));
        return number;
    }

    private PartStatement shown(String number, long keep) {
        return shown(number, Map.of(1, Quantity.of(keep)));
    }

    private PartStatement shown(String number, Map<Integer, Quantity> keep) {
        Preview preview = parts.preview(number, keep);
        if (preview instanceof Preview.Shown shown) {
            return shown.statement();
        }
        throw new AssertionError("Not shown: " + preview);
    }

    private String whyNot(String number, Map<Integer, Quantity> keep) {
        Preview preview = parts.preview(number, keep);
        return preview instanceof Preview.Refused refused ? refused.why() : preview.toString();
    }

    private long requested(String number, long keep) {
        Outcome outcome = request(number, keep, shown(number, keep).seen());
        if (outcome instanceof Outcome.Requested done) {
            return done.part();
        }
        throw new AssertionError("Not requested: " + outcome);
    }

    private Outcome request(String number, long keep, String seen) {
        return request(number, keep, seen, BUYER);
    }

    private Outcome request(String number, long keep, String seen, Actor by) {
        return parts.request(
                new CancelPart(
                        number,
                        order(number).revision(),
                        Map.of(1, Quantity.of(keep)),
                        "订多了",
                        seen,
                        by));
    }

    private void voided(String number) {
        orders.recordVoided(number, List.of("XS-" + number), "void");
    }

    /** As the process does it with an ERP that has the order. */
    private void done(String number, long part) {
        assertThat(parts.start(part)).isInstanceOf(Start.Granted.class);
        voided(number);
        parts.carryOut(part);
    }

    private State state(long part, String number) {
        return parts.ofOrder(number).stream()
                .filter(it -> it.id() == part)
                .map(Part::state)
                .findFirst()
                .orElseThrow();
    }

    /** Twenty at 6.00, from fifteen on; 10.00 below. */
    private void acceptedAtABreak() {
        prices.agree(
                new Prices.Agreement(
                        customer, boxes, Quantity.of(15), UnitPrice.of("6.00"), null, null),
                TradeFixtures.DESK);
        accepted();
        assertThat(order(number).total()).isEqualTo(Money.of("120.00"));
    }

    @Test
    void whatFallsBelowItsQuantityBreakCostsWhatLessCostWhenItWasOrdered() {
        acceptedAtABreak();
        prices.applyBasePrices("erp-test", Map.of(boxes, UnitPrice.of("99.00")));

        PartStatement statement = shown(number, 11);
        done(number, requested(number, 11));

        assertThat(statement.after()).isEqualTo(Money.of("110.00"));
        assertThat(statement.consequences())
                .extracting(PartStatement.Consequence::kind)
                .contains("reversal.price-break");
        OrderView.Line line = order(number).lines().getFirst();
        assertThat(line.price().price()).isEqualTo(UnitPrice.of("10.00"));
        assertThat(line.price().source()).isEqualTo(PriceQuote.Source.BASE);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("110.00"));
    }

    @Test
    void whatStillReachesItsBreakKeepsItsPriceAndNobodyPaysForLess() {
        acceptedAtABreak();

        assertThat(shown(number, 16).after()).isEqualTo(Money.of("96.00"));
        assertThat(whyNot(number, Map.of(1, Quantity.of(13)))).isEqualTo("order-part.costs-more");
    }

    @Test
    void whoAskedThinksBetterOfItUntilTheErpIsSpokenTo() {
        accepted();
        long first = requested(number, 12);

        assertThat(parts.withdraw(number, first, BUYER)).isEmpty();

        assertThat(state(first, number)).isEqualTo(State.WITHDRAWN);
        assertThat(parts.start(first)).isInstanceOf(Start.Over.class);
        assertThat(parts.withdraw(number, first, BUYER)).contains("order-part.over");
        long second = requested(number, 12);
        parts.start(second);
        parts.leave(second);
        assertThat(parts.withdraw(number, second, TradeFixtures.DESK))
                .contains("order-part.under-way");
        done(number, second);
        assertThat(order(number).total()).isEqualTo(Money.of("120.00"));
        assertThat(timeline(number)).contains("order.part-withdrawn");
    }

    @Test
    void whatTheDeskAskedForIsTheDesksToWithdrawAndTheDeskWithdrawsAny() {
        accepted();
        Outcome outcome = request(number, 12, shown(number, 12).seen(), DESK);
        long ofDesk = parts.ofOrder(number).getFirst().id();
        assertThat(outcome).isEqualTo(new Outcome.Requested(ofDesk));

        assertThat(parts.withdraw(number, ofDesk, BUYER)).contains("order-part.of-desk");

        assertThat(state(ofDesk, number)).isEqualTo(State.REQUESTED);
        assertThat(timeline(number)).doesNotContain("order.part-withdrawn");
        assertThat(parts.withdraw(number, ofDesk, DESK)).isEmpty();
        assertThat(parts.withdraw(number, requested(number, 12), DESK)).isEmpty();
    }

    @Test
    void thePreviewSaysWhatStaysCostsAndWhatItNoLongerEarnsAndChangesNothing() {
        accepted();

        PartStatement statement = shown(number, 12);

        assertThat(statement.before()).isEqualTo(Money.of("180.00"));
        assertThat(statement.after()).isEqualTo(Money.of("120.00"));
        assertThat(statement.back()).isEqualTo(Money.of("60.00"));
        assertThat(statement.consequences())
                .extracting(PartStatement.Consequence::kind)
                .containsExactlyInAnyOrder("reversal.promotion", "reversal.gift-gone");
        assertThat(statement.lines().get(1).quantityAfter()).isEqualTo(Quantity.of(1));
        assertThat(order(number).total()).isEqualTo(Money.of("180.00"));
        assertThat(parts.ofOrder(number)).isEmpty();
        assertThat(shown(number, 16).back()).isEqualTo(Money.of("40.00"));
    }

    @Test
    void aPartIsReckonedByTheVersionsThatTheOrderWasMadeUnder() {
        accepted();
        rules.next(tier, PromotionFixtures.offBenefit("10.00", "90.00", boxes));
        rules.published(rules.next(gift, PromotionFixtures.giftBenefit("2", cups, boxes)));

        long part = requested(number, 12);
        rules.published(promotions.draft(tier.code()).orElseThrow().rule());
        done(number, part);

        assertThat(order(number).total()).isEqualTo(Money.of("120.00"));
        assertThat(order(number).lines())
                .extracting(OrderView.Line::quantity)
                .containsExactly(Quantity.of(12), Quantity.of(1));
        assertThat(order(number).benefits())
                .extracting(OrderView.Benefit::rule, OrderView.Benefit::version)
                .containsExactly(tuple(gift.code(), 1));
    }

    @Test
    void anAcceptedOrderShrinksWithAllItHoldsOnceTheErpHasItNoLonger() {
        accepted();
        long part = requested(number, 12);
        assertThat(events.stream(PartCancelRequested.class)).hasSize(1);

        done(number, part);

        OrderView order = order(number);
        assertThat(order.state()).isEqualTo(OrderState.APPROVED);
        assertThat(order.erpState()).isEqualTo(ErpState.NOT_SENT);
        assertThat(order.erpNumber()).isNull();
        assertThat(order.revision()).isEqualTo(1);
        assertThat(order.total()).isEqualTo(Money.of("120.00"));
        assertThat(order.net().plus(order.tax())).isEqualTo(order.total());
        assertThat(order.lines())
                .extracting(OrderView.Line::quantity)
                .containsExactly(Quantity.of(12), Quantity.of(1));
        assertThat(order.benefits())
                .extracting(OrderView.Benefit::rule)
                .containsExactly(gift.code());
        assertThat(stock.equation(boxes).holds()).isEqualTo(Quantity.of(12));
        assertThat(stock.equation(cups).holds()).isEqualTo(Quantity.of(1));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("120.00"));
        assertThat(order.changes().getFirst().what()).isEqualTo("order.part-cancelled");
        assertThat(order.changes().getFirst().by()).isEqualTo(BUYER.name());
        assertThat(timeline(number)).contains("order.part-requested", "order.part-cancelled");
        assertThat(state(part, number)).isEqualTo(State.DONE);
        assertThat(orders.erpNumbersLeft(number)).containsExactly("XS-" + number);
        assertThat(events.stream(OrderReduced.class))
                .containsExactly(new OrderReduced(number, "part-" + part));
        assertThat(told("order-part-cancelled")).isOne();
    }

    @Test
    void theReducedOrderIsSentAnewAcceptedInvoicedAndShippedWholeAsItStands() {
        accepted();
        done(number, requested(number, 12));

        assertThat(orders.startSending(number)).isEqualTo(new Sending.Granted(false));
        orders.recordSent(number, "XS-2", clock.instant());
        orders.recordErpAnswer(number, true, "已审核", clock.instant());

        assertThat(state(number)).isEqualTo(OrderState.ACCEPTED);
        trade.ship(number, "D-1", 12);
        trade.ship(number, "D-2", cups, 1);
        assertThat(state(number)).isEqualTo(OrderState.SHIPPED);
        assertThat(
                        invoices.record(
                                new Invoices.ReportInvoice(
                                        number,
                                        "FP-" + number,
                                        LocalDate.of(2026, 3, 2),
                                        Money.of("120.00"),
                                        "erp-test")))
                .isEqualTo(new Invoices.Outcome.Recorded(true));
    }

    @Test
    void partAfterPartGoesAndTheRestIsCancelledInTheEnd() {
        accepted();
        done(number, requested(number, 16));
        orders.startSending(number);
        orders.recordSent(number, "XS-2", clock.instant());
        long second = requested(number, 10);
        assertThat(parts.start(second)).isInstanceOf(Start.Granted.class);
        orders.recordVoided(number, List.of("XS-2"), "void");
        parts.carryOut(second);
        assertThat(order(number).total()).isEqualTo(Money.of("100.00"));
        assertThat(orders.erpNumbersLeft(number)).containsExactlyInAnyOrder("XS-" + number, "XS-2");

        orders.cancel(number, "不要了", DESK);

        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
        assertThat(stock.equation(boxes).holds()).isEqualTo(Quantity.ZERO);
        assertThat(stock.equation(cups).holds()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void whatTheErpsFiguresContainedIsHeldAgainBeforeTheErpForgetsIt() {
        accepted();
        trade.restock(boxes, 80);
        assertThat(stock.equation(boxes).holds()).isEqualTo(Quantity.ZERO);
        long part = requested(number, 12);

        assertThat(parts.start(part)).isInstanceOf(Start.Granted.class);

        assertThat(stock.equation(boxes).holds()).isEqualTo(Quantity.of(20));
        voided(number);
        clock.advance(Duration.ofSeconds(1));
        trade.restock(boxes, 100);
        assertThat(stock.equation(boxes).sellable()).isEqualTo(Quantity.of(80));
        parts.carryOut(part);
        assertThat(stock.equation(boxes).sellable()).isEqualTo(Quantity.of(88));
    }

    @Test
    void tooLateIsTheErpsWordAndChangesNothing() {
        accepted();
        long part = requested(number, 12);
        assertThat(parts.start(part)).isInstanceOf(Start.Granted.class);

        parts.tooLate(part, "已出库");
        parts.tooLate(part, "已出库");

        assertThat(order(number).total()).isEqualTo(Money.of("180.00"));
        assertThat(order(number).erpNumber()).isEqualTo("XS-" + number);
        assertThat(state(part, number)).isEqualTo(State.TOO_LATE);
        assertThat(told("order-part-too-late")).isEqualTo(2);
        assertThat(parts.start(part)).isEqualTo(new Start.Over());
        clock.advance(Duration.ofSeconds(1));
        trade.restock(boxes, 80);
        assertThat(stock.equation(boxes).holds()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aDeliveryThatIsQuickerMakesItTooLate() {
        accepted();
        long part = requested(number, 12);
        trade.ship(number, "D-1", 5);

        assertThat(parts.start(part)).isEqualTo(new Start.Over());

        assertThat(state(part, number)).isEqualTo(State.TOO_LATE);
        assertThat(whyNot(number, Map.of(1, Quantity.of(12)))).isEqualTo("order-part.shipped");
    }

    @Test
    void nothingIsSentWhileItIsMadeVoidAndNothingIsMadeVoidWhileItIsSent() {
        number = trade.anApprovedOrder(customer);
        long part = requested(number, 5);
        orders.startSending(number);
        assertThat(parts.start(part)).isInstanceOf(Start.InFlight.class);
        orders.recordNotSent(number, "refused");

        assertThat(parts.start(part)).isInstanceOf(Start.Granted.class);

        assertThat(parts.start(part)).isInstanceOf(Start.InFlight.class);
        assertThat(orders.startSending(number)).isInstanceOf(Sending.InFlight.class);
        parts.leave(part);
        assertThat(orders.startSending(number)).isInstanceOf(Sending.Granted.class);
        assertThatThrownBy(() -> parts.carryOut(part)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRepeatedJobDoesNothingMoreAndSparesWhatWasSentAnew() {
        accepted();
        long part = requested(number, 12);
        assertThat(parts.start(part)).isInstanceOf(Start.Granted.class);
        voided(number);
        // a crash between void and shrink: the job comes again
        assertThat(parts.start(part)).isInstanceOf(Start.Granted.class);
        parts.carryOut(part);
        parts.carryOut(part);
        orders.startSending(number);
        orders.recordSent(number, "XS-2", clock.instant());

        assertThat(parts.start(part)).isEqualTo(new Start.Over());
        parts.carryOut(part);
        parts.tooLate(part, "x");

        assertThat(order(number).erpNumber()).isEqualTo("XS-2");
        assertThat(order(number).revision()).isEqualTo(1);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("120.00"));
    }

    @Test
    void theWholeOrderCancelledMeanwhileOvertakesIt() {
        accepted();
        long part = requested(number, 12);
        assertThat(parts.start(part)).isInstanceOf(Start.Granted.class);
        voided(number);
        orders.cancel(number, "全不要了", DESK);

        parts.carryOut(part);

        assertThat(state(part, number)).isEqualTo(State.OVERTAKEN);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
        assertThat(stock.equation(boxes).holds()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void anOrderThatIsAnotherOneMeanwhileIsSentAnewWhole() {
        accepted();
        long part = requested(number, 12);
        assertThat(parts.start(part)).isInstanceOf(Start.Granted.class);
        trade.categorised(cups, RegulatoryCategory.NARCOTIC);
        assertThat(orders.recheckLicences(number, "shipping")).isEmpty();
        voided(number);

        parts.carryOut(part);

        assertThat(state(part, number)).isEqualTo(State.OUTDATED);
        assertThat(order(number).lines().getFirst().quantity()).isEqualTo(Quantity.of(20));
        assertThat(order(number).erpState()).isEqualTo(ErpState.NOT_SENT);
        assertThat(events.stream(OrderReduced.class)).hasSize(1);
        assertThat(stock.equation(boxes).holds()).isEqualTo(Quantity.of(20));
        assertThat(told("order-part-outdated")).isEqualTo(2);
    }

    @Test
    void whatWasNotShownIsNotDoneAndOneWaitsAtATime() {
        accepted();
        String seen = shown(number, 12).seen();
        assertThat(request(number, 13, seen)).isInstanceOf(Outcome.Changed.class);
        assertThat(parts.ofOrder(number)).isEmpty();

        assertThat(request(number, 12, seen)).isInstanceOf(Outcome.Requested.class);

        assertThat(request(number, 12, seen))
                .isEqualTo(new Outcome.Refused("order-part.waiting", ""));
    }

    @Test
    void eachThingThatCannotBeHasItsWords() {
        String placed = trade.submitted(anOrderOf(customer, line(boxes, 20)));
        Map<Integer, Quantity> less = Map.of(1, Quantity.of(5));
        assertThat(whyNot(placed, less)).isEqualTo("order-part.in-approval");
        orders.approve(placed, 0);
        assertThat(whyNot(placed, Map.of())).isEqualTo("order-part.nothing");
        assertThat(whyNot(placed, Map.of(1, Quantity.ZERO))).isEqualTo("order-part.all");
        assertThat(whyNot(placed, Map.of(1, Quantity.of(21)))).isEqualTo("order-part.more");
        assertThat(whyNot(placed, Map.of(2, Quantity.of(1)))).isEqualTo("order-part.gift-line");
        assertThat(whyNot(placed, Map.of(3, Quantity.of(1)))).isEqualTo("order-part.unknown-line");
        // 14 boxes miss the threshold, 15 reach it: one more would cost less
        assertThat(shown(placed, 14).after()).isEqualTo(Money.of("140.00"));
        orders.cancel(placed, "不要了", DESK);
        assertThat(whyNot(placed, less)).isEqualTo("order-part.ended");
    }

    @Test
    void lessThatWouldCostMoreThanAllIsRefused() {
        number = trade.submitted(anOrderOf(customer, line(boxes, 15)));
        orders.approve(number, 0);

        assertThat(parts.preview(number, Map.of(1, Quantity.of(14))))
                .isEqualTo(new Preview.Refused("order-part.costs-more", "140.00 > 130.00"));
        assertThat(shown(number, 13).back()).isEqualTo(Money.ZERO);
    }

    @Test
    void prepaidMoneyGoesBackAsItCameAndACouponThatNoLongerServesIsFree() {
        prepaidFixtures.toppedUp(customer, "100.00", "100.00");
        String coupon = couponFixtures.aCoupon(customer, "100.00", "30.00");
        PrepaidAccounts.Balance before = prepaid.balance(customer);
        number = paidBy(PaymentMethod.PREPAID, List.of(coupon), 0);
        assertThat(order(number).total()).isEqualTo(Money.of("150.00"));

        PartStatement statement = shown(number, 9);
        assertThat(statement.after()).isEqualTo(Money.of("90.00"));
        assertThat(Objects.requireNonNull(statement.prepaid()).total())
                .isEqualTo(Money.of("60.00"));
        assertThat(statement.consequences())
                .extracting(PartStatement.Consequence::kind)
                .contains("reversal.coupon");
        long part = requested(number, 9);
        parts.start(part);
        parts.carryOut(part);

        assertThat(coupons.find(coupon).orElseThrow().state()).isEqualTo(CouponState.FREE);
        PrepaidAccounts.Balance after = prepaid.balance(customer);
        assertThat(before.available().minus(after.available()).total())
                .isEqualTo(Money.of("90.00"));
        orders.cancel(number, "不要了", DESK);
        assertThat(prepaid.balance(customer)).isEqualTo(before);
    }

    @Test
    void pointsGoBackWithTheGoodsTheyPaidFor() {
        pointsFixtures.on();
        pointsFixtures.earned(customer, 5000);
        long before = points.balance(customer).available();
        number = paidBy(PaymentMethod.CREDIT, List.of(), 1000);
        long used = before - points.balance(customer).available();
        assertThat(used).isEqualTo(1000);

        PartStatement statement = shown(number, 10);
        long part = requested(number, 10);
        parts.start(part);
        parts.carryOut(part);

        assertThat(statement.points()).isEqualTo(500);
        assertThat(points.balance(customer).available()).isEqualTo(before - 500);
        assertThat(order(number).points()).isEqualTo(500);
        orders.cancel(number, "不要了", DESK);
        assertThat(points.balance(customer).available()).isEqualTo(before);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
        pointsFixtures.off();
    }

    @Test
    void whatWasPaidOnlineIsAskedBackAndWhatIsNotPaidIsNoPart() {
        number = paidBy(PaymentMethod.ONLINE, List.of(), 0);
        assertThat(whyNot(number, Map.of(1, Quantity.of(12)))).isEqualTo("order-part.unpaid");
        String payment = payments.ofOrder(number).orElseThrow().number();
        paymentNotices.receive(provider.paid(payment, "180.00"));
        long part = requested(number, 12);
        parts.start(part);

        parts.carryOut(part);

        assertThat(refunds.ofPayment(payment))
                .extracting(it -> it.amount())
                .containsExactly(Money.of("60.00"));
        assertThat(orders.startSending(number)).isInstanceOf(Sending.Granted.class);
        orders.recordNotSent(number, "refused");
        orders.cancel(number, "不要了", DESK);
        assertThat(refunds.ofPayment(payment))
                .extracting(it -> it.amount())
                .containsExactly(Money.of("60.00"), Money.of("120.00"));
    }

    private String paidBy(PaymentMethod payment, List<String> with, long used) {
        String number =
                trade.submitted(
                        new SubmitOrder(
                                customer,
                                UUID.randomUUID().toString(),
                                List.of(line(boxes, 20)),
                                "",
                                payment,
                                with,
                                used,
                                null,
                                BUYER));
        orders.approve(number, 0);
        return number;
    }

    private long told(String template) {
        return jdbc.sql("SELECT count(*) FROM notice WHERE template = ? AND link LIKE ?")
                .param(template)
                .param("%/orders/" + number)
                .query(Long.class)
                .single();
    }
}
