package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.mallhub.story.Staff;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A salesperson's day: a link that he shares becomes commission on his statement, and an order that
 * he places for a customer of his shows it who did.
 */
class SharingDayTest extends Day {
    private static final Pattern ORDER = Pattern.compile("SO[0-9]+");

    /** Another one than the payouts' day takes, which may come before or after. */
    private static final String MONTH =
            YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(2).toString();

    @Test
    void aSharedLinkBecomesCommissionOnTheStatementOfTheSharer() {
        String product = shop.dearerThan(100);
        distribute(product);
        Staff sharer = staff("salesperson2");
        String link = aLink(sharer, product);

        Page guest = browser.person("zh-CN");
        guest.navigate(link);
        assertThat(guest.url()).endsWith("/products/" + product);
        signIn(guest);
        String order = ordered(guest, product, 4);
        awaitInErp(order);
        erp.ship(erp.numberOf(order));
        await().atMost(PATIENCE).until(() -> hub.earned(order) == 2);

        Staff sales = staff("sales");
        assertThat(sales.open("/orders/" + order).textContent("main"))
                .contains("salesperson2", link.replaceFirst(".*/s/", ""));
        assertThat(sharer.open("/my-links").locator("tbody tr").first().textContent())
                .containsPattern("1\\s+1\\s+¥");
        hub.letTwoMonthsPassForSharers(order);
        Staff finance = staff("finance");
        finance.open("/commission");
        finance.page().fill("#payout-month", MONTH);
        finance.page().click("form[action$='/payouts'] button");
        assertThat(finance.notice()).contains(MONTH);
        sharer.await("/my-commission", ".list-group a").click();
        sharer.page().waitForURL("**/my-commission/CS*");
        assertThat(sharer.page().textContent("main"))
                .contains(order, "5", link.replaceFirst(".*/s/", ""));
    }

    @Test
    void anOrderOnBehalfShowsThePharmacyWhoPlacedItAndEarnsTheOtherRate() {
        String product = shop.dearerThan(100);
        Staff seller = staff("salesperson");
        String his = "/my-customers/" + customerNumber();

        Page page = seller.open(his + "?text=" + product);
        page.locator("tbody form[action$='/cart'] input[name=quantity]").first().fill("3");
        page.locator("tbody form[action$='/cart'] button").first().click();
        seller.notice();
        page.click("form[action$='/order'] button");
        Matcher placed = ORDER.matcher(seller.notice());
        assertThat(placed.find()).isTrue();
        String order = placed.group();

        Page buyer = pharmacy(1360, 900);
        buyer.navigate(at("/orders/" + order));
        assertThat(buyer.textContent("main")).contains("何丽", "由您的业务员代下单");
        buyer.navigate(at("/messages"));
        assertThat(buyer.textContent("main")).contains(order);
        awaitInErp(order);
        erp.ship(erp.numberOf(order));
        await().atMost(PATIENCE).until(() -> hub.earned(order) == 1);
        assertThat(seller.open("/my-commission").textContent("main")).contains(order);
        assertThat(staff("salesperson2").open(his).textContent("body")).doesNotContain("康宁大药房");
    }

    private static void distribute(String product) {
        Staff finance = staff("finance");
        Page page = finance.open("/distribution/goods");
        page.fill("#good-code", product);
        page.fill("#good-rate", "5");
        page.fill("#good-above", "1");
        page.fill("#good-reason", "新品推广");
        page.click("form[action$='/goods'] button");
        assertThat(finance.notice()).contains(product);
    }

    /** Its whole address, as it would be sent to a customer. */
    private static String aLink(Staff sharer, String product) {
        sharer.await("/my-links", "#share-product").fill(product);
        Page page = sharer.page();
        page.fill("#share-note", "微信群");
        page.click("form[action$='/my-links'] button");
        sharer.notice();
        page.waitForFunction("document.querySelector('.console-qr').naturalWidth > 0");
        page.click("[data-copy]");
        return page.inputValue("#share-address");
    }

    private static void signIn(Page guest) {
        guest.navigate(at("/login"));
        guest.fill("#username", "pharmacy");
        guest.fill("#password", "mallhub-demo");
        guest.click("form[action='/login'] button[type=submit]");
        guest.waitForSelector("form[action='/logout']");
    }

    private static String ordered(Page buyer, String product, int quantity) {
        putInCart(buyer, product, quantity);
        buyer.navigate(at("/cart"));
        return orderTheCart(buyer);
    }
}
