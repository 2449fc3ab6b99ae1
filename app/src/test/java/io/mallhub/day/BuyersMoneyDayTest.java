package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.mallhub.story.Applicant;
import io.mallhub.story.Staff;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pharmacy's money: paid in advance with a bonus, and at the provider of online payments. */
class BuyersMoneyDayTest extends Day {
    private static final Pattern RECEIPT = Pattern.compile("RC[0-9]+");
    private static final Pattern TOP_UP = Pattern.compile("TU[0-9]+");

    /** Another one than the days of payouts and sharing take. */
    private static final String MONTH =
            YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(3).toString();

    /** Its first order that is paid and shipped: its salesperson gets the bonus for that. */
    @Test
    void aTopUpBringsItsBonusPaysAnOrderAndActivatesTheCustomer() {
        aRule("冬储预存", "8000", "80");
        String topUp = recorded("8000");
        assertThat(decided("finance", topUp)).contains("另一");
        assertThat(decided("finance2", topUp)).contains(topUp);

        Page buyer = pharmacy(1360, 900);
        buyer.navigate(at("/prepaid"));
        assertThat(buyer.textContent("tbody tr:has-text('" + topUp + "')"))
                .contains("冬储预存", "8,000.00", "80.00");

        putInCart(buyer, shop.dearerThan(100), 2);
        buyer.navigate(at("/cart"));
        buyer.check("input[name=payment][value=PREPAID]");
        String order = orderTheCart(buyer);
        assertThat(buyer.textContent("#channel")).isEqualTo("网上商城");
        awaitInErp(order);
        erp.ship(erp.numberOf(order));
        await().atMost(PATIENCE).until(() -> hub.bonuses(order) == 1);
        buyer.navigate(at("/prepaid"));
        assertThat(buyer.textContent("tbody")).contains(order);

        Staff seller = staff("salesperson");
        assertThat(seller.open("/my-commission").textContent("tbody tr:has-text('客户激活奖励')"))
                .contains("200.00");
        assertThat(staff("sales").open("/orders/" + order).textContent("#channel"))
                .isEqualTo("网上商城");
        assertThat(statedTo(seller, order)).contains("客户激活奖励", order, "200.00");
    }

    @Test
    void anOrderIsPaidAtTheProviderAndGoesOn() {
        Page buyer = pharmacy(390, 844);
        putInCart(buyer, shop.products().get(8), 2);
        buyer.navigate(at("/cart"));
        buyer.check("input[name=payment][value=ONLINE]");
        String order = orderTheCart(buyer);
        buyer.waitForSelector("#payment a[href$='/pay']");
        assertThat(erp.committedOrders()).doesNotContainKey(order);

        buyer.click("#payment a[href$='/pay']");
        buyer.waitForURL("**/cashier**");
        buyer.click("form[action$='/cashier/pay'] button");
        buyer.waitForURL("**/orders/" + order + "**");

        buyer.waitForSelector("#payment.alert-success");
        awaitInErp(order);
    }

    @Test
    void anOrderIsPaidByTransferThatTwoOfFinanceHaveSeen() {
        Page buyer = pharmacy(1360, 900);
        putInCart(buyer, shop.products().get(9), 2);
        buyer.navigate(at("/cart"));
        buyer.check("input[name=payment][value=TRANSFER]");
        String order = orderTheCart(buyer);
        buyer.waitForSelector("#transfer.alert-warning");
        assertThat(buyer.textContent("#transfer")).contains("1402 0231 0960 0188 666", order);
        buyer.reload();
        String reference = "ICBC-" + System.nanoTime();
        buyer.fill("#transfer-reference", reference);
        buyer.setInputFiles("#transfer-proof", Applicant.sample("authorisation.pdf"));
        buyer.click("#transfer-form button");
        buyer.waitForSelector("#transfers .list-group-item");
        assertThat(erp.committedOrders()).doesNotContainKey(order);

        Staff finance = staff("finance");
        Page desk = finance.open("/receivables/announced?state=OPEN");
        desk.click("tbody tr:has-text('" + order + "') a.btn");
        assertThat(desk.isChecked("#awaited input[value='" + order + "']")).isTrue();
        desk.click("#receipt-form button");
        Matcher receipt = RECEIPT.matcher(finance.notice());
        assertThat(receipt.find()).isTrue();
        assertThat(confirmed("finance", receipt.group())).contains("另一");
        assertThat(erp.committedOrders()).doesNotContainKey(order);
        assertThat(confirmed("finance2", receipt.group())).contains(receipt.group());

        awaitInErp(order);
        buyer.navigate(at("/orders/" + order));
        buyer.waitForSelector("#transfer.alert-success");
        buyer.navigate(at("/statement"));
        assertThat(buyer.textContent("main")).contains(order);
    }

    @Test
    void theBuyerTopsUpOnlineAndHasTheMoneyWithItsBonus() {
        Page buyer = pharmacy(390, 844);
        buyer.navigate(at("/prepaid?amount=6000"));
        assertThat(buyer.textContent("#top-up-preview")).contains("¥120.00", "预存满五千送百分之二");
        buyer.click("#top-up-online button");
        buyer.waitForSelector("#own a[href$='/pay']");
        String topUp = buyer.textContent("#own .list-group-item .kit-code").strip();

        buyer.click("#own a[href$='/pay']");
        buyer.waitForURL("**/cashier**");
        buyer.click("form[action$='/cashier/pay'] button");
        buyer.waitForURL("**/prepaid**");

        buyer.navigate(at("/prepaid"));
        assertThat(buyer.textContent("tbody tr:has-text('" + topUp + "')"))
                .contains("6,000.00", "120.00");
        assertThat(staff("finance").open("/prepaid/own").textContent("tbody"))
                .contains(topUp, "已到账");
    }

    /** What the page says to whoever confirms the payment. */
    private static String confirmed(String who, String receipt) {
        Staff finance = staff(who);
        finance.open("/receivables/receipts/" + receipt);
        finance.page().click("form[action$='/confirm'] button");
        return finance.notice();
    }

    private static void aRule(String name, String threshold, String bonus) {
        Staff finance = staff("finance");
        Page page = finance.open("/prepaid/rules");
        page.fill("#rule-name", name);
        page.fill("#rule-threshold", threshold);
        page.fill("#rule-value", bonus);
        page.fill("#rule-reason", "年末回笼资金");
        page.click("form[action$='/prepaid/rules'] button.btn-primary");
        assertThat(finance.notice()).contains("规则已保存");
    }

    /** The transfer arrived; its number. */
    private static String recorded(String amount) {
        Staff finance = staff("finance");
        Page page = finance.open("/prepaid?text=福州康宁");
        page.click("td.kit-title a[href*='/prepaid/accounts/']");
        page.fill("#top-up-amount", amount);
        page.fill("#top-up-reference", "ICBC-" + System.nanoTime());
        page.click("form[action*='/prepaid/accounts/'] button[formmethod=get]");
        assertThat(page.textContent("main .alert-info")).contains("冬储预存");
        page.click("form[action*='/prepaid/accounts/'] button.btn-primary");
        Matcher number = TOP_UP.matcher(finance.notice());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    /** What the page says to whoever confirms it. */
    private static String decided(String who, String topUp) {
        Staff finance = staff(who);
        finance.open("/prepaid/top-ups/" + topUp);
        finance.page().click("form[action$='/confirm'] button");
        return finance.notice();
    }

    /** As its statement has it that finance asks for. */
    private static String statedTo(Staff seller, String order) {
        hub.letThreeMonthsPassForTheBonus(order);
        Staff finance = staff("finance");
        finance.open("/commission");
        finance.page().fill("#payout-month", MONTH);
        finance.page().click("form[action$='/payouts'] button");
        assertThat(finance.notice()).contains(MONTH);
        seller.await("/my-commission", ".list-group a:text-is('" + MONTH + "')").click();
        seller.page().waitForURL("**/my-commission/CS*");
        return seller.page().textContent("main");
    }
}
