package io.mallhub.storefront.screens;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.mallhub.identity.BuyerView;
import io.mallhub.storefront.fixture.Visitor;
import io.mallhub.webkit.fixture.Chromium;
import java.util.List;

/** A buyer before his browser: what he does often, by the forms that he sees. */
final class Shopper implements AutoCloseable {
    private final BrowserContext context;
    private final String home;
    private final Page page;

    private Shopper(BrowserContext context, String home) {
        this.context = context;
        this.home = home;
        page = context.newPage();
    }

    static Shopper signedIn(Chromium chromium, int port, BuyerView user) {
        Shopper shopper = guest(chromium, port);
        shopper.context.addCookies(
                List.of(
                        new Cookie("MALLHUB", Visitor.signedIn(port, user).session().orElseThrow())
                                .setUrl(shopper.home)));
        return shopper;
    }

    static Shopper guest(Chromium chromium, int port) {
        return new Shopper(
                chromium.context(new Browser.NewContextOptions().setViewportSize(1280, 900)),
                "http://127.0.0.1:" + port);
    }

    Page page() {
        return page;
    }

    Page open(String path) {
        page.navigate(home + path);
        return page;
    }

    /** Puts so much of a product into the cart, from its page. */
    void buy(String code, int quantity) {
        open("/products/" + code);
        page.locator("#quantity").fill(Integer.toString(quantity));
        page.locator("form button.btn-primary.w-100").click();
    }

    /** Orders what is in the cart, as it stands on the page; returns the number. */
    String order() {
        page.locator("form[action='/cart/order'] button[type=submit]").click();
        page.waitForURL("**/orders/SO*");
        return page.url().replaceFirst(".*/", "");
    }

    @Override
    public void close() {
        context.close();
    }
}
