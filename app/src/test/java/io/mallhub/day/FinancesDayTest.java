package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mallhub.story.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finance: orders above the credit limit. */
class FinancesDayTest extends Day {
    @BeforeEach
    void thePharmacyHasAlmostNoCredit() {
        staff("finance").setCredit(customerNumber(), "10");
    }

    @AfterEach
    void itHasPlentyAgain() {
        staff("finance").setCredit(customerNumber(), "500000");
    }

    @Test
    void anOrderAboveTheLimitGoesOnWhenFinanceSaysSo() {
        String order = anOrder(shop.dearerThan(100), 2);

        Staff finance = staff("finance");
        finance.await("/orders?state=IN_APPROVAL", "td a[href$='/orders/" + order + "']");
        finance.openTask("/orders/" + order);
        assertThat(finance.page().textContent("main")).contains("超出信用额度");
        finance.approveOrder(order);

        awaitInErp(order);
        assertThat(finance.orderThread(order)).contains("刘洋").contains(erp.numberOf(order));
    }

    @Test
    void theOrderDeskSeesThatFinanceHasToDecideAndCannotDecideItself() {
        String order = anOrder(shop.dearerThan(100), 1);
        staff("finance").openTask("/orders/" + order);

        Staff sales = staff("sales");
        sales.open("/orders/" + order);
        assertThat(sales.page().textContent("main")).contains("财务审批");
        assertThat(sales.page().locator("button[name=decision]").count()).isZero();

        assertThat(staff("finance").answer("/orders/" + order, "reject", "账期未到，请先回款"))
                .contains(order);
        awaitOrder(order, "REJECTED");
    }

    @Test
    void theLineThatTheGateStopsAtThePushIsNamedOnTheOrderPage() {
        String good = shop.products().get(6);
        String stopped = shop.products().get(7);
        Page buyer = pharmacy(1360, 900);
        putInCart(buyer, good, 5);
        putInCart(buyer, stopped, 5);
        buyer.navigate(at("/cart"));
        String order = orderTheCart(buyer);
        staff("finance").openTask("/orders/" + order);
        String before = categorise(stopped, "PSYCHOTROPIC_II");

        staff("finance").approveOrder(order);

        Staff quality = staff("quality");
        quality.openTask("/orders/" + order);
        Page page = quality.page();
        assertThat(page.textContent("main")).contains("订单未发送");
        assertThat(lineOf(page, stopped)).contains("不得销售给此类客户");
        assertThat(lineOf(page, good)).contains("可售");
        assertThat(erp.committedOrders()).doesNotContainKey(order);
        categorise(stopped, before);
        assertThat(quality.answer("/orders/" + order, "retry", "归类有误，已更正")).contains(order);
        awaitInErp(order);
        assertThat(lineOf(quality.open("/orders/" + order), stopped)).contains("可售");
    }

    private static String lineOf(Page page, String product) {
        return page.textContent("tbody tr:has(.kit-code:text-is('" + product + "'))");
    }
}
