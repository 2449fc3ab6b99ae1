package io.mallhub.storefront.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.order.CancelPart;
import io.mallhub.order.Orders;
import io.mallhub.order.PartCancellations;
import io.mallhub.order.PartCancellations.Outcome;
import io.mallhub.order.PartCancellations.Preview;
import io.mallhub.order.PartStatement;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import io.mallhub.webkit.fixture.Chromium;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer cancels a part of an accepted order as it was shown to him. */
@StorefrontTest
class PartInBrowserTest {
    private static final String WITHDRAW = ".order-part form[action$='/withdraw'] button";

    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired PromotionFixtures rules;
    @Autowired Orders orders;
    @Autowired PartCancellations parts;

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void fromTheOrderToTheStatementThatWasDone(int width) {
        // given
        CustomerView company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "1000");
        ProductId boxes = trade.aProduct();
        rules.off("150", "20", boxes);
        String number =
                trade.accepted(
                        trade.submitted(
                                TradeFixtures.anOrderOf(
                                        company.id(), TradeFixtures.line(boxes, 20))));
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
            page.navigate(address("/orders/" + number));
            page.locator("#cancel-part").click();
            page.locator("#part-reason").fill("订多了");

            // when
            page.locator("#keep-1").fill("many");
            page.locator("button[value=preview]").click();

            // then
            assertThat(page.locator("#part-problem")).containsText("1");

            // when
            page.locator("#keep-1").fill("0");
            page.locator("button[value=preview]").click();

            // then
            assertThat(page.locator("#part-problem")).containsText("整单");

            // when
            page.locator("#keep-1").fill("5");
            page.locator("button[value=preview]").click();

            // then
            assertThat(page.locator("#statement .part-back")).containsText("130.00");
            assertThat(page.locator("#statement")).containsText("不再满足的促销活动");
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);

            // when
            page.locator("button[value=submit]").click();
            page.waitForURL("**/orders/" + number);

            // then
            assertThat(page.locator(".order-part")).containsText("等待 ERP");
            assertThat(page.locator(WITHDRAW)).hasCount(1);
            page.locator("#cancel-part").click();
            assertThat(page.locator("#part-problem")).containsText("等 ERP 答复");

            // when
            long part = parts.ofOrder(number).getFirst().id();
            parts.start(part);
            orders.recordVoided(number, "void");
            parts.carryOut(part);
            page.navigate(address("/orders/" + number));

            // then
            assertThat(page.locator(".order-part")).containsText("部分取消已完成");
            assertThat(page.locator(".shop-price").first()).containsText("50.00");
            assertThat(page.locator(".shop-timeline")).containsText("→ 5");

            // when
            askedByTheDesk(number, 4);
            page.reload();

            // then
            assertThat(page.locator(".order-part").first()).containsText("等待 ERP");
            assertThat(page.locator(WITHDRAW)).hasCount(0);
        }
    }

    private void askedByTheDesk(String number, long keep) {
        Map<Integer, Quantity> kept = Map.of(1, Quantity.of(keep));
        PartStatement shown = ((Preview.Shown) parts.preview(number, kept)).statement();
        CancelPart asked =
                new CancelPart(
                        number, shown.revision(), kept, "缺货", shown.seen(), TradeFixtures.DESK);
        assertThat(parts.request(asked)).isInstanceOf(Outcome.Requested.class);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
