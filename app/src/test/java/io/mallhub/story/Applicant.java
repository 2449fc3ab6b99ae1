package io.mallhub.story;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The buyer of the story at his screen. */
public final class Applicant {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Page page;
    private final String root;
    private final Pharmacy pharmacy;

    private Applicant(Page page, String root, Pharmacy pharmacy) {
        this.page = page;
        this.root = root;
        this.pharmacy = pharmacy;
    }

    public Page page() {
        return page;
    }

    public Page open(String path) {
        page.navigate(root + path);
        return page;
    }

    public static Applicant register(Browser browser, RunningMall mall, Pharmacy pharmacy) {
        return register(browser, mall, pharmacy, "/register");
    }

    /** With the code that was handed over. */
    public static Applicant invited(
            Browser browser, RunningMall mall, Pharmacy pharmacy, String code) {
        return register(browser, mall, pharmacy, "/register?invitation=" + code);
    }

    private static Applicant register(
            Browser browser, RunningMall mall, Pharmacy pharmacy, String door) {
        String root = mall.storefront().toString().replaceAll("/$", "");
        Applicant applicant = new Applicant(browser.person("zh-CN"), root, pharmacy);
        Page page = applicant.page;
        page.navigate(root + door);
        page.fill("#name", pharmacy.name());
        page.selectOption("#type", "PHARMACY");
        page.fill("#uscc", pharmacy.uscc());
        page.selectOption("#region", new SelectOption().setIndex(1));
        page.fill("#address", "某市某区某路 1 号");
        page.fill("#contact", "王小明");
        page.fill("#phone", "010-88880000");
        page.fill("#invoiceTitle", pharmacy.name());
        page.fill("#person", "王小明");
        page.fill("#login", pharmacy.login() + "-buyer");
        page.fill("#password", "a-long-password");
        page.click("form[action='/register'] button[type=submit]");
        page.waitForURL("**/registration");
        return applicant;
    }

    public void uploadAllDocuments() {
        upload("BUSINESS_LICENCE", pharmacy.uscc(), "", "business-licence.pdf", List.of());
        upload(
                "DRUG_DISTRIBUTION_LICENCE",
                pharmacy.licence(),
                "2030-06-30",
                "drug-licence.pdf",
                pharmacy.risky()
                        ? List.of("PRESCRIPTION", "OTC_A", "PSYCHOTROPIC_II")
                        : List.of("PRESCRIPTION", "OTC_A", "OTC_B"));
        upload("QUALITY_AGREEMENT", "ZL-1", "2030-12-31", "quality-agreement.pdf", List.of());
        upload("INVOICING_DATA", "KP-1", "", "invoicing.pdf", List.of());
        uploadAuthorisation();
    }

    public void uploadAuthorisation() {
        uploadAuthorisation("2030-12-31");
    }

    public void uploadAuthorisation(String until) {
        upload("PURCHASER_AUTHORISATION", "SQ-1", until, "authorisation.pdf", List.of());
    }

    private void upload(String type, String number, String until, String file, List<String> scope) {
        page.navigate(root + "/registration");
        page.selectOption("#document", type);
        page.fill("#number", number);
        page.fill("#issuer", "某市市场监督管理局");
        page.fill("#issuedOn", "2026-01-05");
        page.fill("#validUntil", until);
        page.setInputFiles("#file", sample(file));
        scope.forEach(code -> page.check("input[name=scope][value=" + code + "]"));
        page.click("form[action='/registration/documents'] button[type=submit]");
        page.waitForSelector(".alert-success");
    }

    /** Number of the application. */
    public String submit() {
        page.navigate(root + "/registration");
        page.click("form[action='/registration/submit'] button[type=submit]");
        page.waitForSelector("#state[data-state=SUBMITTED]");
        return page.textContent("#state .kit-code").strip();
    }

    /** The page refreshes itself: nobody has to reload it. */
    public void awaitState(String state) {
        page.waitForSelector(
                "#state[data-state=" + state + "]",
                new Page.WaitForSelectorOptions().setTimeout(PATIENCE.toMillis()));
    }

    public String customerNumber() {
        page.navigate(root + "/company");
        return page.textContent("h1 ~ .kit-code").strip();
    }

    public void putInCart(String product, int quantity) {
        page.navigate(root + "/products/" + product);
        page.fill("#quantity", String.valueOf(quantity));
        page.click("form[action='/cart'] button[type=submit]");
        page.waitForURL("**/cart");
    }

    public String cartText() {
        page.navigate(root + "/cart");
        return page.textContent("main");
    }

    /** Number of the order. */
    public String placeOrder() {
        page.navigate(root + "/cart");
        page.click("form[action='/cart/order'] button[type=submit]");
        page.waitForURL("**/orders/*");
        return page.url().replaceFirst(".*/orders/", "");
    }

    public void awaitOrderState(String order, String state) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () ->
                                orderPage(order).querySelector("#live[data-state=" + state + "]")
                                        != null);
    }

    public String orderText(String order) {
        return orderPage(order).textContent("main");
    }

    private Page orderPage(String order) {
        page.navigate(root + "/orders/" + order);
        return page;
    }

    public static Path sample(String name) {
        try (InputStream in = Applicant.class.getResourceAsStream("/demo/" + name)) {
            Path file = Files.createTempDirectory("sample").resolve(name);
            Files.copy(in, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
