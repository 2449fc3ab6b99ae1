package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mallhub.story.Staff;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A return from the buyer's phone to the money, with the inspection on a tablet. */
class ReturnsDesksDayTest extends Day {
    private static final int SENT = 30;
    private static final int BACK = 24;
    private static final int SPOILT = 4;

    @Test
    void aReturnIsAskedForReviewedReceivedInspectedAndRefunded() {
        staff("finance").setCredit(customerNumber(), "500000");
        String product = shop.dearerThan(100);
        BigDecimal price = shop.price(mall, product);
        String order = anOrderInTheErp(product, SENT);
        erp.ship(erp.numberOf(order));
        awaitOrder(order, "COMPLETED");
        BigDecimal owed = hub.balanceOf(customerNumber());

        String number = askOnThePhone(order);
        String page = "/returns/" + number;
        Staff sales = staff("sales");
        sales.await("/returns", "td a[href$='" + page + "']");
        assertThat(sales.open(page).textContent("#statement")).contains("佣金冲回", "salesperson");
        assertThat(sales.answer(page, "approve", "外观破损属实")).contains(number);

        Staff warehouse = staff("warehouse");
        warehouse.await(page, "form#receive");
        warehouse.page().click("form#receive button.btn-primary");
        assertThat(warehouse.notice()).contains(number);
        assertThat(warehouse.open(page).locator("a[href$='/inspection']").count()).isZero();
        inspectOnATablet(page);

        Staff finance = staff("finance");
        BigDecimal refund = price.multiply(BigDecimal.valueOf(BACK - SPOILT));
        finance.await(page, "button[value=approve]");
        assertThat(finance.page().textContent("#statement").replace(",", ""))
                .contains(refund.setScale(2).toPlainString());
        assertThat(finance.answer(page, "approve", "金额与验收一致")).contains(number);

        finance.await(page, "#statement .card-footer .kit-code");
        assertThat(hub.balanceOf(customerNumber())).isEqualByComparingTo(owed.subtract(refund));
        assertThat(erp.returnsOf(number)).hasSize(1);
    }

    private static String askOnThePhone(String order) {
        Page phone = pharmacy(390, 844);
        phone.navigate(at("/orders/" + order));
        phone.click("a[href$='/orders/" + order + "/return']");
        phone.fill("input[name=quantity-0]", String.valueOf(BACK));
        phone.selectOption("#reason", "QUALITY_PROBLEM");
        phone.fill("#note", "外盒受潮");
        phone.click("button[value=preview]");
        phone.waitForSelector("#reversal");
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .as("no page is wider than the phone")
                .isLessThanOrEqualTo(390);
        phone.click("button[value=submit]");
        phone.waitForURL("**/returns/*");
        return phone.url().replaceFirst(".*/returns/", "");
    }

    private static void inspectOnATablet(String returned) {
        Page screen = browser.person("zh-CN", 820, 1180);
        Staff inspector = Staff.signIn(screen, mall, "inspector", "mallhub-demo");
        inspector.await(returned, "a[href$='/inspection']").click();
        String batch = screen.getAttribute("input[name^=batch-]", "placeholder");
        screen.fill("input[name^=batch-]", batch);
        screen.fill("input[name^=TO_STOCK-]", String.valueOf(BACK - SPOILT));
        for (int i = 0; i < SPOILT; i++) {
            screen.click("button[data-step='1'][data-for^=BACK_TO_BUYER-]");
        }
        assertThat(screen.textContent("[data-rest]")).isNotBlank();
        assertThat((Integer) screen.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(820);
        screen.fill("input[name^=note-]", "4 盒外观完好，退回客户");
        screen.click("form[data-inspection] button.btn-primary.btn-lg");
        assertThat(inspector.notice()).isNotBlank();
    }
}
