package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.mallhub.story.Applicant;
import io.mallhub.story.Pharmacy;
import io.mallhub.story.Staff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** What staff type into forms for one customer, one product, one evening, and what he then sees. */
class OffersDayTest extends Day {
    private static final ZoneId MALL = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    @Test
    void aCouponForOneProductIsTakenInTheCentreAndTakesOffThatProductOnly() {
        String product = fromTheEnd(3);
        String other = fromTheEnd(4);
        Staff marketing = staff("marketing");
        Page form = marketing.open("/coupons/new");
        form.fill("#kind-name", "单品立减两元");
        form.selectOption("#kind-off", "amount");
        form.fill("#kind-value", "2");
        form.fill("#kind-threshold", "20");
        form.selectOption("#kind-scope", "products");
        form.fill("#kind-of", product);
        form.selectOption("#kind-way", "CENTRE");
        form.fill("#kind-limit", "5");
        form.fill("#kind-per-buyer", "1");
        form.fill("#kind-days", "7");
        form.fill("#kind-reason", "新品推广");
        form.click("form[action='/console/coupons'] button.btn-primary");
        assertThat(marketing.notice()).contains("单品立减两元");

        Page buyer = pharmacy(1360, 900);
        buyer.navigate(at("/coupons"));
        buyer.click("article:has-text('单品立减两元') form[action='/coupons/claim'] button");
        buyer.waitForURL("**/coupons**");
        putInCart(buyer, product, 30);
        putInCart(buyer, other, 3);
        buyer.navigate(at("/cart"));
        buyer.check("label:has-text('单品立减两元') input[name=coupon]");
        buyer.waitForSelector("main :text('− ¥2.00')");
        String order = orderTheCart(buyer);

        awaitInErp(order);
        assertThat(erp.linesOf(order))
                .hasSize(2)
                .satisfiesOnlyOnce(line -> assertThat(line).contains("discount=2.0,"));
    }

    @Test
    void aFlashSaleOfOneEveningSellsAtItsPriceUpToTheLimitOfACompany() {
        String product = fromTheEnd(5);
        BigDecimal price =
                shop.price(mall, product)
                        .multiply(new BigDecimal("0.6"))
                        .setScale(2, RoundingMode.HALF_UP);
        Staff marketing = staff("marketing");
        LocalDateTime now = LocalDateTime.now(MALL);
        Page form = marketing.open("/flash-sales/new");
        form.fill("#sale-name", "今晚限时抢购");
        form.fill("#sale-product", product);
        form.fill("#sale-price", price.toPlainString());
        form.fill("#sale-quota", "20");
        form.fill("#sale-most", "4");
        form.fill("#sale-ahead", "24");
        form.fill("#sale-from", now.minusMinutes(5).format(MINUTE));
        form.fill("#sale-until", now.plusHours(2).format(MINUTE));
        form.fill("#sale-reason", "周年庆");
        form.click("form[action='/console/flash-sales'] button.btn-primary");
        assertThat(marketing.notice()).contains("今晚限时抢购");
        form.fill("#publish-reason", "周年庆");
        form.click("form[action$='/steps/publish'] button");
        assertThat(marketing.notice()).contains("已发布");

        Page buyer = pharmacy(390, 844);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            buyer.navigate(at("/flash"));
                            assertThat(buyer.textContent("main")).contains("今晚限时抢购", "¥" + price);
                        });
        putInCart(buyer, product, 5);
        buyer.navigate(at("/cart"));
        assertThat(buyer.textContent("main"))
                .as("more than the limit")
                .doesNotContain("¥" + price.multiply(new BigDecimal(5)));
        putInCart(buyer, product, 4);
        buyer.navigate(at("/cart"));
        BigDecimal total = price.multiply(new BigDecimal(4));
        assertThat(buyer.textContent("main")).contains("¥" + total);
        String order = orderTheCart(buyer);

        awaitInErp(order);
        assertThat(erp.linesOf(order))
                .anySatisfy(line -> assertThat(line).contains("amount=" + total.doubleValue()));
        Page sale = marketing.page();
        sale.reload();
        sale.fill("#end-reason", "周年庆结束");
        sale.click("form[action$='/steps/end'] button");
        marketing.notice();
    }

    @Test
    void aProductIsHiddenFromOneCustomerAndAnotherHasAPriceOfItsOwn() {
        String hidden = fromTheEnd(6);
        String agreed = fromTheEnd(7);
        Staff admin = staff("admin");
        Page form = admin.open("/visibility");
        form.selectOption("#rule-effect", "HIDE");
        form.selectOption("#rule-goods-kind", "PRODUCT");
        form.fill("#rule-goods", hidden);
        form.selectOption("#rule-audience-kind", "CUSTOMER");
        form.fill("#rule-audience", customerNumber());
        form.fill("#rule-reason", "厂家区域独家");
        form.click("form[action='/console/visibility'] button.btn-primary");
        assertThat(admin.notice()).contains("规则已生效");
        staff("sales").agreePrice(customerNumber(), agreed, "1.23");

        Page buyer = pharmacy(1360, 900);
        buyer.navigate(at("/products?q=" + hidden));
        assertThat(buyer.locator("a[href$='/products/" + hidden + "']").count()).isZero();
        buyer.navigate(at("/products/" + agreed));
        assertThat(buyer.textContent("main")).contains("¥1.23", "您的协议价");
        assertThat(
                        admin.open(
                                        "/visibility/as?customer="
                                                + customerNumber()
                                                + "&text="
                                                + hidden)
                                .textContent("main"))
                .contains("厂家区域独家");

        admin.open("/visibility?text=" + hidden);
        admin.page().click("tbody tr:has-text('厂家区域独家') details summary");
        admin.page().fill("form[action$='/end'] input[name=reason]", "独家到期");
        admin.page().click("form[action$='/end'] button");
        admin.notice();
        buyer.navigate(at("/products?q=" + hidden));
        assertThat(buyer.locator("a[href$='/products/" + hidden + "']").count()).isPositive();
    }

    @Test
    void aPointsRuleFromTheFormIsWhatTheBuyerReads() {
        Staff marketing = staff("marketing");
        Page form = marketing.open("/points/rules");
        String before = form.inputValue("#points-percent");
        setMostPercent(marketing, "17");

        Page buyer = pharmacy(390, 844);
        buyer.navigate(at("/points"));
        assertThat(buyer.textContent("main")).contains("17");

        setMostPercent(marketing, before);
    }

    @Test
    void whoWasInvitedByNameRegistersWithTheCodeOnce() {
        Pharmacy invited =
                new Pharmacy("invited", "受邀大药房", "914403001922038216", "粤DA755000009", false);
        Staff sales = staff("salesperson");
        Page form = sales.open("/invitations");
        form.selectOption("#invitation-kind", "COMPANY");
        form.fill("#invitation-invitee", invited.name());
        form.fill("#invitation-reason", "展会签约");
        form.click("form[action='/console/invitations'] button.btn-primary");
        assertThat(sales.notice()).contains(invited.name());
        String code = form.textContent(".alert-success .h2.kit-code").strip();

        Applicant applicant = Applicant.invited(browser, mall, invited, code);

        assertThat(applicant.page().url()).endsWith("/registration");
        Page second = browser.person("zh-CN", 390, 844);
        second.navigate(at("/register?invitation=" + code));
        assertThat(second.textContent("main")).as("a code counts once").doesNotContain("受邀");
        assertThat(sales.open("/invitations?text=" + invited.name()).textContent("tbody"))
                .contains("已使用");
    }

    private static void setMostPercent(Staff marketing, String percent) {
        Page form = marketing.open("/points/rules");
        form.fill("#points-percent", percent);
        form.fill("#points-reason", "年末活动");
        form.click("form[action='/console/points/rules'] button.btn-primary");
        assertThat(marketing.notice()).contains("已生效");
    }

    /** Few other days take these. */
    private static String fromTheEnd(int place) {
        return shop.products().get(shop.products().size() - place);
    }
}
