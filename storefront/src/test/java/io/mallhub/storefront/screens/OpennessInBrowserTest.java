package io.mallhub.storefront.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
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
import io.mallhub.identity.BuyerRight;
import io.mallhub.openness.GuestAccess;
import io.mallhub.openness.Openness;
import io.mallhub.openness.Openness.ChangeDoors;
import io.mallhub.openness.Openness.Doors;
import io.mallhub.openness.RegistrationAccess;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.order.PaymentMethods.RuleQuery;
import io.mallhub.shared.Actor;
import io.mallhub.shared.PageRequest;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.webkit.fixture.Chromium;
import java.util.EnumSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a guest, an uninvited company and a customer of a level meet in their browsers. */
@StorefrontTest
class OpennessInBrowserTest {
    private static final Actor ADMIN = Actor.staff("admin", "Admin");

    @LocalServerPort int port;
    @Autowired Openness openness;
    @Autowired Visibility visibility;
    @Autowired PaymentMethods methods;
    @Autowired Customers book;
    @Autowired CustomerFixtures customers;
    @Autowired Companies companies;
    @Autowired TradeFixtures trade;
    @Autowired Products products;

    private final String level = "L" + UUID.randomUUID();

    @AfterEach
    void openToAll() {
        set(GuestAccess.CATALOGUE, RegistrationAccess.OPEN);
        methods.page(new RuleQuery(false, level), PageRequest.first(9))
                .items()
                .forEach(it -> methods.end(it.id(), "test over", TradeFixtures.DESK));
    }

    @Test
    void aGuestOfAClosedMallComesToTheSignInAndTheUninvitedToTheInvitation() {
        try (Chromium chromium = Chromium.open();
                Shopper guest = Shopper.guest(chromium, port)) {
            // when
            Page page = guest.open("/products");

            // then
            assertThat(page).hasURL(Pattern.compile(".*/products"));

            // when
            set(GuestAccess.NOTHING, RegistrationAccess.INVITED);
            guest.open("/products");

            // then
            assertThat(page).hasURL(Pattern.compile(".*/login"));

            // when
            guest.open("/register");

            // then
            assertThat(page.locator("#invitation")).isVisible();
            assertThat(page.locator("[name=uscc]")).hasCount(0);
        }
    }

    @Test
    void aLevelSeesOtherGoodsAndPaysOtherwiseThanTheRest() {
        // given
        CustomerView one = customers.anActiveCustomer();
        CustomerView other = customers.anActiveCustomer();
        book.changeLevel(one.id(), level, TradeFixtures.DESK);
        trade.giveCredit(one.id(), "1000");
        trade.giveCredit(other.id(), "1000");
        ProductView hidden = products.product(trade.aProduct()).orElseThrow();
        ProductView shown = products.product(trade.aProduct()).orElseThrow();
        hideFromTheLevel(hidden);
        methods.put(
                new Audience(AudienceKind.LEVEL, level, level),
                EnumSet.of(PaymentMethod.CREDIT),
                "只能账期",
                TradeFixtures.DESK);
        try (Chromium chromium = Chromium.open();
                Shopper ours =
                        Shopper.signedIn(
                                chromium, port, companies.aUser(one.id(), BuyerRight.values()));
                Shopper theirs =
                        Shopper.signedIn(
                                chromium, port, companies.aUser(other.id(), BuyerRight.values()))) {
            // then
            assertThat(theirs.open("/products?q=" + hidden.code()).locator(".shop-good"))
                    .hasCount(1);
            assertThat(ours.open("/products?q=" + hidden.code()).locator(".shop-good")).hasCount(0);

            // when
            ours.buy(shown.code(), 1);
            theirs.buy(shown.code(), 1);

            // then
            assertThat(ours.open("/cart").locator("input[value=PREPAID]")).hasCount(0);
            assertThat(theirs.open("/cart").locator("input[value=PREPAID]")).hasCount(1);
        }
    }

    private void hideFromTheLevel(ProductView product) {
        PutOutcome outcome =
                visibility.put(
                        new PutRule(
                                Effect.HIDE,
                                new Goods(
                                        GoodsKind.PRODUCT, product.id().toString(), product.code()),
                                new Audience(AudienceKind.LEVEL, level, level),
                                null,
                                null,
                                "独家供应",
                                ADMIN));
        if (outcome instanceof PutOutcome.Refused refused) {
            throw new AssertionError(refused.why());
        }
    }

    private void set(GuestAccess guests, RegistrationAccess registration) {
        openness.change(
                new ChangeDoors(
                        new Doors(openness.doors().version(), guests, registration),
                        "test",
                        ADMIN));
    }
}
