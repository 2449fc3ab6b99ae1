package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mallhub.story.Staff;
import org.junit.jupiter.api.Test;

/**
 * The administrator makes a role, gives it to the demo's pricing clerk and takes it back; the clerk
 * is signed in all the while.
 */
class AdministratorsDayTest extends Day {
    private static final String RECEIVABLES = "aside .nav-link[href='/console/receivables']";

    @Test
    void aRoleOpensItsPageAtOnceAndWhenItIsTakenBackThePageIsGoneAtOnce() {
        Staff clerk = staff("pricing");
        Staff admin = staff("admin");
        assertThat(clerk.open("/prices").locator("main h1, h1").first().textContent())
                .doesNotContain("没有权限");
        assertThat(clerk.page().locator(RECEIVABLES).count()).isZero();

        String role = aRole(admin, "应收查询");
        tick(admin, role, "page:RECEIVABLES");
        give(admin, role, true);

        assertThat(clerk.open("/receivables").textContent("h1.page-title")).contains("应收");
        assertThat(clerk.page().locator(RECEIVABLES).count()).isEqualTo(1);
        assertThat(clerk.page().locator("aside .nav-link[href='/console/payments']").count())
                .isZero();
        assertThat(clerk.open("/prices").locator("h1").first().textContent())
                .doesNotContain("没有权限");

        give(admin, role, false);

        Page page = clerk.open("/receivables");
        assertThat(page.textContent(".empty-title")).contains("没有打开“");
        assertThat(page.textContent("main")).contains("财务", "应收查询", "系统管理员");
        assertThat(page.locator(RECEIVABLES).count()).isZero();
    }

    @Test
    void theClerkEditsPriceListsAndDoesNotPublishThem() {
        Page page = staff("pricing").open("/prices");
        Object answer =
                page.evaluate(
                        """
                        fetch('/console/prices/lists/PL000000/1/publish', {method: 'POST', headers:
                            {[document.body.dataset.csrfHeader]: document.body.dataset.csrfToken}})
                            .then(it => it.status)
                        """);

        assertThat(answer).isEqualTo(403);
    }

    @Test
    void anAdministratorIsRefusedToWidenHisOwnRole() {
        Staff admin = staff("admin");
        Page page = admin.open("/roles/ADMIN");
        page.check("input[value='page:RECEIVABLES']");
        page.click("form[action$='/preview'] .card-footer button");

        assertThat(page.textContent(".alert-danger")).contains("另一位管理员");
        assertThat(page.locator("#save-reason").count()).isZero();
    }

    private static String aRole(Staff admin, String name) {
        Page page = admin.open("/roles");
        page.click("[data-bs-target='#new']");
        page.fill("#new-name", name);
        page.fill("#new-reason", "月底对账");
        page.click("#new form button.btn-primary");
        assertThat(admin.notice()).contains(name);
        return page.url().replaceFirst(".*/", "");
    }

    private static void tick(Staff admin, String role, String permission) {
        Page page = admin.open("/roles/" + role);
        page.check("input[value='" + permission + "']");
        page.click("form[action$='/preview'] .card-footer button");
        assertThat(page.textContent("#gained")).contains("应收");
        page.fill("#save-reason", "月底对账");
        page.click("form[action='/console/roles/" + role + "'] button");
        assertThat(admin.notice()).contains("立即生效");
    }

    private static void give(Staff admin, String role, boolean given) {
        Page page = admin.open("/staff/pricing");
        page.setChecked("input[name=teamRoles][value='" + role + "']", given);
        page.fill("#give-reason", "月底对账");
        page.click("form[action$='/team-roles'] button");
        assertThat(admin.notice()).contains("pricing");
    }
}
