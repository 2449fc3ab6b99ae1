package io.mallhub.storefront.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategories.PutCategory;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.Visibility.PutRule;
import io.mallhub.catalog.Visibility.RuleQuery;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.shared.PageRequest;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.webkit.fixture.Chromium;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Buyers browse by merchandise categories, and see no catalogue that is for others. */
@StorefrontTest
class MerchandiseInBrowserTest {
    @LocalServerPort int port;
    @Autowired MerchandiseCategories merchandise;
    @Autowired Visibility visibility;
    @Autowired Products products;
    @Autowired Customers book;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired Companies companies;

    private final String top =
            UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String below = top + ".BELOW";
    private ProductView product;

    @BeforeEach
    void aCatalogueOfTwoLevels() {
        put(top, "", "目录" + top, "Catalogue " + top);
        put(below, top, "下级" + top, "Below " + top);
        put(top + ".EMPTY", top, "空的" + top, "Empty " + top);
        product = products.product(trade.aProduct()).orElseThrow();
        merchandise.assign(product.id(), Set.of(below), TradeFixtures.DESK);
    }

    @AfterEach
    void everythingIsShownAgain() {
        visibility
                .page(new RuleQuery(false, null, null, top), PageRequest.first(9))
                .items()
                .forEach(it -> visibility.end(it.id(), "test over", TradeFixtures.DESK));
    }

    @Test
    void theMenuLeadsFromTheTopToTheGoodsAndBack() {
        try (Chromium chromium = Chromium.open();
                Shopper guest = Shopper.guest(chromium, port)) {
            Page page = guest.open("/products?lang=en");
            assertThat(page.locator(".shop-branches")).not().containsText("Below " + top);

            page.locator(".shop-branches").getByText("Catalogue " + top).click();

            assertThat(page).hasURL(Pattern.compile(".*[?&]merchandise=" + top + ".*"));
            assertThat(page.locator(".shop-good")).hasCount(1);
            assertThat(page.locator(".shop-branches")).containsText("Below " + top);
            assertThat(page.locator(".shop-branches")).not().containsText("Empty " + top);

            page.locator(".shop-branches").getByText("Below " + top).click();

            assertThat(page.locator(".breadcrumb")).containsText("Catalogue " + top);
            assertThat(page.locator(".shop-good")).containsText(product.name());
            page.locator(".breadcrumb a").first().click();
            assertThat(page).not().hasURL(Pattern.compile(".*merchandise=[A-Z0-9].*"));

            guest.open("/products?merchandise=" + below + "&q=nothing-like-that");
            assertThat(page.locator(".shop-good")).hasCount(0);
            page.getByText("Look among all products").click();
            assertThat(page).hasURL(Pattern.compile(".*q=nothing-like-that.*"));
        }
    }

    @Test
    void onAPhoneTheMenuIsFoldedUntilItIsTouched() {
        try (Chromium chromium = Chromium.open();
                Shopper guest = Shopper.guest(chromium, port)) {
            guest.page().setViewportSize(390, 844);
            Page page = guest.open("/products?merchandise=" + top);
            assertThat(page.locator(".shop-branches")).isHidden();
            assertThat(page.locator(".shop-branches-folded nav")).isHidden();

            page.locator(".shop-branches-folded summary").click();

            page.locator(".shop-branches-folded").getByText("下级" + top).click();
            assertThat(page).hasURL(Pattern.compile(".*merchandise=" + below + ".*"));
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
        }
    }

    @Test
    void aCatalogueForOneLevelAloneIsInNobodyElsesMenu() {
        CustomerView ours = customers.anActiveCustomer();
        CustomerView theirs = customers.anActiveCustomer();
        String level = "L" + UUID.randomUUID();
        book.changeLevel(ours.id(), level, TradeFixtures.DESK);
        visibility.putAlone(
                new PutRule(
                        Effect.SHOW,
                        new Goods(GoodsKind.MERCHANDISE, top, top),
                        new Audience(AudienceKind.LEVEL, level, level),
                        null,
                        null,
                        "专供",
                        TradeFixtures.DESK));
        try (Chromium chromium = Chromium.open();
                Shopper one =
                        Shopper.signedIn(
                                chromium, port, companies.aUser(ours.id(), BuyerRight.values()));
                Shopper other =
                        Shopper.signedIn(
                                chromium,
                                port,
                                companies.aUser(theirs.id(), BuyerRight.values()))) {
            Page his = one.open("/products?merchandise=" + top);
            assertThat(his.locator(".shop-branches")).containsText("目录" + top);
            assertThat(his.locator(".shop-good")).hasCount(1);

            Page hers = other.open("/products?merchandise=" + top);
            assertThat(hers.locator("#page")).not().containsText("目录" + top);
            assertThat(hers.locator(".shop-good")).hasCount(0);
        }
    }

    private void put(String code, String parent, String name, String english) {
        merchandise.put(new PutCategory(code, parent, name, english, 0), TradeFixtures.DESK);
    }
}
