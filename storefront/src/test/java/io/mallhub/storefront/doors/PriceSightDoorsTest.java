package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.Products;
import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.Visibility.PutOutcome;
import io.mallhub.catalog.Visibility.PutRule;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.FlashFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.identity.Role;
import io.mallhub.openness.GuestAccess;
import io.mallhub.openness.Openness;
import io.mallhub.openness.Openness.ChangeDoors;
import io.mallhub.openness.Openness.Doors;
import io.mallhub.openness.RegistrationAccess;
import io.mallhub.order.Carts;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.Actor;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.UserId;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A price that is not told stands on no page and in no answer, by whatever rule it comes. */
@StorefrontTest
class PriceSightDoorsTest {
    private static final Actor ADMIN = Actor.staff("admin", "Admin");

    /** Base price, flash sale, and what twenty cost: nothing else in the shop costs that. */
    private static final String[] FIGURES = {"43.21", "41.11", "38.87"};

    private final String seller = "seller-" + UUID.randomUUID().toString().substring(0, 8);
    @Autowired Openness openness;
    @Autowired Visibility visibility;
    @Autowired Products products;
    @Autowired Prices prices;
    @Autowired Carts carts;
    @Autowired Accounts accounts;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired FlashFixtures flash;
    @Autowired PromotionFixtures promotions;
    @Autowired Companies companies;
    @LocalServerPort int port;

    private CustomerView company;
    private ProductId product;
    private ProductId other;
    private String code;
    private BuyerView user;

    @BeforeEach
    void aProductWithManyPrices() {
        UserId he =
                accounts.createStaff(
                                new Accounts.CreateStaff(
                                        seller,
                                        "何丽询价",
                                        Companies.PASSWORD,
                                        Set.of(Role.SALESPERSON),
                                        ADMIN))
                        .id();
        assertThat(accounts.setPhone(he, "ring me", ADMIN)).contains("account.phone");
        assertThat(accounts.setPhone(he, " 138 0571 2345 ", ADMIN)).isEmpty();
        company = customers.aCustomerBroughtBy(seller);
        trade.giveCredit(company.id(), "100000");
        product = trade.aProduct("43.21", 500);
        other = trade.aProduct("10.00", 500);
        trade.categorised(product, RegulatoryCategory.OTC_B);
        code = products.product(product).orElseThrow().code();
        user = companies.aUser(company.id(), BuyerRight.values());
    }

    @AfterEach
    void wideOpen() {
        register(RegistrationAccess.OPEN);
    }

    @Test
    void aPriceThatARuleKeepsBackIsNowhereAndWhoToAskIsThere() {
        // given
        sale();
        String before =
                trade.submitted(
                        TradeFixtures.anOrderOf(company.id(), TradeFixtures.line(product, 3)));
        Visitor us = Visitor.signedIn(port, user);
        us.post("/cart", Map.of("product", code, "quantity", "2"));
        us.post("/cart", Map.of("product", code(other), "quantity", "20"));
        assertThat(pages(us)).as("told before").anyMatch(it -> it.contains(FIGURES[1]));
        assertThat(answers(user)).anyMatch(it -> it.contains(FIGURES[2]));

        // when
        rule(Effect.HIDE_PRICE, Goods.ALL, Audience.customer(company.id(), company.number()));
        rule(
                Effect.SHOW_PRICE,
                new Goods(GoodsKind.PRODUCT, other.value().toString(), ""),
                Audience.customer(company.id(), company.number()));

        // then
        List<String> shown = pages(us);
        shown.addAll(answers(user));
        for (String figure : FIGURES) {
            assertThat(shown).noneMatch(it -> it.contains(figure));
        }
        assertThat(us.get("/products?q=" + code).body()).contains("价格面议", "何丽询价", "138 0571 2345");
        assertThat(us.get("/products/" + code).body())
                .contains("价格面议", "何丽询价", "tel:13805712345", "可售")
                .doesNotContain("action=\"/cart\"", "id=\"sale\"", "id=\"promotions\"");
        assertThat(us.get("/flash").body()).doesNotContain("/products/" + code);
        assertThat(us.get("/cart").body()).contains("价格面议，请联系业务员询价", "¥10.00");
        assertThat(us.get("/orders/" + before).body()).as("was paid").contains(FIGURES[1]);
    }

    @Test
    void whatHasNoPriceForTheCompanyItCannotOrderByAnyDoor() {
        rule(
                Effect.HIDE_PRICE,
                new Goods(GoodsKind.CATEGORY, "OTC_B", ""),
                Audience.customer(company.id(), company.number()));
        Visitor us = Visitor.signedIn(port, user);
        ApiClient program = ApiClient.of(port, user);
        carts.put(user.id(), company.id(), product, Quantity.of(2));

        Answer ordered = us.post("/cart/order", Map.of("key", "k", "payment", "CREDIT"));
        Answer byProgram = program.order("k", lines(code));

        assertThat(ordered.location()).startsWith("/cart");
        assertThat(us.wordsAfter(ordered)).contains("请联系业务员询价").doesNotContain(FIGURES[0]);
        assertThat(byProgram.status()).isEqualTo(422);
        assertThat(byProgram.body()).contains("price.hidden").doesNotContain("86.42", FIGURES[0]);
        assertThat(program.get("/api/products/" + code).body())
                .contains("\"blocked\":\"price.hidden\"", "\"breaks\":[]");
    }

    @Test
    void aGiftWhosePriceIsNotToldStaysAwayInsteadOfTellingItsWorth() {
        promotions.gift("10", product, other);
        carts.put(user.id(), company.id(), other, Quantity.of(10));
        Visitor us = Visitor.signedIn(port, user);
        assertThat(us.get("/cart").body()).as("its worth is told").contains("43.21");

        rule(
                Effect.HIDE_PRICE,
                new Goods(GoodsKind.PRODUCT, product.value().toString(), ""),
                Audience.EVERYONE);

        assertThat(us.get("/cart").body()).contains("价格面议", "¥100.00").doesNotContain("43.21");
    }

    @ParameterizedTest
    @EnumSource(RegistrationAccess.class)
    void anApplicantIsToldPricesUnlessRegistrationIsReviewedAndOrdersInNoCase(
            RegistrationAccess access) {
        register(access);
        boolean told = access != RegistrationAccess.REVIEWED;
        BuyerView applicant = companies.aSubmittedApplicant();
        Visitor them = Visitor.signedIn(port, applicant);
        ApiClient program = ApiClient.of(port, applicant);

        String page = them.get("/products/" + code).body();
        String found = them.get("/products?q=" + code).body();
        String answer = program.get("/api/products/" + code).body();

        for (String one : List.of(page, found, answer)) {
            assertThat(one.contains("43.21")).as(access.name()).isEqualTo(told);
        }
        for (String one : List.of(page, found)) {
            assertThat(one.contains("可售 500")).as("stock").isEqualTo(told);
            assertThat(one.contains("资质审核通过后显示价格")).isEqualTo(!told);
        }
        assertThat(program.order("k", lines(code)).body())
                .contains("gate.customer-not-active")
                .doesNotContain("86.42");
        assertThat(Visitor.signedIn(port, user).get("/products/" + code).body())
                .as("an approved company")
                .contains("43.21");
        assertThat(Visitor.at(port).get("/register").status()).isEqualTo(200);
    }

    private void sale() {
        flash.running(product, FIGURES[1], 200, 60);
        prices.agree(
                new Prices.Agreement(
                        company.id(),
                        product,
                        Quantity.of(20),
                        UnitPrice.of(FIGURES[2]),
                        null,
                        null),
                TradeFixtures.DESK);
        promotions.off("100.00", "43.21", product);
    }

    private List<String> pages(Visitor us) {
        List<String> bodies = new ArrayList<>();
        for (String path :
                List.of(
                        "/",
                        "/products",
                        "/products?q=" + code,
                        "/products/" + code,
                        "/products/" + code(other),
                        "/flash",
                        "/cart",
                        "/cart?payment=PREPAID&points=100",
                        "/coupons",
                        "/points",
                        "/messages",
                        "/company")) {
            Answer answer = us.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            bodies.add(answer.body());
        }
        return bodies;
    }

    private List<String> answers(BuyerView buyer) {
        ApiClient program = ApiClient.of(port, buyer);
        return List.of(
                program.get("/api/products?q=" + code).body(),
                program.get("/api/products/" + code).body(),
                program.post("/api/quotes", lines(code)).body(),
                program.post("/api/quotes", lines(code).replace(":2}", ":20}")).body());
    }

    private static String lines(String code) {
        return "{\"lines\":[{\"product\":\"%s\",\"quantity\":2}]}".formatted(code);
    }

    private String code(ProductId of) {
        return products.product(of).orElseThrow().code();
    }

    private void rule(Effect effect, Goods goods, Audience audience) {
        assertThat(visibility.put(new PutRule(effect, goods, audience, null, null, "面议", ADMIN)))
                .isInstanceOf(PutOutcome.Put.class);
    }

    private void register(RegistrationAccess access) {
        openness.change(
                new ChangeDoors(
                        new Doors(openness.doors().version(), GuestAccess.CATALOGUE, access),
                        "test",
                        ADMIN));
    }
}
