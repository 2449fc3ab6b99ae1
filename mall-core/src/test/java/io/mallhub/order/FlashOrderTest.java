package io.mallhub.order;

import static io.mallhub.fixture.FlashFixtures.MARKETING;
import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.FlashFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.FlashSales.Occurrence;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.flash.SaleState;
import io.mallhub.order.Carts.CartLine;
import io.mallhub.order.Carts.CartView;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.order.SubmitOutcome.Submitted;
import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.ProvenLedger;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A prescription drug at 10.00, 100 boxes in stock, 40 of them at 6.00 and 10 a company. */
class FlashOrderTest extends OrderTest {
    @Autowired FlashFixtures flash;
    @Autowired FlashSales sales;
    @Autowired PromotionFixtures promotions;
    @Autowired Promotions rules;
    @Autowired Carts carts;
    @Autowired PriceLists lists;
    @Autowired JdbcClient jdbc;
    @Autowired List<ProvenLedger> ledgers;

    private ProductId product;
    private SaleView sale;

    @BeforeEach
    void aSale() {
        product = trade.aProduct("10.00", 100);
        sale = flash.running(product, "6.00", 40, 10);
    }

    @AfterEach
    void nothingStaysLive() {
        sales.page(SaleState.LIVE, PageRequest.first(200))
                .items()
                .forEach(it -> sales.end(it.code(), "test over", MARKETING));
    }

    @Test
    void anOrderTakesFromTheQuotaHoldsItOnceAndKeepsWhichOccurrenceItTookFrom() {
        String number = trade.submitted(anOrderOf(customer, line(product, 4), line(product, 3)));

        OrderView order = order(number);
        assertThat(order.total()).isEqualTo(Money.of("42.00"));
        assertThat(order.lines()).extracting(it -> it.price().source()).containsOnly(Source.FLASH);
        assertThat(occurrence().taken()).isEqualTo(Quantity.of(7));
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.of(7));
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(33));
        assertThat(stock.equation(product).sellable()).isEqualTo(Quantity.of(60));
        assertThat(
                        jdbc.sql(
                                        "SELECT l.flash FROM sales_order_line l JOIN sales_order o"
                                                + " ON o.id = l.order_id WHERE o.number = ?")
                                .param(number)
                                .query(UUID.class)
                                .list())
                .containsExactly(occurrence().id(), occurrence().id());
    }

    @Test
    void theSameOrderAgainTakesNothingMore() {
        SubmitOrder command = anOrderOf(customer, line(product, 4));

        trade.submitted(command);
        assertThat(((Submitted) orders.submit(command)).repeated()).isTrue();

        assertThat(occurrence().taken()).isEqualTo(Quantity.of(4));
    }

    @Test
    void beyondTheLimitOfTheCompanyItIsTheOrdinaryPriceOutOfTheOrdinaryStock() {
        trade.submitted(anOrderOf(customer, line(product, 8)));

        OrderView order = order(trade.submitted(anOrderOf(customer, line(product, 3))));

        assertThat(order.total()).isEqualTo(Money.of("30.00"));
        assertThat(order.lines().getFirst().price().source()).isEqualTo(Source.BASE);
        assertThat(occurrence().taken()).isEqualTo(Quantity.of(8));
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(32));
        assertThat(stock.equation(product).sellable()).isEqualTo(Quantity.of(57));
    }

    @Test
    void whatIsSetAsideCannotBeBoughtAtTheOrdinaryPrice() {
        assertThat(problems(orders.submit(anOrderOf(customer, line(product, 61)))))
                .containsExactly(new LineProblem(0, product, "stock.short", "61 > 60"));
    }

    @Test
    void theCartShowsThePriceAndWhoComesTooLateIsToldThatItHasChanged() {
        CartView seen = quote(5);
        assertThat(seen.lines().getFirst())
                .extracting(CartLine::amount, CartLine::problems)
                .containsExactly(Money.of("30.00"), List.of());

        sales.pause(sale.code(), "sold elsewhere", MARKETING);

        SubmitOrder late =
                new SubmitOrder(
                        customer,
                        UUID.randomUUID().toString(),
                        List.of(line(product, 5)),
                        "",
                        PaymentMethod.CREDIT,
                        List.of(),
                        0,
                        null,
                        seen.seen(),
                        BUYER);
        assertThat(problems(orders.submit(late)))
                .containsExactly(new LineProblem(-1, null, "order.changed-since-seen", "50.00"));
    }

    @Test
    void theWholeQuotaCanBeBoughtThoughNothingElseIsSellable() {
        trade.restock(product, 40);
        assertThat(stock.equation(product).sellable()).isEqualTo(Quantity.ZERO);

        assertThat(quote(5).lines().getFirst().problems()).isEmpty();
        assertThat(order(trade.submitted(anOrderOf(customer, line(product, 5)))).total())
                .isEqualTo(Money.of("30.00"));
    }

    @Test
    void goodsThatTheErpHasNoMoreAreNotSoldHoweverMuchIsSetAside() {
        trade.restock(product, 3);

        assertThat(problems(orders.submit(anOrderOf(customer, line(product, 5)))))
                .containsExactly(new LineProblem(0, product, "stock.short", "5 > 3"));
        assertThat(occurrence().taken()).isEqualTo(Quantity.ZERO);
        assertThat(order(trade.submitted(anOrderOf(customer, line(product, 3)))).total())
                .isEqualTo(Money.of("18.00"));
    }

    @Test
    void aCancelledOrderGivesItsUnitsBackWhileTheSaleRuns() {
        String number = trade.submitted(anOrderOf(customer, line(product, 7)));

        orders.cancel(number, "not wanted", DESK);

        assertThat(occurrence().taken()).isEqualTo(Quantity.ZERO);
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(40));
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.ZERO);
        assertThat(quote(10).lines().getFirst().price())
                .extracting(PriceQuote::source)
                .isEqualTo(Source.FLASH);
    }

    @Test
    void anOrderThatIsCancelledWhileTheSaleIsPausedGivesItsUnitsBackForWhenItGoesOn() {
        String number = trade.submitted(anOrderOf(customer, line(product, 10)));
        sales.pause(sale.code(), "checking", MARKETING);

        orders.cancel(number, "not wanted", DESK);
        flash.publish(sales.find(sale.code()).orElseThrow());

        assertThat(occurrence().taken()).isEqualTo(Quantity.ZERO);
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(40));
        assertThat(quote(10).lines().getFirst().price())
                .extracting(PriceQuote::source)
                .isEqualTo(Source.FLASH);
    }

    @Test
    void whereASpecialPriceIsLowerTheSaleMakesNothingDearer() {
        PriceList.Terms terms =
                new PriceList.Terms(
                        "特价",
                        PriceList.Audience.EVERYONE,
                        MallTime.today(clock),
                        MallTime.today(clock));
        PriceList.Key list = done(lists.open(terms, DESK)).key();
        lists.putRows(
                list,
                List.of(new PriceList.Row(product, Quantity.of(5), UnitPrice.of("5.50"))),
                true,
                DESK);
        int seen = lists.find(list).orElseThrow().edit();
        done(lists.publish(list, seen, "测试", DESK));

        String number = trade.submitted(anOrderOf(customer, line(product, 5)));

        assertThat(order(number).total()).isEqualTo(Money.of("27.50"));
        assertThat(occurrence().taken()).isEqualTo(Quantity.ZERO);
        assertThat(order(trade.submitted(anOrderOf(customer, line(product, 4)))).total())
                .isEqualTo(Money.of("24.00"));
    }

    private static PriceList done(PriceLists.Outcome outcome) {
        if (outcome instanceof PriceLists.Outcome.Done done) {
            return done.list();
        }
        throw new AssertionError("Refused: " + outcome);
    }

    @Test
    void aRejectedOrderOfASaleThatIsOverGivesItsGoodsToTheStockAndLeavesTheFigures() {
        String number = trade.submitted(anOrderOf(customer, line(product, 7)));
        clock.set("2026-11-24T13:00:00");
        sales.turn(100);

        orders.reject(number, "no credit", DESK);

        assertThat(occurrence().taken()).isEqualTo(Quantity.of(7));
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.ZERO);
        assertThat(stock.equation(product).sellable()).isEqualTo(Quantity.of(100));
    }

    @Test
    void aChangeThatTakesLessKeepsThePriceAndGivesTheRestBackAndOneThatTakesMoreIsRefused() {
        String number = trade.submitted(anOrderOf(customer, line(product, 7)));
        orders.recordStops(number, 0, List.of(new OrderView.Stop("sales", "large", "1")));

        assertThat(change(number, 0, 8))
                .isEqualTo(
                        new ChangeOutcome.Refused(
                                List.of(
                                        new LineProblem(
                                                0, product, "flash-sale.no-more", "8 > 7"))));
        assertThat(change(number, 0, 4)).isInstanceOf(ChangeOutcome.Changed.class);

        OrderView order = order(number);
        assertThat(order.total()).isEqualTo(Money.of("24.00"));
        assertThat(order.lines().getFirst().price().source()).isEqualTo(Source.FLASH);
        assertThat(occurrence().taken()).isEqualTo(Quantity.of(4));
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.of(4));
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(36));
    }

    @Test
    void aGiftOfTheSameProductHoldsNothingOfTheSaleWhenTheOrderIsChanged() {
        trade.categorised(product, RegulatoryCategory.OTC_B);
        Rule rule = promotions.gift("3", product, product);
        try {
            String number = trade.submitted(anOrderOf(customer, line(product, 7)));
            assertThat(stock.equation(product).holds()).isEqualTo(Quantity.of(9));
            assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(33));
            orders.recordStops(number, 0, List.of(new OrderView.Stop("sales", "large", "1")));

            assertThat(change(number, 0, 4)).isInstanceOf(ChangeOutcome.Changed.class);

            assertThat(order(number).lines())
                    .extracting(OrderView.Line::quantity)
                    .containsExactly(Quantity.of(4), Quantity.of(1));
            assertThat(stock.equation(product).holds()).isEqualTo(Quantity.of(5));
            assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(36));
            assertThat(stock.equation(product).sellable()).isEqualTo(Quantity.of(59));
            orders.cancel(number, "not wanted", DESK);
            assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(40));
        } finally {
            rules.stop(rule.code(), "test is over", MARKETING);
        }
    }

    @Test
    void anOrderChangedAfterTheSaleKeepsThePriceItWasMadeAt() {
        String number = trade.submitted(anOrderOf(customer, line(product, 7)));
        orders.recordStops(number, 0, List.of(new OrderView.Stop("sales", "large", "1")));
        clock.set("2026-11-24T14:00:00");
        sales.turn(100);

        change(number, 0, 2);

        assertThat(order(number).total()).isEqualTo(Money.of("12.00"));
        assertThat(occurrence().taken()).isEqualTo(Quantity.of(7));
        assertThat(stock.equation(product).sellable()).isEqualTo(Quantity.of(98));
    }

    @Test
    void anOrdinaryOrderThatIsChangedWhileASaleRunsTakesNothingFromIt() {
        ProductId other = trade.aProduct("10.00", 100);
        String number = trade.submitted(anOrderOf(customer, line(other, 7)));
        orders.recordStops(number, 0, List.of(new OrderView.Stop("sales", "large", "1")));
        SaleView late = flash.running(other, "6.00", 40, null);

        change(number, 0, 5);

        assertThat(order(number).total()).isEqualTo(Money.of("50.00"));
        assertThat(occurrence(late).taken()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void ofTwoHundredBuyersAtOnceTheQuotaServesAsManyAsItHasUnitsForAndNoUnitIsLost()
            throws Exception {
        ProductId hot = trade.aProduct("10.00", 150);
        SaleView run = flash.running(hot, "6.00", 100, 1);
        List<CustomerId> buyers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            buyers.add(i < 20 ? aBuyer() : buyers.get(i % 20));
        }
        flash(run, hot, buyers, 20);
    }

    @Test
    void ofTwoHundredCompaniesAtOnceAHundredGetTheHundredUnits() throws Exception {
        ProductId hot = trade.aProduct("10.00", 100);
        SaleView run = flash.running(hot, "6.00", 100, 1);
        List<CustomerId> buyers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            buyers.add(aBuyer());
        }
        flash(run, hot, buyers, 100);
        assertThat(stock.equation(hot).sellable()).isEqualTo(Quantity.ZERO);
        assertThat(stock.equation(hot).fenced()).isEqualTo(Quantity.ZERO);
    }

    private CustomerId aBuyer() {
        CustomerId buyer = customers.anActiveCustomer().id();
        trade.giveCredit(buyer, "1000.00");
        return buyer;
    }

    private void flash(SaleView run, ProductId hot, List<CustomerId> buyers, int expected)
            throws Exception {
        long start = System.nanoTime();
        List<SubmitOutcome> outcomes =
                AtOnce.run(200, i -> orders.submit(anOrderOf(buyers.get(i), line(hot, 1))));
        long millis = (System.nanoTime() - start) / 1_000_000;

        List<OrderView> placed =
                outcomes.stream()
                        .filter(Submitted.class::isInstance)
                        .map(it -> order(((Submitted) it).orderNumber()))
                        .toList();
        long atFlash =
                placed.stream()
                        .filter(it -> it.lines().getFirst().price().source() == Source.FLASH)
                        .count();
        Occurrence occurrence = occurrence(run);
        System.out.printf(
                "200 buyers at once, %d companies, quota %s: %d at the flash price, %d at the"
                        + " ordinary price, %d refused; taken %s, left %s; %d ms%n",
                buyers.stream().distinct().count(),
                occurrence.quota(),
                atFlash,
                placed.size() - atFlash,
                outcomes.size() - placed.size(),
                occurrence.taken(),
                occurrence.left(),
                millis);
        assertThat(atFlash).isEqualTo(expected);
        assertThat(occurrence.taken()).isEqualTo(Quantity.of(expected));
        assertThat(stock.equation(hot).holds()).isEqualTo(Quantity.of(placed.size()));
        assertThat(occurrence.taken().plus(stock.equation(hot).fenced()))
                .isEqualTo(occurrence.quota());
        assertThat(
                        ledgers.stream()
                                .filter(it -> it.name().equals("flash-sales"))
                                .findFirst()
                                .orElseThrow()
                                .unprovenAccounts())
                .isEmpty();
    }

    private CartView quote(int quantity) {
        return carts.quote(
                customer,
                List.of(line(product, quantity)),
                Channel.WEB,
                PaymentMethod.CREDIT,
                List.of(),
                0);
    }

    private ChangeOutcome change(String number, int revision, int quantity) {
        return orders.change(
                new ChangeOrder(
                        number,
                        revision,
                        List.of(new ChangeOrder.Line(1, Quantity.of(quantity))),
                        "by phone",
                        DESK));
    }

    private static @Nullable List<LineProblem> problems(SubmitOutcome outcome) {
        return outcome instanceof SubmitOutcome.Refused refused ? refused.problems() : null;
    }

    private Occurrence occurrence() {
        return occurrence(sale);
    }

    private Occurrence occurrence(SaleView of) {
        return sales.occurrences(of.code(), PageRequest.first(9)).items().getFirst();
    }
}
