package io.mallhub.storefront.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.order.Carts;
import io.mallhub.shared.Quantity;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import io.mallhub.webkit.fixture.Chromium;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer chooses coupons before he orders: twelve boxes at 10.00, 30.00 off from 100.00 on. */
@StorefrontTest
class CartInBrowserTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired CouponFixtures coupons;
    @Autowired Carts carts;

    @Test
    void aChosenCouponChangesTheTotalAtOnceAndKeepsWhatWasTyped() {
        // given
        CustomerView company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "1000");
        String coupon = coupons.aCoupon(company.id(), "100.00", "30.00");
        BuyerView user = companies.aUser(company.id(), BuyerRight.values());
        carts.put(user.id(), company.id(), trade.aProduct(), Quantity.of(12));
        try (Chromium chromium = Chromium.open();
                BrowserContext context = chromium.context(new Browser.NewContextOptions())) {
            context.addCookies(
                    List.of(
                            new Cookie(
                                            "MALLHUB",
                                            Visitor.signedIn(port, user).session().orElseThrow())
                                    .setUrl(address(""))));
            Page page = context.newPage();
            List<String> asked = new ArrayList<>();
            page.onRequest((Request request) -> asked.add(request.url()));
            page.navigate(address("/cart"));
            page.locator("#note").fill("送到后门");

            // when
            page.locator("input[value=" + coupon + "]").check();

            // then
            assertThat(page.locator(".shop-sums .shop-price")).containsText("90.00");
            assertThat(page.locator("input[value=" + coupon + "]")).isChecked();
            assertThat(page.locator("#note")).hasValue("送到后门");
            assertThat(asked).anyMatch(url -> url.contains("coupon=" + coupon));
            assertThat(asked).noneMatch(url -> url.contains("_csrf") || url.contains("key="));

            // when
            page.locator("form button.btn-primary.w-100").click();

            // then
            page.waitForURL("**/orders/SO*");
            assertThat(page.locator("#page")).containsText(coupon);
            assertThat(page.locator("#page")).containsText("送到后门");
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
