package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.mallhub.story.Applicant;
import io.mallhub.story.Pharmacy;
import io.mallhub.story.Staff;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The quality desk: registrations and renewals, the second pair of eyes, and who may not be it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewersDayTest extends Day {
    private static final Pharmacy PHARMACY =
            new Pharmacy("day", "同仁康大药房（日间）", "91330100799655058B", "浙DA571000003", true);
    private static final LocalDate SOON = LocalDate.now().plusDays(60);
    private static Applicant applicant;
    private static String customer;

    @Test
    @Order(1)
    void aRiskyRegistrationIsApprovedByTwoAndNobodyIsBoth() {
        applicant = Applicant.register(browser, mall, PHARMACY);
        applicant.uploadAllDocuments();
        String application = applicant.submit();
        String page = "/compliance/" + application;

        Staff quality = staff("quality");
        quality.await("/compliance?scope=unclaimed", "td a[href$='" + page + "']").click();
        quality.page().click("form[action$='/claim'] button");
        assertThat(quality.notice()).isNotBlank();
        PlaywrightAssertions.assertThat(quality.page().locator(".console-stage canvas").first())
                .isVisible();
        quality.open("/compliance?scope=mine");
        PlaywrightAssertions.assertThat(
                        quality.page().locator("td a[href$='" + page + "']").first())
                .isVisible();
        quality.askForSupplement(application, "授权书有效期不清楚，请重新上传");

        applicant.awaitState("SUPPLEMENT_REQUESTED");
        applicant.uploadAuthorisation(SOON.toString());
        applicant.submit();
        Staff both = aPersonWithBothRoles();
        both.openTask(page);
        assertThat(both.page().textContent("main")).contains(SOON.toString());
        both.approve(application);

        both.await(page, "#d-approve");
        both.page().click("label[for=d-approve]");
        both.page().fill("#decision-reason", "我自己再批一次");
        both.page().click("form[action$='/decision'] button.btn-primary");
        assertThat(both.notice()).contains("四眼原则").contains("另一人");
        both.open("/compliance/four-eyes");
        assertThat(both.page().textContent("main")).contains(application).contains("王梅");

        Staff head = staff("head");
        head.await("/compliance?scope=unclaimed", "td a[href$='" + page + "']");
        head.approve(application);
        applicant.awaitState("ACTIVE");
        customer = applicant.customerNumber();
        assertThat(staff("head").open("/compliance/four-eyes").textContent("main"))
                .contains("没有人审批过自己参与的事项");
    }

    @Test
    @Order(2)
    void aRenewalIsHandedInAndReviewedBesideTheVersionInForce() {
        LocalDate next = SOON.plusYears(2);
        Page shop = applicant.open("/company");
        shop.waitForSelector("a[href^='/company/renewals/']");
        shop.click("a[href^='/company/renewals/']");
        String renewal = shop.url().replaceFirst(".*/", "");
        shop.fill("#number", "SQ-2");
        shop.fill("#issuer", PHARMACY.name());
        shop.fill("#issuedOn", LocalDate.now().toString());
        shop.fill("#validUntil", next.toString());
        shop.setInputFiles("#file", Applicant.sample("authorisation.pdf"));
        shop.click("form[action$='" + renewal + "'] button[type=submit]");
        shop.waitForSelector(".alert-success");

        Staff quality = staff("quality");
        String page = "/compliance/renewals/" + renewal;
        quality.await("/compliance?scope=unclaimed", "td a[href$='" + page + "']").click();
        quality.openTask(page);
        PlaywrightAssertions.assertThat(quality.page().locator(".console-stage canvas"))
                .hasCount(2);
        assertThat(quality.page().textContent("main"))
                .contains(SOON.toString())
                .contains(next.toString());
        quality.page().fill("#decision-reason", "与原件一致");
        quality.page().click("button[name=accepted][value=true]");
        assertThat(quality.page().locator(".alert-success").count()).isEqualTo(1);

        String documents = "/customers/" + customer;
        quality.await(documents, "td:has-text('" + next + "')");
        assertThat(applicant.open("/company").textContent("main")).contains(next.toString());
    }

    /** Allowed for a small desk; four eyes hold all the same. */
    private static Staff aPersonWithBothRoles() {
        String login = "mei-" + UUID.randomUUID().toString().substring(0, 6);
        Staff admin = staff("admin");
        Page page = admin.open("/staff");
        page.click("[data-bs-target='#new']");
        page.fill("#n-login", login);
        page.fill("#n-name", "王梅");
        page.fill("#n-pw", "a-long-password");
        page.check("#new input[value=QUALITY]");
        page.check("#new input[value=QUALITY_HEAD]");
        page.click("#new .modal-footer button.btn-primary");
        assertThat(admin.notice()).contains(login);
        return Staff.signIn(browser.person("zh-CN"), mall, login, "a-long-password");
    }
}
