package io.mallhub.storefront.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.FlashFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.flash.FlashQuotas;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import io.mallhub.webkit.fixture.Chromium;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A sale on Mondays from 20:00 to 22:00: before it, in it, sold out, and after it. */
@StorefrontTest
class FlashInBrowserTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired FlashFixtures flash;
    @Autowired FlashSales sales;
    @Autowired FlashQuotas quotas;
    @Autowired Products products;
    @Autowired MutableClock clock;

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aMondayEvening(int width) {
        // given
        CustomerView company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "1000");
        ProductId boxes = trade.aProduct("10.00", 100);
        ProductView product = products.product(boxes).orElseThrow();
        clock.set("2026-11-30T19:59:57");
        SaleView sale = flash.onMondays(boxes, "6.00", 40, 10);
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
            Locator card = page.locator("[data-sale=" + sale.code() + "]");

            // when
            page.navigate(address("/flash"));

            // then
            assertThat(card).containsText("即将开始");
            assertThat(card.locator("[data-until]")).hasText(Pattern.compile("00:00:0\\d"));

            // when
            clock.set("2026-11-30T20:00:00");

            // then
            assertThat(card).containsText("抢购中");
            assertThat(card.locator("[data-until]"))
                    .hasText(Pattern.compile("01:59:5\\d|02:00:00"));
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);

            // when
            page.navigate(address("/products?q=" + product.code()));

            // then
            assertThat(page.locator(".shop-good")).containsText("限时抢购");
            assertThat(page.locator(".shop-good .shop-price")).containsText("6.00");

            // when
            page.navigate(address("/products/" + product.code()));

            // then
            assertThat(page.locator("#sale")).containsText("每家限购 10 盒");
            assertThat(page.locator("#page")).containsText("限时抢购价");

            // when
            page.locator("#quantity").fill("11");
            page.locator("form button.btn-primary.w-100").click();
            page.navigate(address("/cart"));

            // then
            assertThat(page.locator(".shop-sums .shop-price")).containsText("110.00");
            assertThat(page.locator("#page")).containsText("不超过 10 盒 时可享抢购价 ¥6.00");

            // when
            page.locator("input[name=quantity]").fill("10");
            page.locator(".shop-buy button").first().click();

            // then
            assertThat(page.locator(".shop-sums .shop-price")).containsText("60.00");
            assertThat(page.locator("#page")).containsText("限时抢购价");
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);

            // when
            page.locator("form button.btn-primary.w-100").click();
            page.waitForURL("**/orders/SO*");
            othersTakeTheRest(boxes);
            page.navigate(address("/flash"));

            // then
            assertThat(card).containsText("已抢光");
            assertThat(card).containsText("贵公司已抢 10");

            // when
            clock.set("2026-11-30T22:00:00");
            sales.turn(100);
            page.navigate(address("/flash"));

            // then
            assertThat(card).containsText("即将开始");
            assertThat(card).containsText("2026-12-07 20:00 至 22:00");
        } finally {
            sales.end(sale.code(), "test over", FlashFixtures.MARKETING);
        }
    }

    private void othersTakeTheRest(ProductId product) {
        for (int other = 0; other < 3; other++) {
            quotas.take(
                    new OrderId(UUID.randomUUID()),
                    new CustomerId(UUID.randomUUID()),
                    Map.of(product, new FlashQuotas.Wanted(Quantity.of(10), UnitPrice.of("6.00"))));
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
