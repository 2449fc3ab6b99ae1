package io.mallhub.flash;

import static io.mallhub.fixture.FlashFixtures.MARKETING;
import static io.mallhub.fixture.FlashFixtures.mondays;
import static io.mallhub.fixture.FlashFixtures.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.FlashFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.flash.FlashQuotas.TakeOutcome;
import io.mallhub.flash.FlashQuotas.Wanted;
import io.mallhub.flash.FlashSales.Occurrence;
import io.mallhub.flash.FlashSales.Offer;
import io.mallhub.flash.FlashSales.PutOutcome;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.flash.FlashSales.StepOutcome;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.ProvenLedger;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Step;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.Viewer;
import io.mallhub.stock.Stock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sales of a product at 10.00 with 100 boxes in stock; it is Tuesday, ten in the morning. */
@MallTest
class FlashSalesTest {
    @Autowired FlashSales sales;
    @Autowired FlashQuotas quotas;
    @Autowired FlashFixtures flash;
    @Autowired TradeFixtures trade;
    @Autowired Stock stock;
    @Autowired Prices prices;
    @Autowired MutableClock clock;
    @Autowired List<ProvenLedger> ledgers;
    @Autowired JdbcClient jdbc;

    private final CustomerId company = new CustomerId(UUID.randomUUID());
    private ProductId product;

    @BeforeEach
    void goods() {
        product = trade.aProduct("10.00", 100);
    }

    @AfterEach
    void nothingStaysLive() {
        clock.reset();
        sales.page(SaleState.LIVE, PageRequest.first(200))
                .items()
                .forEach(it -> sales.end(it.code(), "test over", MARKETING));
    }

    @Test
    void aDraftSellsNothingAndSetsNothingAside() {
        flash.draft(product, "6.00", 40, null, once("2026-11-24T09:00", "2026-11-24T13:00"));

        sales.turn(100);

        assertThat(quote(1).source()).isEqualTo(Source.BASE);
        assertThat(sellable()).isEqualTo(Quantity.of(100));
    }

    @Test
    void aRunningSaleHasItsPriceAndItsQuotaIsNoPartOfWhatOthersCanBuy() {
        flash.running(product, "6.00", 40, 5);

        assertThat(quote(5))
                .extracting(PriceQuote::price, PriceQuote::source, PriceQuote::basePrice)
                .containsExactly(UnitPrice.of("6.00"), Source.FLASH, UnitPrice.of("10.00"));
        assertThat(quote(6).source()).isEqualTo(Source.BASE);
        assertThat(sellable()).isEqualTo(Quantity.of(60));
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(40));
    }

    @Test
    void listsOfTheCustomerComeBeforeTheSaleWhateverTheyCost() {
        flash.running(product, "6.00", 40, null);

        prices.setRegionPrice(
                new Prices.RegionPrice(
                        "310000", product, Quantity.of(1), UnitPrice.of("9.00"), null, null),
                MARKETING);

        assertThat(quote(1).source()).isEqualTo(Source.FLASH);
        assertThat(source(prices.quote(viewer("310000"), one()))).isEqualTo(Source.REGION);
        assertThat(source(prices.quoteWithoutSales(viewer(""), one()))).isEqualTo(Source.BASE);
    }

    @Test
    void aWeeklySaleIsSetAsideADayBeforeOpensClosesAndGoesOnToTheNextWeek() {
        SaleView sale = flash.onMondays(product, "6.00", 40, null);
        assertThat(sellable()).isEqualTo(Quantity.of(100));

        clock.set("2026-11-29T19:59:59");
        sales.turn(100);
        assertThat(sellable()).isEqualTo(Quantity.of(100));

        clock.set("2026-11-29T20:00:00");
        sales.turn(100);
        assertThat(sellable()).isEqualTo(Quantity.of(60));
        assertThat(quote(1).source()).isEqualTo(Source.BASE);

        clock.set("2026-11-30T20:00:00");
        assertThat(quote(1).source()).isEqualTo(Source.FLASH);
        clock.set("2026-11-30T21:59:59");
        assertThat(quote(1).source()).isEqualTo(Source.FLASH);
        taken(3);

        clock.set("2026-11-30T22:00:00");
        assertThat(quote(1).source()).isEqualTo(Source.BASE);
        sales.turn(100);
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.ZERO);
        assertThat(current(sale).opens()).isEqualTo(FlashFixtures.shanghai("2026-12-07T20:00"));
        assertThat(occurrences(sale))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.closed()).isTrue();
                            assertThat(it.taken()).isEqualTo(Quantity.of(3));
                            assertThat(it.buyers()).isEqualTo(1);
                        });
    }

    @Test
    void companiesThatCameInAnEarlierWeekAreCountedWhenTheyComeAgain() {
        SaleView sale = flash.onMondays(product, "6.00", 30, null);
        clock.set("2026-11-30T20:00:00");
        sales.turn(100);
        taken(3);
        clock.set("2026-12-07T20:00:00");
        sales.turn(100);

        taken(1);
        take(new OrderId(UUID.randomUUID()), new CustomerId(UUID.randomUUID()), 2);

        assertThat(occurrences(sale))
                .extracting(Occurrence::buyers, Occurrence::returning)
                .containsExactly(tuple(2L, 1L), tuple(1L, 0L));
    }

    @Test
    void aSaleWhoseLastOccurrenceIsOverEndsByItself() {
        SaleView sale = flash.running(product, "6.00", 40, null);

        clock.set("2026-11-24T13:00:00");
        sales.turn(100);

        assertThat(sales.find(sale.code()).orElseThrow().state()).isEqualTo(SaleState.ENDED);
        assertThat(sales.steps(sale.code()))
                .extracting(Step::what)
                .containsExactly("OVER", "PUBLISHED", "PUT");
        assertThat(sellable()).isEqualTo(Quantity.of(100));
        assertThat(sales.turn(100)).isZero();
    }

    @Test
    void aQuotaBeyondTheStockIsSaidAtPublishingAndFollowsTheStockIfItIsPublishedAllTheSame() {
        SaleView sale =
                flash.draft(
                        product, "6.00", 150, null, once("2026-11-24T09:00", "2026-11-24T13:00"));

        assertThat(sales.publish(sale.code(), 1, false, "go", MARKETING))
                .isEqualTo(new StepOutcome.Refused("flash-sale.over-stock", "150 > 100"));
        assertThat(sales.publish(sale.code(), 1, true, "more comes", MARKETING))
                .isEqualTo(new StepOutcome.Done());
        assertThat(offer().left()).isEqualTo(Quantity.of(100));
        assertThat(sellable()).isEqualTo(Quantity.ZERO);

        trade.restock(product, 200);
        sales.turn(100);

        assertThat(offer().left()).isEqualTo(Quantity.of(150));
        assertThat(sellable()).isEqualTo(Quantity.of(50));
    }

    @Test
    void noTwoLiveSalesOfOneProductAreOpenAtTheSameTime() {
        SaleView first = flash.onMondays(product, "6.00", 40, null);
        SaleView second =
                flash.draft(
                        product, "5.00", 10, null, once("2026-12-07T21:00", "2026-12-07T23:00"));
        SaleView between =
                flash.draft(
                        product, "5.00", 10, null, once("2026-12-01T21:00", "2026-12-01T23:00"));

        assertThat(sales.publish(second.code(), 1, false, "go", MARKETING))
                .isEqualTo(new StepOutcome.Refused("flash-sale.overlaps", first.code()));
        assertThat(sales.publish(between.code(), 1, false, "go", MARKETING))
                .isEqualTo(new StepOutcome.Done());

        sales.pause(first.code(), "wait", MARKETING);
        assertThat(sales.publish(second.code(), 1, false, "go", MARKETING))
                .isEqualTo(new StepOutcome.Done());
    }

    @Test
    void aPriceThatIsNoCutIsRefused() {
        SaleView sale =
                flash.draft(
                        product, "10.00", 40, null, once("2026-11-24T09:00", "2026-11-24T13:00"));

        assertThat(sales.publish(sale.code(), 1, false, "go", MARKETING))
                .isEqualTo(new StepOutcome.Refused("flash-sale.no-cut", "10.00 ≥ 10.00"));
    }

    @Test
    void aPausedSaleGivesItsQuotaBackAndGoesOnWhereItWas() {
        SaleView sale = flash.running(product, "6.00", 40, null);
        taken(10);

        sales.pause(sale.code(), "wrong price", MARKETING);
        assertThat(quote(1).source()).isEqualTo(Source.BASE);
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.ZERO);

        flash.publish(sale);
        assertThat(offer().left()).isEqualTo(Quantity.of(30));
        assertThat(offer().mine()).isEqualTo(Quantity.of(10));
        assertThat(occurrences(sale)).hasSize(1);
    }

    @Test
    void aPausedSaleAsksForWhatIsLeftOfItsQuotaOnly() {
        SaleView sale = flash.running(product, "6.00", 40, null);
        taken(30);
        sales.pause(sale.code(), "wrong picture", MARKETING);

        trade.restock(product, 9);
        assertThat(sales.publish(sale.code(), 1, false, "go on", MARKETING))
                .isEqualTo(new StepOutcome.Refused("flash-sale.over-stock", "10 > 9"));
        trade.restock(product, 10);
        assertThat(sales.publish(sale.code(), 1, false, "go on", MARKETING))
                .isEqualTo(new StepOutcome.Done());

        assertThat(offer().left()).isEqualTo(Quantity.of(10));
    }

    @Test
    void aSaleThatCannotBeTurnedStopsNoOther() {
        SaleView broken = flash.onMondays(product, "6.00", 40, null);
        ProductId sound = trade.aProduct("10.00", 100);
        flash.onMondays(sound, "6.00", 30, null);
        String slots =
                jdbc.sql("SELECT slots FROM flash_sale WHERE code = ?")
                        .param(broken.code())
                        .query(String.class)
                        .single();
        writeSlots(broken, "[{\"day\": \"NEVER\", \"from\": \"20:00\", \"until\": \"22:00\"}]");
        try {
            clock.set("2026-11-30T21:00:00");

            sales.turn(100);

            assertThat(stock.equation(sound).fenced()).isEqualTo(Quantity.of(30));
            assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.ZERO);
        } finally {
            writeSlots(broken, slots);
        }

        sales.turn(100);
        assertThat(stock.equation(product).fenced()).as("next time").isEqualTo(Quantity.of(40));
    }

    private void writeSlots(SaleView sale, String slots) {
        jdbc.sql("UPDATE flash_sale SET slots = ?::jsonb WHERE code = ?")
                .param(slots)
                .param(sale.code())
                .update();
    }

    @Test
    void aLiveSaleIsNotChangedAndAnEndedOneNeverComesBack() {
        SaleView sale = flash.running(product, "6.00", 40, null);

        assertThat(sales.put(again(sale, "5.00")))
                .isEqualTo(new PutOutcome.Refused("flash-sale.live", sale.code()));
        sales.pause(sale.code(), "cheaper", MARKETING);
        assertThat(sales.put(again(sale, trade.aProduct("10.00", 100), "5.00")))
                .isEqualTo(new PutOutcome.Refused("flash-sale.other-product", sale.code()));
        assertThat(sales.put(again(sale, "5.00"))).isInstanceOf(PutOutcome.Put.class);
        assertThat(sales.publish(sale.code(), 1, false, "go", MARKETING))
                .isEqualTo(new StepOutcome.Refused("flash-sale.changed-meanwhile", sale.code()));
        sales.publish(sale.code(), 2, false, "go", MARKETING);
        assertThat(quote(1).price()).isEqualTo(UnitPrice.of("5.00"));

        sales.end(sale.code(), "enough", MARKETING);
        sales.end(sale.code(), "enough", MARKETING);
        assertThat(sales.publish(sale.code(), 2, false, "go", MARKETING))
                .isEqualTo(new StepOutcome.Refused("flash-sale.ended", sale.code()));
        assertThat(sales.pause(sale.code(), "wait", MARKETING))
                .isEqualTo(new StepOutcome.Refused("flash-sale.ended", sale.code()));
        assertThat(sellable()).isEqualTo(Quantity.of(100));
    }

    @Test
    void nobodyButStaffSetsOneUpAndEveryStepSaysWhy() {
        FlashSales.PutSale put = FlashFixtures.put(product, "6.00", 40, 50, mondays());
        assertThat(sales.put(put)).isEqualTo(new PutOutcome.Refused("flash-sale.most", ""));

        SaleView sale = flash.draft(product, "6.00", 40, null, mondays());
        assertThat(sales.publish(sale.code(), 1, false, " ", MARKETING))
                .isEqualTo(new StepOutcome.Refused("flash-sale.reason-missing", ""));
        assertThat(sales.publish(sale.code(), 1, false, "go", Actor.buyer("b", "B")))
                .isEqualTo(new StepOutcome.Refused("flash-sale.not-staff", ""));
        assertThat(sales.pause(sale.code(), "wait", MARKETING))
                .isEqualTo(new StepOutcome.Refused("flash-sale.not-live", sale.code()));
        assertThat(sales.publish("FS-NONE", 1, false, "go", MARKETING))
                .isEqualTo(new StepOutcome.Refused("flash-sale.unknown", "FS-NONE"));
    }

    @Test
    void whoIsOverTheLimitOrTooLateIsToldWhy() {
        flash.running(product, "6.00", 40, 10);
        taken(8);

        assertThat(take(new OrderId(UUID.randomUUID()), company, 3))
                .isEqualTo(refused("flash-sale.limit", "3 > 2"));
        assertThat(take(new OrderId(UUID.randomUUID()), company, 33))
                .isEqualTo(refused("flash-sale.sold-out", "33 > 32"));
        clock.set("2026-11-24T13:00:00");
        assertThat(take(new OrderId(UUID.randomUUID()), company, 1))
                .isEqualTo(refused("flash-sale.over", ""));
    }

    @Test
    void anOrderOfTwoSalesTakesOfBothOrOfNeither() {
        ProductId other = trade.aProduct("10.00", 100);
        SaleView here = flash.running(product, "6.00", 40, 10);
        SaleView there = flash.running(other, "6.00", 5, null);
        Wanted four = new Wanted(Quantity.of(4), UnitPrice.of("6.00"));

        TakeOutcome first =
                quotas.take(
                        new OrderId(UUID.randomUUID()),
                        company,
                        Map.of(product, four, other, four));
        TakeOutcome second =
                quotas.take(
                        new OrderId(UUID.randomUUID()),
                        company,
                        Map.of(product, four, other, four));

        assertThat(first)
                .isEqualTo(
                        new TakeOutcome.Taken(
                                Map.of(
                                        product, occurrences(here).getFirst().id(),
                                        other, occurrences(there).getFirst().id())));
        assertThat(second)
                .isEqualTo(
                        new TakeOutcome.Refused(
                                List.of(
                                        new FlashQuotas.Refusal(
                                                other, "flash-sale.sold-out", "4 > 1"))));
        assertThat(occurrences(here).getFirst().taken()).isEqualTo(Quantity.of(4));
        assertThat(occurrences(there).getFirst().taken()).isEqualTo(Quantity.of(4));
        assertThat(quote(6).source()).isEqualTo(Source.FLASH);
        assertThat(proof()).isEmpty();
    }

    @Test
    void aCompanyThatOrdersManyTimesAtOnceHasNoMoreThanItsLimit() throws Exception {
        SaleView sale = flash.running(product, "6.00", 40, 10);

        List<TakeOutcome> outcomes =
                AtOnce.run(24, _ -> take(new OrderId(UUID.randomUUID()), company, 3));

        assertThat(outcomes).filteredOn(TakeOutcome.Taken.class::isInstance).hasSize(3);
        assertThat(outcomes)
                .filteredOn(TakeOutcome.Refused.class::isInstance)
                .containsOnly(refused("flash-sale.limit", "3 > 1"));
        assertThat(occurrences(sale).getFirst().taken()).isEqualTo(Quantity.of(9));
        assertThat(proof()).isEmpty();
    }

    @Test
    void whateverIsTakenAndGivenBackTheSumIsNeverAboveTheQuotaNorBelowZeroAndTheLedgerAddsUp() {
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            ProductId goods = trade.aProduct("10.00", 100);
            SaleView sale = flash.running(goods, "6.00", 30, 12);
            List<CustomerId> companies = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                companies.add(new CustomerId(UUID.randomUUID()));
            }
            Map<OrderId, Integer> orders = new LinkedHashMap<>();
            Map<CustomerId, Integer> shares = new HashMap<>();
            Map<OrderId, CustomerId> of = new HashMap<>();
            for (int act = 0; act < 60; act++) {
                int sum = orders.values().stream().mapToInt(it -> it).sum();
                if (random.nextInt(3) > 0 || orders.isEmpty()) {
                    OrderId order = new OrderId(UUID.randomUUID());
                    CustomerId buyer = companies.get(random.nextInt(4));
                    int wanted = 1 + random.nextInt(9);
                    boolean fits =
                            sum + wanted <= 30 && shares.getOrDefault(buyer, 0) + wanted <= 12;
                    assertThat(take(order, buyer, goods, wanted) instanceof TakeOutcome.Taken)
                            .as("seed %d act %d", seed, act)
                            .isEqualTo(fits);
                    if (fits) {
                        orders.put(order, wanted);
                        of.put(order, buyer);
                        shares.merge(buyer, wanted, Integer::sum);
                    }
                } else {
                    OrderId order =
                            new ArrayList<>(orders.keySet()).get(random.nextInt(orders.size()));
                    int had = orders.getOrDefault(order, 0);
                    int kept = random.nextInt(had + 1);
                    quotas.keep(order, Map.of(goods, Quantity.of(kept)), "act-" + act);
                    quotas.keep(order, Map.of(goods, Quantity.of(kept)), "again-" + act);
                    orders.put(order, kept);
                    shares.merge(Objects.requireNonNull(of.get(order)), kept - had, Integer::sum);
                }
                int now = orders.values().stream().mapToInt(it -> it).sum();
                assertThat(occurrences(sale).getFirst().taken()).isEqualTo(Quantity.of(now));
            }
        }
        assertThat(proof()).isEmpty();
    }

    private List<String> proof() {
        return ledgers.stream()
                .filter(it -> it.name().equals("flash-sales"))
                .findFirst()
                .orElseThrow()
                .unprovenAccounts();
    }

    private void taken(int quantity) {
        assertThat(take(new OrderId(UUID.randomUUID()), company, quantity))
                .isInstanceOf(TakeOutcome.Taken.class);
    }

    private TakeOutcome take(OrderId order, CustomerId buyer, int quantity) {
        return take(order, buyer, product, quantity);
    }

    private TakeOutcome take(OrderId order, CustomerId buyer, ProductId goods, int quantity) {
        return quotas.take(
                order,
                buyer,
                Map.of(goods, new Wanted(Quantity.of(quantity), UnitPrice.of("6.00"))));
    }

    private TakeOutcome refused(String key, String detail) {
        return new TakeOutcome.Refused(List.of(new FlashQuotas.Refusal(product, key, detail)));
    }

    private static FlashSales.PutSale again(SaleView sale, String price) {
        return again(sale, sale.product(), price);
    }

    private static FlashSales.PutSale again(SaleView sale, ProductId product, String price) {
        return new FlashSales.PutSale(
                sale.code(),
                sale.version(),
                product,
                sale.name(),
                UnitPrice.of(price),
                sale.quota(),
                sale.most(),
                sale.timing(),
                sale.aheadHours(),
                "cheaper",
                MARKETING);
    }

    private Map<ProductId, Quantity> one() {
        return Map.of(product, Quantity.of(1));
    }

    private Viewer viewer(String region) {
        return new Viewer(company, "", "PHARMACY", region);
    }

    private Source source(Map<ProductId, PriceQuote> quotes) {
        return Objects.requireNonNull(quotes.get(product)).source();
    }

    private PriceQuote quote(int quantity) {
        return Objects.requireNonNull(
                prices.quote(viewer(""), Map.of(product, Quantity.of(quantity))).get(product));
    }

    private Quantity sellable() {
        return Objects.requireNonNull(stock.sellable(List.of(product)).get(product));
    }

    private Offer offer() {
        return Objects.requireNonNull(sales.offers(company, List.of(product)).get(product));
    }

    private Opening current(SaleView sale) {
        return Objects.requireNonNull(sales.find(sale.code()).orElseThrow().current());
    }

    private List<Occurrence> occurrences(SaleView sale) {
        return sales.occurrences(sale.code(), PageRequest.first(9)).items();
    }
}
