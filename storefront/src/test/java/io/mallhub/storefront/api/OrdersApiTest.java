package io.mallhub.storefront.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategories.PutCategory;
import io.mallhub.catalog.Products;
import io.mallhub.fixture.FlashFixtures;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.order.Orders;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.TradingCompany;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program orders, and every answer is as the published document says. */
@StorefrontTest
class OrdersApiTest {
    private final Contract contract = Contract.read();
    @Autowired Companies companies;
    @Autowired Orders orders;
    @Autowired TradeFixtures trade;
    @Autowired PrepaidFixtures prepaid;
    @Autowired PointsFixtures points;
    @Autowired FlashFixtures flash;
    @Autowired FlashSales sales;
    @Autowired Products products;
    @Autowired MerchandiseCategories merchandise;
    @LocalServerPort int port;
    private TradingCompany company;
    private ApiClient program;

    @BeforeEach
    void aProgramOfATradingCompany() {
        company = companies.aTradingCompany();
        program = ApiClient.of(port, company.buyer());
    }

    @Test
    void anOrderIsPlacedOnceHoweverOftenItIsSent() {
        String key = UUID.randomUUID().toString();
        String order = anOrder(company.product(), "12");

        Answer first = program.order(key, order);
        Answer again = program.order(key, order);

        contract.holds("POST", "/api/orders", first);
        contract.holds("POST", "/api/orders", again);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.location()).isEqualTo("/api/orders/" + number(first));
    }

    @Test
    void aProgramSaysHowTheOrderIsPaid() {
        String line = "[{\"product\":\"%s\",\"quantity\":12}]".formatted(company.product());
        String prepaidOrder = "{\"lines\":%s,\"payment\":\"PREPAID\"}".formatted(line);
        Answer tooLow = program.order("p1", prepaidOrder);
        prepaid.toppedUp(company.buyer().company(), "120.00");

        Answer placed = program.order("p1", prepaidOrder);
        Answer otherwise = program.order("p1", "{\"lines\":%s}".formatted(line));
        Answer unknown =
                program.order("p2", "{\"lines\":%s,\"payment\":\"BARTER\"}".formatted(line));

        contract.holds("POST", "/api/orders", tooLow);
        assertThat(tooLow.status()).isEqualTo(422);
        assertThat(tooLow.body()).contains("payment.prepaid-too-low", "120.00 > 0.00");
        assertThat(placed.status()).isEqualTo(201);
        assertThat(otherwise.status()).isEqualTo(422);
        assertThat(otherwise.body()).contains("idempotency-key.reused");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("payment.unknown");
        Answer shown = program.get("/api/orders/" + number(placed));
        contract.holds("GET", "/api/orders/{number}", shown);
        assertThat(json(shown).path("payment").asString()).isEqualTo("PREPAID");
    }

    @Test
    void anOrderShowsMoneyAsTextAndQuantitiesAsNumbers() {
        String number = number(program.order("k1", anOrder(company.product(), "12.000")));

        Answer answer = program.get("/api/orders/" + number);

        contract.holds("GET", "/api/orders/{number}", answer);
        JsonNode order = json(answer);
        assertThat(order.path("total").asString()).isEqualTo("120.00");
        assertThat(order.path("currency").asString()).isEqualTo("CNY");
        assertThat(order.path("submittedAt").asString()).isEqualTo("2026-11-24T02:00:00Z");
        JsonNode line = order.path("lines").get(0);
        assertThat(line.path("product").asString()).isEqualTo(company.product());
        assertThat(line.path("quantity").toString()).isEqualTo("12");
        assertThat(line.path("price").asString()).isEqualTo("10.00");
        assertThat(line.path("priceSource").asString()).isEqualTo("BASE");
    }

    @Test
    void aQuoteSaysThatAPriceIsOfAFlashSaleAndAnOrderTakesIt() {
        ProductId product = products.byCode(company.product()).orElseThrow().id();
        SaleView sale = flash.running(product, "6.00", 20, 10);
        try {
            String order = "{\"lines\":[{\"product\":\"%s\",\"quantity\":%d}]}";

            Answer quote = program.post("/api/quotes", order.formatted(company.product(), 10));
            Answer beyond = program.post("/api/quotes", order.formatted(company.product(), 11));
            Answer placed = program.order("k1", order.formatted(company.product(), 10));

            contract.holds("POST", "/api/quotes", quote);
            JsonNode line = json(quote).path("lines").get(0);
            assertThat(line.path("priceSource").asString()).isEqualTo("FLASH");
            assertThat(line.path("price").asString()).isEqualTo("6.00");
            assertThat(json(beyond).path("lines").get(0).path("priceSource").asString())
                    .isEqualTo("BASE");
            Answer shown = program.get("/api/orders/" + number(placed));
            contract.holds("GET", "/api/orders/{number}", shown);
            assertThat(json(shown).path("total").asString()).isEqualTo("60.00");
        } finally {
            sales.end(sale.code(), "test over", FlashFixtures.MARKETING);
        }
    }

    @Test
    void anOrderIsPartlyPaidWithPointsOrRefusedWithTheReason() {
        points.on();
        try {
            points.earned(company.buyer().company(), 3000);
            trade.categorised(
                    products.byCode(company.product()).orElseThrow().id(),
                    RegulatoryCategory.OTC_B);
            String order = "{\"lines\":[{\"product\":\"%s\",\"quantity\":40}],\"points\":%d}";

            Answer tooMany = program.order("k1", order.formatted(company.product(), 3100));
            Answer placed = program.order("k2", order.formatted(company.product(), 2000));

            contract.holds("POST", "/api/orders", tooMany);
            assertThat(tooMany.status()).isEqualTo(422);
            assertThat(tooMany.body()).contains("points.too-few", "3100 > 3000");
            Answer shown = program.get("/api/orders/" + number(placed));
            contract.holds("GET", "/api/orders/{number}", shown);
            assertThat(json(shown).path("points").asLong()).isEqualTo(2000);
            assertThat(json(shown).path("total").asString()).isEqualTo("380.00");
            JsonNode benefit = json(shown).path("benefits").get(0);
            assertThat(benefit.path("name").asString()).isEqualTo("POINTS");
        } finally {
            points.off();
        }
    }

    @Test
    void aShippedOrderShowsItsBatches() {
        trade.ship(company.order(), "FH-" + company.order(), 4);

        Answer answer = program.get("/api/orders/" + company.order());

        contract.holds("GET", "/api/orders/{number}", answer);
        JsonNode batch = json(answer).path("shipments").get(0).path("batches").get(0);
        assertThat(batch.path("batch").asString()).isEqualTo("B20261");
        assertThat(batch.path("expiry").asString()).isEqualTo("2028-06-30");
        assertThat(batch.path("quantity").toString()).isEqualTo("4");
    }

    @Test
    void listsArePaged() {
        Answer orders = program.get("/api/orders?page=0&size=1");
        Answer products = program.get("/api/products?size=2");

        contract.holds("GET", "/api/orders", orders);
        contract.holds("GET", "/api/products", products);
        assertThat(json(orders).path("items").size()).isEqualTo(1);
        assertThat(json(orders).path("total").asLong()).isEqualTo(2);
        assertThat(json(products).path("items").size()).isEqualTo(2);
    }

    @Test
    void productsAreFoundByMerchandiseCategoryWithAllThatIsBelow() {
        ProductId product = products.byCode(company.product()).orElseThrow().id();
        String top = "API" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        merchandise.put(new PutCategory(top, "", "目录", "Catalogue", 1), TradeFixtures.DESK);
        merchandise.put(new PutCategory(top + ".A", top, "甲", "A", 1), TradeFixtures.DESK);
        merchandise.put(new PutCategory(top + ".B", top, "空", "Empty", 2), TradeFixtures.DESK);
        merchandise.assign(product, Set.of(top + ".A"), TradeFixtures.DESK);

        Answer found = program.get("/api/products?merchandise=" + top);
        Answer tree = program.get("/api/merchandise");

        contract.holds("GET", "/api/products", found);
        contract.holds("GET", "/api/merchandise", tree);
        assertThat(json(found).path("total").asInt()).isEqualTo(1);
        assertThat(json(found).path("items").get(0).path("merchandise").toString())
                .isEqualTo("[\"%s\",\"%s.A\"]".formatted(top, top));
        assertThat(tree.body())
                .contains("{\"code\":\"%s.A\",\"parent\":\"%s\"".formatted(top, top))
                .doesNotContain(top + ".B");
        assertThat(
                        json(program.get("/api/products?merchandise=" + top + ".B"))
                                .path("total")
                                .asInt())
                .isZero();
    }

    @Test
    void aProductShowsThePriceOfTheCompany() {
        Answer answer = program.get("/api/products/" + company.product());

        contract.holds("GET", "/api/products/{code}", answer);
        assertThat(json(answer).path("price").asString()).isEqualTo("10.00");
        assertThat(json(answer).path("sellable").asInt()).isEqualTo(1000);
        assertThat(json(answer).path("blocked").isNull()).isTrue();
    }

    @Test
    void aCancellationIsAskedForAndTooLateOnceShipped() {
        String open = number(program.order("k2", anOrder(company.product(), "3")));
        trade.ship(company.order(), "FH-" + company.order(), 10);

        Answer asked = program.post("/api/orders/" + open + "/cancel", "{\"reason\":\"wrong\"}");
        Answer late = program.post("/api/orders/" + company.order() + "/cancel", "{}");

        contract.holds("POST", "/api/orders/{number}/cancel", asked);
        contract.holds("POST", "/api/orders/{number}/cancel", late);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(late.status()).isEqualTo(409);
        assertThat(json(late).path("code").asString()).isEqualTo("order.too-late");
    }

    @Test
    void aPartIsShownThenAskedForAndShownWaiting() {
        String number = number(program.order("p1", anOrder(company.product(), "5")));
        String door = "/api/orders/" + number + "/part-cancellations";
        String keep = "\"keep\":[{\"line\":1,\"quantity\":2}]";
        Answer tooEarly = program.post(door + "/preview", "{" + keep + "}");
        orders.approve(number, 0);

        Answer preview = program.post(door + "/preview", "{" + keep + "}");
        String seen = json(preview).path("seen").asString();
        Answer changed = program.post(door, wish(keep, "other"));
        Answer asked = program.post(door, wish(keep, seen));
        Answer again = program.post(door, wish(keep, seen));
        Answer all = program.get(door);

        String path = "/api/orders/{number}/part-cancellations";
        contract.holds("POST", path + "/preview", tooEarly);
        contract.holds("POST", path + "/preview", preview);
        contract.holds("POST", path, changed);
        contract.holds("POST", path, asked);
        contract.holds("POST", path, again);
        contract.holds("GET", path, all);
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(json(preview).path("back").asString()).isEqualTo("30.00");
        assertThat(changed.status()).isEqualTo(409);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(json(again).path("lines").get(0).path("code").asString())
                .isEqualTo("order-part.waiting");
        assertThat(json(all).get(0).path("state").asString()).isEqualTo("REQUESTED");
    }

    private static String wish(String keep, String seen) {
        return "{%s,\"revision\":0,\"reason\":\"too many\",\"seen\":\"%s\"}".formatted(keep, seen);
    }

    private static String anOrder(String product, String quantity) {
        return "{\"lines\":[{\"product\":\"%s\",\"quantity\":%s}]}".formatted(product, quantity);
    }

    private static String number(Answer placed) {
        return json(placed).path("number").asString();
    }

    private static JsonNode json(Answer answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
