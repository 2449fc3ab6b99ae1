package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.Coupons;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.FlashFixtures;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.points.Points;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.promotion.Budgets;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.ProvenLedger;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.StockEquation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Any order with a promotion under limits, a flash sale, a coupon, points and prepaid money or
 * credit: cancelled and ordered again it costs the same, and leaves behind what one order does.
 */
class CancelledOrdersTest extends OrderTest {
    @Autowired PromotionFixtures rules;
    @Autowired Budgets budgets;
    @Autowired FlashFixtures flash;
    @Autowired FlashSales sales;
    @Autowired CouponFixtures couponFixtures;
    @Autowired Coupons coupons;
    @Autowired PointsFixtures pointsFixtures;
    @Autowired Points points;
    @Autowired PrepaidFixtures prepaidFixtures;
    @Autowired PrepaidAccounts prepaid;
    @Autowired PartCancellations parts;
    @Autowired List<ProvenLedger> ledgers;

    private List<ProductId> goods;
    private Rule rule;
    private SaleView sale;
    private String coupon;

    @BeforeEach
    void everythingThatTakesSomethingOff() {
        goods = List.of(trade.anOtcProduct("7.30", 500), trade.anOtcProduct("10.01", 500));
        ProductId hot = trade.anOtcProduct("10.00", 500);
        rule =
                rules.limited(
                        new Limits(Money.of("25.00"), 5, 2),
                        PromotionFixtures.offBenefit("50", "10", goods.toArray(ProductId[]::new)));
        sale = flash.running(hot, "6.00", 40, 10);
        goods = List.of(goods.get(0), goods.get(1), hot);
        coupon = couponFixtures.aCoupon(customer, "20.00", "5.00");
        pointsFixtures.on();
        pointsFixtures.earned(customer, 5000);
        prepaidFixtures.toppedUp(customer, "200.00", "190.00");
    }

    @AfterEach
    void nothingStaysAndEveryLedgerAddsUp() {
        sales.end(sale.code(), "test over", FlashFixtures.MARKETING);
        pointsFixtures.off();
        assertThat(ledgers).allSatisfy(it -> assertThat(it.unprovenAccounts()).isEmpty());
    }

    @RepeatedTest(20)
    void aCancelledThenRepeatedOrderEndsWhereItBegan(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        SubmitOrder first = any(random);
        boolean approved = random.nextBoolean();
        State before = state();

        OrderView one = ordered(first, approved);
        State ordered = state();
        assertThat(ordered).isNotEqualTo(before);
        orders.cancel(one.number(), "改天再订", DESK);
        assertThat(state()).isEqualTo(before);

        OrderView again = ordered(repeated(first), approved);
        assertThat(again.lines()).usingRecursiveComparison().isEqualTo(one.lines());
        assertThat(again.total()).isEqualTo(one.total());
        assertThat(state()).isEqualTo(ordered);
        orders.cancel(again.number(), "还是不要了", DESK);
        assertThat(state()).isEqualTo(before);
    }

    @RepeatedTest(30)
    void partAfterPartCancelledAndThenTheRestEndsWhereItBegan(RepetitionInfo repetition) {
        Random random = new Random(1000L + repetition.getCurrentRepetition());
        State before = state();
        OrderView whole = ordered(any(random), true);
        State ordered = state();
        OrderView now = whole;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            now = less(now, random);
            assertThat(now.total().compareTo(whole.total())).isLessThanOrEqualTo(0);
            assertThat(now.net().plus(now.tax())).isEqualTo(now.total());
        }
        Money paid = now.payment() == PaymentMethod.CREDIT ? state().owed() : spent(before);
        assertThat(paid).isEqualTo(now.total());
        assertThat(state()).isNotEqualTo(before);
        assertThat(ordered).isNotEqualTo(before);

        orders.cancel(whole.number(), "还是不要了", DESK);

        assertThat(state()).isEqualTo(before);
    }

    private Money spent(State before) {
        return before.prepaid()
                .available()
                .total()
                .minus(prepaid.balance(customer).available().total());
    }

    /** As it is, where less of it would cost more. */
    private OrderView less(OrderView order, Random random) {
        Map<Integer, Quantity> keep = new HashMap<>();
        for (OrderView.Line it : order.lines()) {
            keep.put(
                    it.number(),
                    Quantity.of(random.nextInt(1 + it.quantity().amount().intValue())));
        }
        if (!(parts.preview(order.number(), keep) instanceof PartCancellations.Preview.Shown it)) {
            return order;
        }
        PartCancellations.Outcome asked =
                parts.request(
                        new CancelPart(
                                order.number(),
                                order.revision(),
                                keep,
                                "订多了",
                                it.statement().seen(),
                                BUYER));
        long part = ((PartCancellations.Outcome.Requested) asked).part();
        parts.start(part);
        parts.carryOut(part);
        OrderView now = order(order.number());
        assertThat(now.total()).isEqualTo(it.statement().after());
        assertThat(order.total().minus(now.total())).isEqualTo(it.statement().back());
        return now;
    }

    private SubmitOrder any(Random random) {
        List<SubmitOrder.Line> lines = new ArrayList<>();
        lines.add(line(goods.get(random.nextInt(2)), 4 + random.nextInt(12)));
        for (int more = random.nextInt(3); more > 0; more--) {
            lines.add(line(goods.get(random.nextInt(3)), 1 + random.nextInt(9)));
        }
        return order(
                lines,
                random.nextBoolean() ? PaymentMethod.CREDIT : PaymentMethod.PREPAID,
                random.nextBoolean() ? List.of(coupon) : List.of(),
                100L * random.nextInt(4));
    }

    private SubmitOrder repeated(SubmitOrder order) {
        return order(order.lines(), order.payment(), order.coupons(), order.points());
    }

    private SubmitOrder order(
            List<SubmitOrder.Line> lines, PaymentMethod payment, List<String> with, long used) {
        return new SubmitOrder(
                customer,
                UUID.randomUUID().toString(),
                lines,
                "",
                payment,
                with,
                used,
                null,
                BUYER);
    }

    private OrderView ordered(SubmitOrder order, boolean approved) {
        String number = trade.submitted(order);
        if (approved) {
            orders.approve(number, 0);
        }
        return order(number);
    }

    private State state() {
        return new State(
                goods.stream().map(it -> stock.equation(it)).map(Shelf::of).toList(),
                receivables.position(customer).balance(),
                receivables.position(customer).committed(),
                prepaid.balance(customer),
                points.balance(customer).available(),
                points.balance(customer).held(),
                coupons.find(coupon).orElseThrow().state(),
                budgets.used(rule.code()).orElseGet(() -> new Budgets.Used(Money.ZERO, 0, 0)),
                taken());
    }

    private Quantity taken() {
        Page<FlashSales.Occurrence> all = sales.occurrences(sale.code(), PageRequest.first(1));
        return all.items().getFirst().taken();
    }

    private record Shelf(Quantity holds, Quantity fenced, Quantity sellable) {
        static Shelf of(StockEquation of) {
            return new Shelf(of.holds(), of.fenced(), of.sellable());
        }
    }

    private record State(
            List<Shelf> shelves,
            Money owed,
            Money committed,
            PrepaidAccounts.Balance prepaid,
            long points,
            long pointsHeld,
            CouponState coupon,
            Budgets.Used budget,
            Quantity taken) {}
}
