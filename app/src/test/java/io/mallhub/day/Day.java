package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.mallhub.faults.ApiBuyer;
import io.mallhub.faults.DemoShop;
import io.mallhub.faults.Erp;
import io.mallhub.faults.HubData;
import io.mallhub.story.Browser;
import io.mallhub.story.RunningMall;
import io.mallhub.story.SharedMall;
import io.mallhub.story.Staff;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A day at one desk of the running mall, of which nobody may say that the hub logged an error. */
abstract class Day {
    static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Map<String, Staff> AT_THEIR_DESKS = new HashMap<>();

    static RunningMall mall;
    static Browser browser;
    static Erp erp;
    static HubData hub;
    static DemoShop shop;
    private HubLog log;

    @BeforeAll
    static void theMallIsOpen() {
        browser = SharedMall.browser();
        mall = SharedMall.mall();
        erp = new Erp(mall.erp());
        hub = new HubData(mall);
        shop = DemoShop.awaitOpen(mall);
    }

    @BeforeEach
    void theErpWorks() {
        erp.heal();
        erp.acceptByItself();
        log = HubLog.of(mall);
        browser.takeErrors();
    }

    @AfterEach
    void nothingWentWrongThatNobodyExpected() {
        assertThat(log.errors()).as("errors in the hub's log").isEmpty();
        assertThat(browser.takeErrors()).as("errors of scripts").isEmpty();
    }

    /** Everybody signs in once, at a desk. */
    static Staff staff(String login) {
        return AT_THEIR_DESKS.computeIfAbsent(login, it -> Staff.signIn(browser, mall, it));
    }

    /** The demo's pharmacy, in its shop. */
    static Page pharmacy(int width, int height) {
        Page page = browser.person("zh-CN", width, height);
        page.navigate(mall.storefront().resolve("/login").toString());
        page.fill("#username", "pharmacy");
        page.fill("#password", "mallhub-demo");
        page.click("form[action='/login'] button[type=submit]");
        page.waitForSelector("form[action='/logout']");
        return page;
    }

    static String at(String path) {
        return mall.storefront().resolve(path).toString();
    }

    /** The pharmacy's order through the API: its number. */
    static String anOrder(String product, int quantity) {
        ApiBuyer.Answer answer =
                new ApiBuyer("pharmacy", "mallhub-demo")
                        .order(mall.storefront(), UUID.randomUUID().toString(), product, quantity)
                        .orElseThrow();
        assertThat(answer.isPlaced()).as(answer.body()).isTrue();
        return answer.number();
    }

    static String anOrderInTheErp(String product, int quantity) {
        String order = anOrder(product, quantity);
        awaitInErp(order);
        return order;
    }

    static void awaitInErp(String order) {
        await().atMost(PATIENCE).until(() -> erp.committedOrders().containsKey(order));
    }

    static void awaitOrder(String order, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stateOfOrder(order)).isEqualTo(state));
    }

    /** As quality sets it; what it was before. */
    static String categorise(String product, String category) {
        Staff quality = staff("quality");
        Page page = quality.open("/catalogue?text=" + product);
        page.click("tbody tr:has(.kit-code:text-is('" + product + "')) td.kit-title a");
        String before = page.inputValue("select[name=category]");
        page.selectOption("select[name=category]", category);
        page.click("form[action*='/catalogue/category/'] button");
        quality.notice();
        return before;
    }

    /** So much of a product into the cart, from its page. */
    static void putInCart(Page buyer, String product, int quantity) {
        buyer.navigate(at("/products/" + product));
        buyer.fill("#quantity", String.valueOf(quantity));
        buyer.click("form[action='/cart'] button.w-100");
    }

    /** Orders what is in the cart; returns the number. */
    static String orderTheCart(Page buyer) {
        buyer.click("form[action='/cart/order'] button.w-100");
        buyer.waitForURL("**/orders/SO*");
        return buyer.url().replaceFirst(".*/", "");
    }

    static String customerNumber() {
        return hub.customerOf("pharmacy");
    }
}
