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
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceList.Audience;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.PriceLists.Outcome;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import io.mallhub.webkit.fixture.Chromium;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer of a region with a special price sees why, what more costs, and pays it. */
@StorefrontTest
class RegionalPriceInBrowserTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired PriceLists lists;
    @Autowired Products products;
    @Autowired Clock clock;

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void fromTheSearchToTheOrder(int width) {
        // given
        CustomerView company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "1000");
        ProductId goods = trade.aProduct("10.00", 500);
        publish(Audience.region(company.company().region()), goods);
        ProductView product = products.product(goods).orElseThrow();
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
            assertThat(page.locator(".shop-good")).containsText("9.00");
            assertThat(page.locator(".shop-good")).containsText("您所在地区的价格");
            assertThat(page.locator(".shop-good")).containsText("满 10 盒：¥8.00");

            // when
            page.navigate(address("/products/" + product.code()));
            assertThat(page.locator(".shop-breaks")).hasText("满 10 盒：¥8.00");
            page.locator("#quantity").fill("12");
            page.locator("form button.btn-primary.w-100").click();
            page.navigate(address("/cart"));

            // then
            assertThat(page.locator(".shop-sums .shop-price")).containsText("96.00");
            assertThat(page.locator("table")).containsText("您所在地区的价格");
            assertThat(page.locator(".shop-breaks")).hasCount(0);
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);

            // when
            page.locator("form button.btn-primary.w-100").click();

            // then
            page.waitForURL("**/orders/SO*");
            assertThat(page.locator("#page")).containsText("您所在地区的价格");
            assertThat(page.locator("#page")).containsText("96.00");
        }
        assertThat(ApiClient.of(port, user).get("/api/products/" + product.code()).body())
                .contains("\"priceSource\":\"REGION\"", "\"breaks\":[{\"from\":10,");
    }

    @ParameterizedTest
    @CsvSource({"zh, 您所属客户类型的价格", "en, The price of your customer type"})
    void thePriceOfACustomerTypeIsNamedInEitherLanguage(String language, String why) {
        // given
        CustomerView company = customers.anActiveCustomer();
        ProductId goods = trade.aProduct("10.00", 500);
        publish(Audience.region(company.company().region()), goods);
        publish(Audience.type(company.company().type().name()), goods);
        String code = products.product(goods).orElseThrow().code();
        BuyerView user = companies.aUser(company.id(), BuyerRight.values());

        // when
        String page =
                Visitor.signedIn(port, user).get("/products/" + code + "?lang=" + language).body();

        // then
        assertThat(page).contains(why, "9.00");
        assertThat(ApiClient.of(port, user).get("/api/products/" + code).body())
                .contains("\"priceSource\":\"TYPE\"");
    }

    private void publish(Audience audience, ProductId goods) {
        Terms terms = new Terms("区域特价", audience, null, MallTime.today(clock));
        PriceList list = done(lists.open(terms, TradeFixtures.DESK));
        List<Row> rows =
                Map.of(1, "9.00", 10, "8.00").entrySet().stream()
                        .map(
                                it ->
                                        new Row(
                                                goods,
                                                Quantity.of(it.getKey()),
                                                UnitPrice.of(it.getValue())))
                        .toList();
        list = done(lists.putRows(list.key(), rows, true, TradeFixtures.DESK));
        done(lists.publish(list.key(), list.edit(), "区域促销", TradeFixtures.DESK));
    }

    private static PriceList done(Outcome outcome) {
        return ((Outcome.Done) outcome).list();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
