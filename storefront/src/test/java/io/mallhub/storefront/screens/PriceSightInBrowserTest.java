package io.mallhub.storefront.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.Visibility.PutOutcome;
import io.mallhub.catalog.Visibility.PutRule;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.CustomerFixtures;
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
import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import io.mallhub.webkit.fixture.Chromium;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A company of a level that is told no price of a product, and one whose review goes on. */
@StorefrontTest
class PriceSightInBrowserTest {
    private static final Actor ADMIN = Actor.staff("admin", "Admin");
    private static final Map<String, String> ON_REQUEST =
            Map.of("zh", "价格面议", "en", "Price on request");
    private static final Map<String, String> AFTER_REVIEW =
            Map.of("zh", "资质审核通过后显示价格", "en", "Prices once you are approved");

    private final String level = "L" + UUID.randomUUID();
    private final String seller = "seller-" + UUID.randomUUID().toString().substring(0, 8);
    @LocalServerPort int port;
    @Autowired Openness openness;
    @Autowired Visibility visibility;
    @Autowired Accounts accounts;
    @Autowired Customers book;
    @Autowired CustomerFixtures customers;
    @Autowired Companies companies;
    @Autowired TradeFixtures trade;
    @Autowired Products products;
    @Autowired Carts carts;

    @AfterEach
    void openToAll() {
        register(RegistrationAccess.OPEN);
    }

    @ParameterizedTest
    @FieldSource("io.mallhub.storefront.screens.Look#FIRST")
    void aLevelIsToldWhomToAskAndCannotOrderWithoutAPrice(Look look) {
        // given
        accounts.createStaff(
                new Accounts.CreateStaff(
                        seller, "何丽", Companies.PASSWORD, Set.of(Role.SALESPERSON), ADMIN));
        CustomerView company = customers.aCustomerBroughtBy(seller);
        book.changeLevel(company.id(), level, TradeFixtures.DESK);
        trade.giveCredit(company.id(), "1000");
        ProductView priceless = products.product(trade.aProduct("43.21", 300)).orElseThrow();
        ProductView priced = products.product(trade.aProduct("12.34", 300)).orElseThrow();
        keepThePriceBack(priceless);
        BuyerView user = companies.aUser(company.id(), BuyerRight.values());
        carts.put(user.id(), company.id(), priceless.id(), Quantity.of(2));
        carts.put(user.id(), company.id(), priced.id(), Quantity.of(3));
        try (Chromium chromium = Chromium.open();
                BrowserContext context = context(chromium, look, user)) {
            Page page = context.newPage();

            // when
            page.navigate(address("/products?q=" + priceless.code()));

            // then
            assertThat(page.locator(".shop-good")).containsText(ON_REQUEST.get(look.language()));
            assertThat(page.locator(".shop-good form")).hasCount(0);
            isWhole(page, look, "price-search");

            // when
            page.navigate(address("/products/" + priceless.code()));

            // then
            assertThat(page.locator("#seller")).containsText("何丽");
            assertThat(page.locator("#buy form")).hasCount(0);
            isWhole(page, look, "price-product");

            // when
            page.navigate(address("/cart"));

            // then
            assertThat(page.locator("tr.shop-stopped")).hasCount(1);
            isWhole(page, look, "price-cart");

            // when
            page.navigate(address("/products/" + priced.code()));

            // then
            assertThat(page.locator(".shop-price").first()).containsText("12.34");
        }
    }

    @ParameterizedTest
    @FieldSource("io.mallhub.storefront.screens.Look#FIRST")
    void whoseReviewGoesOnSeesGoodsWithoutPricesUntilRegistrationIsOpen(Look look) {
        // given
        ProductView product = products.product(trade.aProduct("43.21", 300)).orElseThrow();
        BuyerView user = companies.aSubmittedApplicant();
        register(RegistrationAccess.REVIEWED);
        try (Chromium chromium = Chromium.open();
                BrowserContext guest = context(chromium, look, null);
                BrowserContext context = context(chromium, look, user)) {
            Page page = context.newPage();

            // when
            page.navigate(address("/products?q=" + product.code()));

            // then
            assertThat(page.locator(".shop-good")).containsText(AFTER_REVIEW.get(look.language()));
            isWhole(page, look, "review-search");
            page.navigate(address("/products/" + product.code()));
            isWhole(page, look, "review-product");
            Page registering = guest.newPage();
            registering.navigate(address("/register"));
            isWhole(registering, look, "review-register");

            // when
            register(RegistrationAccess.OPEN);
            page.reload();

            // then
            assertThat(page.locator(".shop-price")).containsText("43.21");
            assertThat(page.locator("#buy form")).hasCount(0);
        }
    }

    private static void isWhole(Page page, Look look, String picture) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screens", look.toString(), picture + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
        assertThat(page.content())
                .doesNotContain("43.21", "86.42")
                .doesNotContainPattern("\\?\\?[a-z][a-zA-Z.-]+_");
    }

    private BrowserContext context(Chromium chromium, Look look, @Nullable BuyerView user) {
        BrowserContext context =
                chromium.context(
                        new Browser.NewContextOptions().setViewportSize(look.width(), 900));
        context.addCookies(List.of(cookie("lang", look.language()), cookie("theme", look.theme())));
        if (user != null) {
            context.addCookies(
                    List.of(
                            cookie(
                                    "MALLHUB",
                                    Visitor.signedIn(port, user).session().orElseThrow())));
        }
        return context;
    }

    private void keepThePriceBack(ProductView product) {
        PutOutcome outcome =
                visibility.put(
                        new PutRule(
                                Effect.HIDE_PRICE,
                                new Goods(
                                        GoodsKind.PRODUCT, product.id().toString(), product.code()),
                                new Audience(AudienceKind.LEVEL, level, level),
                                null,
                                null,
                                "价格面议",
                                ADMIN));
        assertThat(outcome).isInstanceOf(PutOutcome.Put.class);
    }

    private void register(RegistrationAccess access) {
        openness.change(
                new ChangeDoors(
                        new Doors(openness.doors().version(), GuestAccess.CATALOGUE, access),
                        "test",
                        ADMIN));
    }

    private Cookie cookie(String name, String value) {
        return new Cookie(name, value).setUrl(address(""));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
