package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.mallhub.story.Staff;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Commission, from a completed order to the money: every step by somebody else. */
class PayoutsDayTest extends Day {
    private static final String MONTH =
            YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).toString();

    @Test
    void whatAnOrderEarnedIsStatedApprovedByTwoBookedAndPaid() {
        String order = anOrderInTheErp(shop.dearerThan(100), 4);
        erp.ship(erp.numberOf(order));
        await().atMost(PATIENCE).until(() -> hub.earned(order) == 1);
        Staff salesperson = staff("salesperson");
        assertThat(salesperson.open("/my-commission").textContent("main")).contains(order);
        hub.letAMonthPass(order);

        Staff finance = staff("finance");
        finance.open("/commission");
        finance.page().click("form[action$='/payouts'] button");
        assertThat(finance.notice()).contains(MONTH);
        String page = agreedBy(salesperson);

        assertThat(staff("sales").answer(page, "approve", "与订单一致")).isNotBlank();
        assertThat(staff("finance2").answer(page, "approve", "逐笔核对无误")).isNotBlank();
        String statement = page.replace("/commission/", "");
        await().atMost(PATIENCE).until(() -> erp.vouchersOf(statement).size() == 1);

        makeTheFile(finance);
        finance.await(page, "input[name=reference]").fill("ICBC-2026-0001");
        finance.page().click("button[name=decision][value=paid]");
        assertThat(finance.notice()).isNotBlank();
        salesperson.await("/my-commission", "tr:has-text('付款'):has-text('" + statement + "')");
        assertThat(salesperson.page().textContent("main")).contains("已付款");
    }

    /** The dispute window ends early: the salesperson looks at each line and agrees. */
    private static String agreedBy(Staff salesperson) {
        salesperson.await("/my-commission", ".list-group a").click();
        Page page = salesperson.page();
        assertThat(page.textContent("main")).contains("1.5");
        String statement = page.url().replaceFirst(".*/my-commission/", "");
        page.click("form[action$='/confirm'] button");
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return "/commission/" + statement;
    }

    /** Once the ERP has the voucher. */
    private static void makeTheFile(Staff finance) {
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            finance.open("/commission?month=" + MONTH);
                            finance.page().click("form[action$='/files'] button");
                            return finance.page().locator("main .alert-success").count() == 1;
                        });
    }
}
