package io.mallhub.story;

import com.microsoft.playwright.Page;

/** The warehouse clerk at the legacy ERP's own screens. */
public final class BackOffice {
    private final Page page;
    private final String office;

    private BackOffice(Page page, String office) {
        this.page = page;
        this.office = office;
    }

    public static BackOffice signIn(Browser browser, RunningMall mall) {
        String office = mall.erp() + "/office";
        Page page = browser.person("zh-CN");
        page.navigate(office + "/orders");
        page.fill("input[name=user]", "demo");
        page.fill("input[type=password]", "demo");
        page.click("form[action$='/login'] button");
        page.waitForLoadState();
        return new BackOffice(page, office);
    }

    public void accept(String number) {
        page.navigate(office + "/orders/" + number);
        page.click("form[action$='/accept'] button");
        page.waitForLoadState();
    }

    /** The whole order, with the batches that the ERP proposes: first expired, first out. */
    public void ship(String number) {
        page.navigate(office + "/orders/" + number);
        page.click("form[action$='/ship'] button");
        page.waitForLoadState();
    }
}
