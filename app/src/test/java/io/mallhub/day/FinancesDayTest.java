package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;

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
}
