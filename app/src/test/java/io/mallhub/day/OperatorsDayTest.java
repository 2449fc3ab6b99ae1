package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.mallhub.faults.OrdersUnderFire;
import io.mallhub.story.Staff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operator: the ERP breaks down under 200 orders, its cause is mended once, all go on. */
class OperatorsDayTest extends Day {
    private static final int ORDERS = 200;
    private static final Duration UNTIL_ALL_HAVE_GIVEN_UP = Duration.ofMinutes(5);
    private static final String INCIDENTS = "/operations/incidents";
    private static final String RETRY_ALL = "form[action$='/repairs/preview'] button.btn-primary";

    @Test
    void ordersThatABrokenErpStoppedAreSetGoingAtOnceAndNoneComesTwice() {
        shop.products().forEach(product -> erp.receive(product, ORDERS));
        hub.creditLimit("pharmacy", 50_000_000);
        erp.forgetCommits();
        erp.breakAll("HTTP_503");
        OrdersUnderFire buyers = new OrdersUnderFire("broken-erp", shop.products());
        buyers.order(mall.storefront(), ORDERS);
        buyers.repeatUnanswered(mall.storefront());
        List<String> orders = new ArrayList<>(buyers.acknowledged());
        assertThat(orders).hasSize(ORDERS);

        await().atMost(UNTIL_ALL_HAVE_GIVEN_UP)
                .untilAsserted(() -> assertThat(hub.openIncidents(orders)).isEqualTo(ORDERS));

        Staff operator = staff("operator");
        operator.await(INCIDENTS, "tr:has(.badge:text-is('200')) a").click();
        assertThat(operator.page().textContent("h1, h2.page-title")).contains("ERP 没有响应");
        press(operator, "form[action$='/take'] button");
        assertThat(erp.committedOrders()).isEmpty();

        erp.heal();
        press(operator, RETRY_ALL);
        assertThat(operator.page().textContent("#page")).contains("200");
        operator.page().fill("#reason", "ERP 已恢复，全部重发");
        press(operator, "form[action$='/repairs/start'] button.btn-primary");
        String repair = operator.page().url().replaceFirst(".*/operations", "/operations");
        operator.await(repair, "#progress .bg-green[style*='width:100%']");
        assertThat(operator.page().textContent("#items"))
                .contains(orders.getFirst().substring(0, 2));

        assertThat(buyers.drained(erp).isClean()).isTrue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.openIncidents(orders)).isZero());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.inState("ACCEPTED", orders)).isEqualTo(ORDERS));
        orders.forEach(order -> erp.ship(erp.numberOf(order)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.completedInstances(orders)).isEqualTo(ORDERS));
        assertThat(buyers.drained(erp).isClean()).as("none twice at the end").isTrue();
        assertThat(operator.orderThread(orders.getFirst())).contains("ERP 已恢复，全部重发");
    }

    private static void press(Staff operator, String button) {
        Page page = operator.page();
        page.click(button);
        page.waitForLoadState();
    }
}
