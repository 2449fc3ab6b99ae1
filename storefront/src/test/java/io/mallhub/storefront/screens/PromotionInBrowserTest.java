package io.mallhub.storefront.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import io.mallhub.webkit.fixture.Chromium;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A buyer follows a label to the terms, the cart that explains them, and his order with its gift.
 */
@StorefrontTest
class PromotionInBrowserTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired PromotionFixtures rules;
    @Autowired Products products;

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void fromTheLabelToTheOrder(int width) {
        // given
        CustomerView company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "1000");
        ProductId boxes = trade.aProduct();
        ProductId cups = trade.aProduct("2.50", 100);
        trade.categorised(cups, RegulatoryCategory.OTC_B);
        rules.off("100", "15", boxes);
        rules.off("500", "90", boxes);
        rules.gift("10", cups, boxes);
        ProductView product = products.product(boxes).orElseThrow();
        BuyerView user = companies.aUser(company.id(), BuyerRight.values());
        try (Chromium chromium = Chromium.open();
                BrowserContext context =
                        chromium.context(
                                new Browser.NewContextOptions().setViewportSize(width, 900))) {
            context.addCookies(
                    List.of(
                            new Cookie(
                                            "MALLHUB",
                                            Visitor.signedIn(port, user).session().orElseThrow())
                                    .setUrl(address(""))));
            Page page = context.newPage();

            // when
            page.navigate(address("/products?q=" + product.code()));

            // then
            assertThat(page.locator(".shop-good .badge.bg-red-lt").first()).hasText("满减");
            assertThat(page.locator(".shop-good .badge.bg-red-lt").last()).hasText("满赠");

            // when
            page.navigate(address("/products/" + product.code()));
            assertThat(page.locator("#promotions")).containsText("满 ¥100.00 减 ¥15.00");
            page.locator("#quantity").fill("12");
            page.locator("form button.btn-primary.w-100").click();
            page.navigate(address("/cart"));

            // then
            assertThat(page.locator(".shop-sums .shop-price")).containsText("105.00");
            assertThat(page.locator(".shop-gift")).containsText("赠品");
            assertThat(page.locator("#promotions")).containsText("还差 ¥395.00");
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);

            // when
            page.locator("form button.btn-primary.w-100").click();

            // then
            page.waitForURL("**/orders/SO*");
            assertThat(page.locator("#page")).containsText("赠品");
            assertThat(page.locator("#page")).containsText("105.00");
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
