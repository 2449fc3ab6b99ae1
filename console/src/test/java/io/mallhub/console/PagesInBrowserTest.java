package io.mallhub.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.identity.Role;
import io.mallhub.identity.TeamRoles;
import io.mallhub.order.PartCancellations;
import io.mallhub.processes.IncidentDesk;
import io.mallhub.processes.Instances;
import io.mallhub.processes.SavedSearches;
import io.mallhub.receipt.Receipts;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import io.mallhub.webkit.fixture.Chromium;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages as a browser draws them. */
@SpringBootTest(
        classes = {ConsoleTestApplication.class, StandingMall.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "mallhub.demo.enabled=true"})
@SuppressWarnings("DirectInvocationOnMock")
class PagesInBrowserTest {
    private static final List<String> PAGES =
            List.of(
                    "/console",
                    "/console/compliance",
                    "/console/compliance/applications",
                    "/console/compliance/" + StandingMall.APPLICATION,
                    "/console/compliance/archive",
                    "/console/compliance/inspection?customer=" + StandingMall.CUSTOMER,
                    "/console/notices",
                    "/console/notices/addresses",
                    "/console/compliance/expiry",
                    "/console/compliance/four-eyes",
                    "/console/compliance/renewals/" + StandingMall.RENEWAL,
                    "/console/orders",
                    "/console/returns",
                    "/console/returns/" + StandingReturns.RETURN,
                    "/console/returns/" + StandingReturns.RETURN + "/inspection",
                    "/console/recalls",
                    "/console/recalls?product=" + StandingMall.PRODUCT_CODE,
                    "/console/recalls?product="
                            + StandingMall.PRODUCT_CODE
                            + "&batch="
                            + StandingRecalls.UNKNOWN_BATCH,
                    "/console/recalls/" + StandingRecalls.RECALL,
                    "/console/recalls/" + StandingRecalls.CLOSED,
                    "/console/orders/" + StandingMall.ORDER,
                    "/console/orders/" + StandingMall.ORDER + "/part",
                    "/console/operations",
                    "/console/operations/instances?variable=pushMode&op=is&value=soap",
                    "/console/operations/incidents",
                    "/console/operations/incidents/" + StandingOperations.GROUP,
                    "/console/operations/repairs",
                    "/console/operations/repairs/" + StandingOperations.BATCH,
                    "/console/operations/" + StandingMall.INSTANCE,
                    "/console/integration",
                    "/console/integration/connections/sim-soap",
                    "/console/integration/connections/sim-soap/trial",
                    "/console/integration/connections/sim-soap/trial?operation=void-order",
                    "/console/integration/connections/sim-soap/rehearsal",
                    "/console/integration/connections/sim-soap/rehearsal?candidate="
                            + StandingConnectionDesk.UPLOAD,
                    "/console/integration/connections/sim-soap/certifications",
                    "/console/integration/certifications/" + StandingConnectionDesk.RUN,
                    "/console/integration/definitions",
                    "/console/integration/new?definition=simulator-soap",
                    "/console/integration/connections/sim-soap/settings",
                    "/console/integration/messages/501",
                    "/console/integration/quarantine",
                    "/console/integration/quarantine/11",
                    "/console/integration/reconciliation",
                    "/console/integration/reconciliation/5",
                    "/console/integration/messages",
                    "/console/integration/messages?text=SO&from=2026-11-01&until=2026-11-30",
                    "/console/integration/clients",
                    "/console/integration/webhooks",
                    "/console/integration/webhooks/deliveries",
                    "/console/integration/webhooks/deliveries/17",
                    "/console/conflicts",
                    "/console/conflicts/" + StandingMall.CONFLICT,
                    "/console/catalogue?category=none",
                    "/console/catalogue?merchandise=MED",
                    "/console/catalogue/" + StandingMall.PRODUCT,
                    "/console/merchandise",
                    "/console/merchandise?change=MED-WEST",
                    "/console/customers",
                    "/console/customers/" + StandingMall.CUSTOMER,
                    "/console/sales-regions",
                    "/console/openness",
                    "/console/invitations",
                    "/console/visibility",
                    "/console/visibility/as",
                    "/console/visibility/as?customer=" + StandingMall.CUSTOMER,
                    "/console/ledgers",
                    "/console/ledgers/receivables",
                    "/console/ledgers/prepaid",
                    "/console/campaigns?month=2026-12",
                    "/console/promotions",
                    "/console/promotions/new",
                    "/console/promotions/" + StandingPromotions.LIVE,
                    "/console/promotions/" + StandingPromotions.LIVE + "/edit",
                    "/console/promotions/"
                            + StandingPromotions.DRAFT
                            + "?customer="
                            + StandingMall.CUSTOMER
                            + "&goods="
                            + StandingMall.PRODUCT_CODE
                            + "+120",
                    "/console/promotions/" + StandingPromotions.LIVE + "/rehearsal",
                    "/console/promotions/"
                            + StandingPromotions.DRAFT
                            + "/rehearsal?outcome="
                            + StandingPromotions.OUTCOME,
                    "/console/policies",
                    "/console/policies/propose",
                    "/console/policies/propose?never=OTC_B&leastPercent=20",
                    "/console/policies/exemptions",
                    "/console/flash-sales",
                    "/console/flash-sales/new",
                    "/console/flash-sales/" + StandingFlashSales.LIVE,
                    "/console/flash-sales/" + StandingFlashSales.DRAFT,
                    "/console/flash-sales/" + StandingFlashSales.DRAFT + "/edit",
                    "/console/coupons",
                    "/console/coupons/new",
                    "/console/coupons/" + StandingCoupons.PUSHED,
                    "/console/coupons/" + StandingCoupons.PUSHED + "?to=TYPE&type=HOSPITAL",
                    "/console/coupons/" + StandingCoupons.PUSHED + "/edit",
                    "/console/coupons/" + StandingCoupons.STOPPED,
                    "/console/coupons/given/" + StandingCoupons.COUPON,
                    "/console/points",
                    "/console/points/companies/" + StandingMall.COMPANY,
                    "/console/points/rules",
                    "/console/prepaid",
                    "/console/prepaid/top-ups",
                    "/console/prepaid/top-ups/" + StandingPrepaid.OPEN,
                    "/console/prepaid/top-ups/" + StandingPrepaid.CREDITED,
                    "/console/prepaid/accounts/" + StandingMall.COMPANY + "?amount=8000",
                    "/console/prepaid/rules",
                    "/console/prepaid/methods",
                    "/console/prepaid/methods/account",
                    "/console/prepaid/own",
                    "/console/prepaid/accounts/"
                            + StandingMall.COMPANY
                            + "?announcement="
                            + StandingReceivables.TOP_UP,
                    "/console/prices",
                    "/console/prices/lists/" + StandingPrices.DRAFT,
                    "/console/prices/lists/" + StandingPrices.PUBLISHED,
                    "/console/prices/lists/" + StandingPrices.DRAFT + "/preview",
                    "/console/prices/lists/" + StandingPrices.DRAFT + "/import",
                    "/console/prices/floors",
                    "/console/prices/explain",
                    "/console/prices/explain?customer="
                            + StandingMall.CUSTOMER
                            + "&product="
                            + StandingMall.PRODUCT_CODE,
                    "/console/receivables",
                    "/console/receivables?only=OVERDUE&sort=-overdue",
                    "/console/receivables/accounts/" + StandingMall.COMPANY,
                    "/console/receivables/accounts/"
                            + StandingMall.COMPANY
                            + "?announcement="
                            + StandingReceivables.ANNOUNCED,
                    "/console/receivables/announced",
                    "/console/receivables/orders",
                    "/console/receivables/repayments",
                    "/console/receivables/repayments/" + StandingTransfers.ASKED,
                    "/console/receivables/repayments/" + StandingTransfers.RECORDED,
                    "/console/receivables/repayments/" + StandingTransfers.KEPT,
                    "/console/receivables/receipts",
                    "/console/receivables/receipts/" + StandingReceivables.OPEN,
                    "/console/receivables/receipts/" + StandingReceivables.BOOKED,
                    "/console/receivables/receipts/" + StandingReceivables.ASKED,
                    "/console/receivables/receipts/" + StandingReceivables.REVERSED,
                    "/console/payments",
                    "/console/payments/" + StandingPayments.PAID,
                    "/console/payments/" + StandingPayments.UNCLEAR,
                    "/console/payments/refunds",
                    "/console/payments/notices",
                    "/console/commission?month=2026-10",
                    "/console/commission/" + StandingCommission.STATEMENT,
                    "/console/commission/rules",
                    "/console/commission/payees",
                    "/console/my-commission",
                    "/console/my-commission/" + StandingCommission.STATEMENT,
                    "/console/distribution",
                    "/console/distribution/goods",
                    "/console/distribution/distributors",
                    "/console/distribution/terms",
                    "/console/my-links",
                    "/console/my-links/" + StandingDistribution.OF_ALL.id(),
                    "/console/my-customers",
                    "/console/my-customers/" + StandingMall.CUSTOMER,
                    "/console/delegations",
                    "/console/staff",
                    "/console/staff/sales",
                    "/console/roles",
                    "/console/roles/matrix",
                    "/console/roles/MARKETING",
                    "/console/roles/ADMIN",
                    "/console/roles/" + StandingTeamRoles.CLERK,
                    "/console/roles/" + StandingTeamRoles.RETIRED,
                    "/console/roles/" + StandingTeamRoles.CLERK + "/history",
                    "/console/audit");
    private static Chromium chromium;
    @LocalServerPort int port;
    @Autowired PartCancellations parts;
    @Autowired IncidentDesk desk;
    @Autowired Instances instances;
    @Autowired Receipts receipts;
    @Autowired SavedSearches saved;
    @Autowired TeamRoles teamRoles;
    @Autowired Visibility visibility;
    @Autowired MerchandiseCategories merchandise;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, 1440", "en, 390"})
    void everyPageIsWholeAndEachOfItsFieldsNamedInEitherLanguageAndWidth(
            String language, int width) {
        Page page = signedIn(language, width);
        List<String> errors = new ArrayList<>();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        errors.add(page.url() + " " + message.text());
                    }
                });
        for (String path : PAGES) {
            page.navigate(address(path));

            assertThat(page.locator("main h1, h1").first()).isVisible();
            assertThat(page.content()).as(path).doesNotContainPattern("\\?\\?[a-z][a-zA-Z.-]+_");
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as("overflow of " + path)
                    .isEqualTo(0);
            assertThat(nameless(page)).as("without a name: " + path).isEmpty();
        }
        assertThat(errors).isEmpty();
    }

    /** Fields, buttons and links of which a screen reader could say nothing. */
    private static List<?> nameless(Page page) {
        return (List<?>)
                page.evaluate(
                        """
                        [...document.querySelectorAll('input:not([type=hidden]),select,textarea,button,a[href]')]
                          .filter(e => !(e.labels && e.labels.length) && !e.getAttribute('aria-label') && !e.title
                            && !(e.textContent || '').trim() && !e.closest('label'))
                          .map(e => e.outerHTML.slice(0, 120))
                        """);
    }

    @Test
    void bothVersionsOfARenewalAreDrawn() {
        Page page = signedIn("zh", 1440);

        page.navigate(address("/console/compliance/renewals/" + StandingMall.RENEWAL));

        assertThat(page.locator(".console-stage")).hasCount(2);
        assertThat(page.locator(".console-stage img, .console-stage canvas")).hasCount(2);
        assertThat(page.locator(".console-stage .spinner-border")).hasCount(0);
    }

    @Test
    void theViewerDrawsAPictureAndAPdf() {
        Page page = signedIn("zh", 1440);
        page.navigate(address("/console/compliance/" + StandingMall.APPLICATION));
        assertThat(page.locator(".console-stage img")).isVisible();
        int narrow =
                ((Number) page.evaluate("document.querySelector('.console-stage img').width"))
                        .intValue();

        page.locator("[data-zoom='1.25']").click();

        assertThat(
                        ((Number)
                                        page.evaluate(
                                                "document.querySelector('.console-stage img').width"))
                                .intValue())
                .isGreaterThan(narrow);
        page.getByText("药品经营许可证").first().click();
        page.navigate(
                address(
                        "/console/compliance/"
                                + StandingMall.APPLICATION
                                + "?document=00000000-0000-0002-0000-000000000002"));
        assertThat(page.locator(".console-stage canvas")).isVisible();
    }

    @Test
    void theDiagramShowsTokensAndIncidents() {
        Page page = signedIn("zh", 1440);
        page.navigate(address("/console/operations/" + StandingMall.INSTANCE));

        assertThat(page.locator(".console-token.console-incident")).hasText("1");
        assertThat(page.locator("[data-element-id='finance-approval'].console-active")).hasCount(1);
        assertThat(page.locator("[data-element-id='assess-order'].console-done")).hasCount(1);
    }

    @Test
    void anOpenPageShowsWhatHappenedSinceWithoutBeingLoadedAgain() {
        Page page = signedIn("en", 1440);
        page.navigate(address("/console/operations/incidents"));
        page.evaluate("window.untouched = true");
        Locator victims = page.locator("#groups .badge").first();
        assertThat(victims).hasText("23");
        List<IncidentDesk.Group> before = desk.groups();
        List<Instances.ExporterLag> lag = instances.lag();
        try {
            when(desk.groups()).thenReturn(List.of(before.getLast()));
            when(instances.lag())
                    .thenReturn(
                            List.of(
                                    new Instances.ExporterLag(
                                            1,
                                            200_000,
                                            StandingMall.NOW,
                                            Duration.ofMillis(200),
                                            false)));

            assertThat(victims)
                    .hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(15_000));
            assertThat((Boolean) page.evaluate("window.untouched")).isTrue();
        } finally {
            when(desk.groups()).thenReturn(before);
            when(instances.lag()).thenReturn(lag);
        }
    }

    @Test
    void aSavedSearchIsALinkThatFillsTheFormAndCanBeDeleted() {
        Page page = signedIn("en", 1440);
        page.navigate(address("/console/operations/instances"));

        page.locator(".console-saved").click();

        assertThat(page)
                .hasURL(
                        address(
                                "/console/operations/instances?incidents=true&variable=total&op=between&value=1&most=9"));
        assertThat(page.locator("input[type=checkbox][name=incidents]")).isChecked();
        assertThat(page.locator("#f-variable")).hasValue("total");
        assertThat(page.locator("#f-op")).hasValue("between");
        assertThat(page.locator("#f-most")).hasValue("9");
        page.locator("form[action$='/searches/delete'] button").click();

        verify(saved).delete("卡住的订单");
    }

    @Test
    void aRuleForOneTypeAloneIsMadeOutOfACatalogue() {
        Page page = signedIn("en", 390);
        page.navigate(address("/console/visibility"));
        page.locator("#rule-effect").selectOption("SHOW");
        page.locator("#rule-goods-kind").selectOption("MERCHANDISE");
        page.locator("#rule-merchandise").selectOption("MED-WEST");
        page.locator("#rule-audience-kind").selectOption("TYPE");
        page.locator("#rule-type").selectOption("HOSPITAL");
        page.locator("input[name=alone]").check();
        page.locator("#rule-reason").fill("hospitals only");

        page.locator("form:has(#rule-reason) button").click();

        assertThat(page.locator(".alert-success")).isVisible();
        verify(visibility)
                .putAlone(
                        argThat(
                                rule ->
                                        rule.effect() == Effect.SHOW
                                                && rule.goods()
                                                        .equals(
                                                                new Goods(
                                                                        GoodsKind.MERCHANDISE,
                                                                        "MED-WEST",
                                                                        "MED-WEST 西药"))
                                                && rule.audience().of().equals("HOSPITAL")));
    }

    @Test
    void theTickedProductsOfTheListAreMovedIntoACategory() {
        Page page = signedIn("zh", 1440);
        page.navigate(address("/console/catalogue"));
        page.locator("input[name=product]").first().check();
        page.locator("#move select[name=to]").selectOption("NEW");

        page.locator("#move button").click();

        assertThat(page.locator(".alert-success")).isVisible();
        verify(merchandise)
                .move(
                        eq(List.of(StandingMall.PRODUCT)),
                        eq("NEW"),
                        eq(MerchandiseCategories.Move.INTO),
                        any());
    }

    @Test
    void theFirstPageDrawsTheDayAndEachFigureLeadsToWhatItCounts() {
        Page page = signedIn("en", 1440);
        page.navigate(address("/console"));

        assertThat(page.locator(".console-curve canvas")).hasCount(3);
        page.locator(".card:has(.console-curve) a").nth(1).click();

        assertThat(page).hasURL(address("/console/operations/incidents"));
    }

    @Test
    void theHeatMapShowsTokensIncidentsAndDurationsOnTheDiagram() {
        Page page = signedIn("en", 1440);
        page.navigate(address("/console/operations"));

        assertThat(page.locator(".console-token.console-incident")).hasText("23");
        assertThat(page.locator(".console-duration").first()).containsText("s");
    }

    @Test
    void theDiagramSpeaksTheLanguageOfTheReader() {
        Page page = signedIn("en", 1440);
        page.navigate(address("/console/operations/" + StandingMall.INSTANCE));

        assertThat(page.locator("[data-element-id='finance-approval'] text"))
                .containsText("Finance");
        assertThat(page.locator(".djs-container").innerText()).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void thePageOfAnOrderLeadsToItsReturns() {
        Page page = signedIn("en", 1440);
        page.navigate(address("/console/orders/" + StandingMall.ORDER));

        assertThat(page.locator("#returns")).containsText("1,288.32");
        page.locator("#returns a").first().click();

        assertThat(page).hasURL(address("/console/returns/" + StandingReturns.RETURN));
    }

    @Test
    void photosOfAReturnAreDrawnAtTheReviewAndAtTheInspection() {
        Page page = signedIn("zh", 1440);
        for (String path : List.of("", "/inspection")) {
            page.navigate(address("/console/returns/" + StandingReturns.RETURN + path));

            assertThat(page.locator("#photos img")).hasCount(2);
            page.locator("#photos img").first().scrollIntoViewIfNeeded();
            page.waitForFunction("document.querySelector('#photos img').naturalWidth > 0");
        }
    }

    @Test
    void whatARecallWouldFindIsShownAsSoonAsItsBatchIsTyped() {
        Page page = signedIn("en", 1440);
        page.navigate(address("/console/recalls"));
        page.locator("#recall-product").fill(StandingMall.PRODUCT_CODE);
        page.locator("#recall-batch").fill("B240301");
        page.locator("#recall-reason").focus();
        assertThat(page.locator("#recall-reach"))
                .containsText("3 deliveries (300 盒), 2 buyers, 1200 盒 in stock");
        assertThat(page.locator("input[name=nevertheless]")).hasCount(0);

        page.locator("#recall-batch").fill(StandingRecalls.UNKNOWN_BATCH);
        page.locator("#recall-reason").fill("found glass");
        page.locator("#recall-class").selectOption("I");

        assertThat(page.locator("#recall-reach")).containsText("it may be mistyped");
        assertThat(page.locator("input[name=nevertheless]")).not().isChecked();
        page.locator("#open button.btn-danger").click();
        assertThat(page).hasURL(address("/console/recalls"));
        page.locator("input[name=nevertheless]").check();
        page.locator("#open button.btn-danger").click();
        assertThat(page).hasURL(address("/console/recalls/" + StandingRecalls.RECALL));
    }

    @Test
    void theFileOfAPriceListIsHandedInAgainAndWhatBecameOfItIsSaid() {
        Page page = signedIn("en", 390);
        String list = address("/console/prices/lists/" + StandingPrices.DRAFT);
        byte[] file = page.context().request().get(list + "/export").body();
        page.navigate(list);

        page.locator("#upload").setInputFiles(new FilePayload("list.xlsx", "", file));
        page.locator("form:has(#upload) button").click();

        assertThat(page).hasURL(list);
        assertThat(page.locator(".alert-success")).containsText("Rows taken: 2");
    }

    @Test
    void partsOfTheOrderPageComeWhenAskedFor() {
        Page page = signedIn("zh", 1440);
        page.navigate(address("/console/orders/" + StandingMall.ORDER));

        page.getByText("库存等式").first().click();
        assertThat(page.locator(".console-equation").getByText("可售")).isVisible();
        page.locator("summary")
                .filter(
                        new com.microsoft.playwright.Locator.FilterOptions()
                                .setHasText("create-order"))
                .first()
                .click();

        assertThat(page.locator("pre.kit-payload").first()).isVisible();
    }

    @Test
    void theSessionThatCameToTheSignInIsNotTheOneThatLeavesIt() {
        BrowserContext context = chromium.context(new Browser.NewContextOptions());
        Page page = context.newPage();
        page.navigate(address("/console/sign-in"));
        Optional<Cookie> before = session(context);

        signIn(page);

        assertThat(before).isPresent();
        assertThat(session(context).orElseThrow().value).isNotEqualTo(before.get().value);
    }

    @Test
    void theChosenThemeStays() {
        Page page = signedIn("zh", 1440);
        page.locator(".kit-theme").click();

        page.navigate(address("/console/orders"));

        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
    }

    @Test
    void theOrderThatIsTickedGoesWithThePayment() {
        Page page = signedIn("en", 1440);
        page.navigate(address("/console/receivables/accounts/" + StandingMall.COMPANY));

        page.locator("input[name=orders][value='" + StandingMall.ORDER + "']").check();
        page.locator("#receipt-amount").fill("120.50");
        page.locator("#receipt-reference").fill("ICBC 120");
        page.locator("#receipt-form button").click();
        page.waitForURL("**/receipts/" + StandingReceivables.OPEN);

        verify(receipts)
                .record(
                        argThat(
                                it ->
                                        it.orders().equals(List.of(StandingMall.ORDER))
                                                && it.amount().equals(Money.of("120.50"))));
    }

    @Test
    void aPartOfAnOrderIsCancelledAsItWasShown() {
        when(parts.request(any())).thenReturn(new PartCancellations.Outcome.Requested(3));
        Page page = signedIn("en", 390);
        page.navigate(address("/console/orders/" + StandingMall.ORDER + "/part"));
        page.locator("#keep-1").fill("300");
        page.locator("#part-reason").fill("ordered too many");

        page.locator("button[value=preview]").click();

        assertThat(page.locator("#statement .part-back")).containsText("7,236.00");
        assertThat(page.locator("#statement")).containsText("Q2026112900000001");
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
        page.locator("button[value=submit]").click();
        page.waitForURL("**/console/orders/" + StandingMall.ORDER);
        assertThat(page.locator(".order-part").first()).containsText("waiting for the ERP");

        verify(parts)
                .request(
                        argThat(
                                it ->
                                        it.keep().equals(Map.of(1, Quantity.of(300)))
                                                && it.seen().equals(StandingMall.PART.seen())
                                                && it.revision() == 1
                                                && it.reason().equals("ordered too many")));
    }

    private static Optional<Cookie> session(BrowserContext context) {
        return context.cookies().stream().filter(it -> it.name.equals("JSESSIONID")).findFirst();
    }

    @Test
    void aChangeOfARoleIsSeenBeforeItIsSaved() {
        Page page = signedIn("en", 390);
        page.navigate(address("/console/roles/" + StandingTeamRoles.CLERK));
        page.locator("input[value='act:PUBLISH_PRICE_LIST']").check();
        page.locator("input[name=duties][value=FINANCE]").check();

        page.locator("form[action$='/preview'] .card-footer button").click();

        assertThat(page.locator("#gained")).containsText("Publish");
        assertThat(page.locator(".alert-warning").first()).containsText("floors");
        assertThat(page.locator("tr:has-text('张伟')")).containsText("floors");
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
        page.locator("#save-reason").fill("He has learnt it");
        page.locator("form[action='/console/roles/team-1'] button").click();
        page.waitForURL("**/console/roles/team-1");

        verify(teamRoles)
                .change(
                        argThat(
                                it ->
                                        it.reason().equals("He has learnt it")
                                                && it.version() == 2
                                                && it.duties().equals(Set.of(Role.FINANCE))
                                                && it.permissions()
                                                        .equals(
                                                                Set.of(
                                                                        "page:PRICES",
                                                                        "act:OPEN_PRICE_LIST",
                                                                        "act:EDIT_PRICE_LIST",
                                                                        "act:PUBLISH_PRICE_LIST"))));
    }

    @Test
    void whoMayNotIsToldWhatIsMissingAndWhoGivesIt() {
        Page page = chromium.context(new Browser.NewContextOptions()).newPage();
        page.navigate(address("/console/sign-in?lang=en"));
        page.locator("#username").fill("finance");
        page.locator("#password").fill("correct horse");
        page.locator("button.btn-primary").click();
        page.waitForURL("**/console");

        var answer = page.navigate(address("/console/staff"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.locator(".empty-title")).containsText("Staff");
        assertThat(page.locator("main")).containsText("Administrator");
        assertThat(page.locator("main")).containsText("张伟");
        assertThat(page.locator(".nav-link[href='/console/staff']")).hasCount(0);
        assertThat(page.locator(".nav-link[href='/console/receivables']")).hasCount(1);
    }

    private Page signedIn(String language, int width) {
        Page page =
                chromium.context(
                                new Browser.NewContextOptions()
                                        .setViewportSize(width, 900)
                                        .setColorScheme(
                                                com.microsoft.playwright.options.ColorScheme.LIGHT))
                        .newPage();
        page.navigate(address("/console/sign-in?lang=" + language));
        signIn(page);
        return page;
    }

    private static void signIn(Page page) {
        page.locator("#username").fill("all");
        page.locator("#password").fill("correct horse");
        page.locator("button.btn-primary").click();
        page.waitForURL("**/console");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
