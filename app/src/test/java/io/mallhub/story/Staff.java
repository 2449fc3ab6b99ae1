package io.mallhub.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;

/** A member of staff at the console. */
final class Staff {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Page page;
    private final String console;

    private Staff(Page page, String console) {
        this.page = page;
        this.console = console;
    }

    static Staff signIn(Browser browser, RunningMall mall, String login) {
        String console = mall.console().toString();
        Page page = browser.person("zh-CN");
        page.navigate(console);
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", "mallhub-demo");
        page.click("main button[type=submit], form button:not([type=button])");
        page.waitForSelector("#page");
        return new Staff(page, console);
    }

    void askForSupplement(String application, String what) {
        openTask("/compliance/" + application);
        page.click("label[for=d-supplement]");
        page.fill("#decision-reason", what);
        page.check("input[name=documents][value=PURCHASER_AUTHORISATION]");
        decide();
    }

    void approve(String application) {
        openTask("/compliance/" + application);
        page.click("label[for=d-approve]");
        page.fill("#decision-reason", "资料齐全，与原件一致");
        decide();
    }

    private void decide() {
        page.click("form[action$='/decision'] button.btn-primary");
        page.waitForSelector(".alert-success");
    }

    void setCredit(String customer, String limit) {
        page.navigate(console + "/customers/" + customer);
        page.fill("#c-limit", limit);
        page.fill("#c-term", "30");
        page.click("form[action$='/credit'] button");
        page.waitForSelector(".alert-success");
    }

    void agreePrice(String customer, String product, String price) {
        page.navigate(console + "/customers/" + customer);
        page.fill("#a-code", product);
        page.fill("#a-price", price);
        page.click("form[action$='/agreements'] button");
        page.waitForSelector(".alert-success");
    }

    void approveOrder(String order) {
        openTask("/orders/" + order);
        page.fill("input[id^=reason-]", "老客户，同意放行");
        page.click("button[name=decision][value=approve]");
        page.waitForSelector(".alert-success");
    }

    String orderThread(String order) {
        page.navigate(console + "/orders/" + order);
        return page.textContent("body");
    }

    void setPolicies(
            String connection, String product, String stock, String customer, String order) {
        page.navigate(console + "/integration/connections/" + connection);
        page.selectOption("#p-PRODUCT", product);
        page.selectOption("#p-STOCK", stock);
        page.selectOption("#p-CUSTOMER", customer);
        page.selectOption("#p-ORDER", order);
        page.click("form[action$='/policies'] button");
        page.waitForSelector(".alert-success");
    }

    /** The task appears as soon as the engine's records have reached the read models. */
    private void openTask(String path) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Locator decision = page.locator("form[action$='/decision']");
        do {
            page.navigate(console + path);
            if (decision.count() > 0) {
                return;
            }
            page.waitForTimeout(500);
        } while (System.nanoTime() < end);
        throw new AssertionError("no task to decide on " + path + ":\n" + page.textContent("body"));
    }
}
