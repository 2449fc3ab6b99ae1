package io.mallhub.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Duration;

/** A member of staff at the console. */
public final class Staff {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Text and forms are there; pictures and diagrams may follow. */
    private static final Page.NavigateOptions AT_ONCE =
            new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED);

    private final Page page;
    private final String console;

    private Staff(Page page, String console) {
        this.page = page;
        this.console = console;
    }

    public static Staff signIn(Browser browser, RunningMall mall, String login) {
        return signIn(browser.person("zh-CN"), mall, login, "mallhub-demo");
    }

    /** At a screen of one's own. */
    public static Staff signIn(Page page, RunningMall mall, String login, String password) {
        String console = mall.console().toString();
        page.navigate(console);
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", password);
        page.click("main button[type=submit], form button:not([type=button])");
        page.waitForSelector("#page");
        return new Staff(page, console);
    }

    /** The screen itself, for what only one test looks at. */
    public Page page() {
        return page;
    }

    public Page open(String path) {
        page.navigate(console + path, AT_ONCE);
        return page;
    }

    /**
     * Loads the page until this can be seen: what the engine does reaches the pages a little later.
     */
    public Locator await(String path, String selector) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Locator found = page.locator(selector);
        do {
            open(path);
            if (found.count() > 0) {
                return found.first();
            }
            page.waitForTimeout(500);
        } while (System.nanoTime() < end);
        throw new AssertionError(
                "no " + selector + " on " + path + ":\n" + page.textContent("main"));
    }

    /** Takes the open task of this page, gives the answer, and reads what the page says to it. */
    public String answer(String path, String decision, String reason) {
        openTask(path);
        page.fill("input[name=reason][id^=reason-]", reason);
        page.click("button[name=decision][value=" + decision + "]");
        return notice();
    }

    /** What the page says after an act; whether it was done or refused shows its words. */
    public String notice() {
        Locator notice = page.locator("main .alert-dismissible");
        notice.waitFor();
        return notice.textContent().strip();
    }

    public void askForSupplement(String application, String what) {
        openTask("/compliance/" + application);
        page.click("label[for=d-supplement]");
        page.fill("#decision-reason", what);
        page.check("input[name=documents][value=PURCHASER_AUTHORISATION]");
        decide();
    }

    public void approve(String application) {
        openTask("/compliance/" + application);
        page.click("label[for=d-approve]");
        page.fill("#decision-reason", "资料齐全，与原件一致");
        decide();
    }

    private void decide() {
        page.click("form[action$='/decision'] button.btn-primary");
        page.waitForSelector(".alert-success");
    }

    public void setCredit(String customer, String limit) {
        page.navigate(console + "/customers/" + customer);
        page.fill("#c-limit", limit);
        page.fill("#c-term", "30");
        page.click("form[action$='/credit'] button");
        page.waitForSelector(".alert-success");
    }

    public void agreePrice(String customer, String product, String price) {
        page.navigate(console + "/customers/" + customer);
        page.fill("#a-code", product);
        page.fill("#a-price", price);
        page.click("form[action$='/agreements'] button");
        page.waitForSelector(".alert-success");
    }

    public void approveOrder(String order) {
        openTask("/orders/" + order);
        page.fill("input[id^=reason-]", "老客户，同意放行");
        page.click("button[name=decision][value=approve]");
        page.waitForSelector(".alert-success");
    }

    public String orderThread(String order) {
        page.navigate(console + "/orders/" + order);
        return page.textContent("body");
    }

    public void setPolicies(
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
    public void openTask(String path) {
        await(path, "form[action$='/decision']");
    }
}
