package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mallhub.story.Staff;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Marketing makes rules in the editor and publishes them; the pharmacy sees the labels, its cart
 * explains them, and order and ERP hold the discount and the gift.
 */
@Tag("slow")
class MarketingsDayTest extends Day {
    private static final Pattern RULE = Pattern.compile("/console/promotions/(PR[0-9]+)");

    @Test
    void aRuleGoesFromTheEditorToTheErp() {
        String product = shop.products().getLast();
        String gift = shop.products().get(shop.products().size() - 2);
        categorise(gift, "OTC_B");
        Staff marketing = staff("marketing");

        String off = draft(marketing, "十件减一元", "PRODUCT_OFF", product, "10", "1", "");
        String free = draft(marketing, "每十件赠一件", "PRODUCT_GIFT", product, "10", "1", gift);
        publish(marketing, off);
        publish(marketing, free);
        assertThat(explainedFor(marketing, off, product, "WEB")).contains("− ¥ 1.00");
        assertThat(explainedFor(marketing, off, product, "ON_BEHALF")).contains("仅限下单渠道：网上商城");

        Page buyer = pharmacy(1360, 900);
        buyer.navigate(at("/products/" + product));
        assertThat(buyer.textContent("#promotions")).contains("十件减一元", "每十件赠一件");
        putInCart(buyer, product, 10);
        buyer.navigate(at("/cart"));
        assertThat(buyer.textContent("#promotions")).contains("十件减一元", "− ¥1.00");
        assertThat(buyer.textContent(".shop-gift")).contains("每十件赠一件");
        String order = orderTheCart(buyer);
        assertThat(buyer.textContent("main")).contains("赠品", "十件减一元");

        await().atMost(PATIENCE).until(() -> erp.committedOrders().containsKey(order));
        assertThat(erp.linesOf(order))
                .anySatisfy(line -> assertThat(line).contains("discount=1.0,"))
                .anySatisfy(line -> assertThat(line).containsPattern("amount=0(\\.0+)?\\b"))
                .hasSize(2);
        end(marketing, off);
        end(marketing, free);
        assertThat(rehearsed(marketing, off)).containsPattern("受影响订单\\s*[1-9]");
    }

    @Test
    void aPartIsCancelledWithItsTierAndCouponAndTheErpHasOneOrderOfWhatIsLeft() {
        String product = dearest();
        int many = 2000 / shop.price(mall, product).intValue() + 5;
        Staff marketing = staff("marketing");
        String tier = draft(marketing, "整批减十五", "PRODUCT_OFF", product, "" + many, "15", "");
        publish(marketing, tier);
        Page buyer = pharmacy(1360, 900);
        takeTheCoupon(buyer);
        putInCart(buyer, product, many);
        buyer.navigate(at("/cart"));
        buyer.locator("label:has-text('满 2000 减 100') input[name=coupon]").check();
        buyer.waitForSelector("main :text-matches('− ¥1(00|15)\\\\.00')");
        String order = orderTheCart(buyer);
        assertThat(buyer.textContent("main")).contains("整批减十五", "满 2000 减 100");
        awaitOrder(order, "ACCEPTED");
        String first = erp.numberOf(order);

        buyer.navigate(at("/orders/" + order));
        buyer.click("#cancel-part");
        buyer.fill("#keep-1", "5");
        buyer.fill("#part-reason", "库存够用");
        buyer.click("button[value=preview]");
        assertThat(buyer.textContent("#statement"))
                .contains("整批减十五", "优惠券退回账户", "满 2000 减 100", "冲减应收");
        String back = buyer.textContent("#statement .part-back");
        buyer.click("button[value=submit]");
        buyer.waitForURL("**/orders/" + order);

        buyer.locator(".order-part[data-state=DONE]").waitFor(patience());
        assertThat(buyer.textContent(".order-part")).contains(back);
        await().atMost(PATIENCE).until(() -> !erp.newestNumberOf(order).equals(first));
        awaitOrder(order, "ACCEPTED");
        assertThat(erp.openOrdersOf(order)).isOne();
        assertThat(erp.linesOf(order))
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(line)
                                        .containsPattern("quantity=5(\\.0+)?\\b")
                                        .containsPattern("discount=0(\\.0+)?\\b"));
        assertThat(staff("sales").orderThread(order)).contains("库存够用", "部分取消");
        buyer.navigate(at("/coupons/own"));
        assertThat(buyer.textContent("main")).contains("满 2000 减 100");
        end(marketing, tier);
    }

    @Test
    void aLiveRuleIsChangedAsADraftRehearsedAndPublishedAndTheCartChangesOnlyThen() {
        String product = shop.products().get(shop.products().size() - 3);
        Staff marketing = staff("marketing");
        String rule = draft(marketing, "满十减一元", "PRODUCT_OFF", product, "10", "1", "");
        publish(marketing, rule);
        Page buyer = pharmacy(1360, 900);
        putInCart(buyer, product, 10);
        buyer.navigate(at("/cart"));
        assertThat(buyer.textContent("#promotions")).contains("满十减一元", "− ¥1.00");
        orderTheCart(buyer);

        Page late = Staff.signIn(browser, mall, "marketing").open("/promotions/" + rule + "/edit");
        Page page = marketing.open("/promotions/" + rule + "/edit");
        saveDraft(page, "满十减三元", "3");
        assertThat(marketing.notice()).contains("草稿");
        assertThat(page.locator("#draft [data-different]").allTextContents())
                .as("what differs, and nothing else")
                .satisfiesExactly(
                        name -> assertThat(name).contains("满十减一元", "满十减三元"),
                        terms -> assertThat(terms).contains("1.00", "3.00"));
        saveDraft(late, "满十减二元", "2");
        assertThat(late.textContent("#meanwhile")).contains("满十减三元");
        assertThat(late.inputValue("#rule-name")).isEqualTo("满十减二元");
        marketing.open("/promotions?drafted=true");
        assertThat(page.textContent("#page")).contains("满十减一元", "第 2 版草稿待发布");

        assertThat(rehearsed(marketing, rule)).containsPattern("受影响订单\\s*[1-9]");
        assertThat(page.url()).contains("outcome=");
        assertThat(page.textContent("#rehearsal")).contains(rule + " / 2");
        assertThat(explainedFor(marketing, rule, product, "WEB")).contains("− ¥ 3.00");
        putInCart(buyer, product, 10);
        buyer.navigate(at("/cart"));
        assertThat(buyer.textContent("#promotions")).contains("满十减一元", "− ¥1.00");

        marketing.open("/promotions/" + rule);
        page.fill("#publish-draft-reason", "演练后上线");
        page.click("#draft form[action$='/steps/publish'] button");
        assertThat(marketing.notice()).contains(rule);

        buyer.navigate(at("/cart"));
        assertThat(buyer.textContent("#promotions")).contains("满十减三元", "− ¥3.00");
        orderTheCart(buyer);
        assertThat(buyer.textContent("main")).contains("满十减三元");
        end(marketing, rule);
    }

    private static void saveDraft(Page page, String name, String gives) {
        page.fill("#rule-name", name);
        page.locator("input[name=tierGives]").first().fill(gives);
        page.fill("#rule-reason", "加大力度");
        page.click("form[action='/console/promotions'] button.btn-primary");
        page.waitForSelector(".alert");
    }

    private static Locator.WaitForOptions patience() {
        return new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis());
    }

    /** Of the cheap ones: fewer of them make up the coupon's threshold. */
    private static String dearest() {
        return shop.products().stream()
                .max(Comparator.comparing(it -> shop.price(mall, it)))
                .orElseThrow();
    }

    private static void takeTheCoupon(Page buyer) {
        buyer.navigate(at("/coupons"));
        buyer.click(".card:has-text('满 2000 减 100') form[action='/coupons/claim'] button");
        buyer.waitForLoadState();
    }

    @Test
    void whatComplianceForbidsIsNoGiftUntilItAgreesAgain() {
        String product = shop.products().getLast();
        String gift = shop.products().get(shop.products().size() - 2);
        categorise(gift, "OTC_B");
        Staff marketing = staff("marketing");
        String rule = draft(marketing, "满十赠一", "PRODUCT_GIFT", product, "10", "1", gift);
        publish(marketing, rule);
        Page buyer = pharmacy(1360, 900);
        putInCart(buyer, product, 10);
        buyer.navigate(at("/cart"));
        assertThat(buyer.textContent(".shop-gift")).contains("满十赠一");

        assertThat(proposed("quality", true)).contains(rule, "满十赠一");
        assertThat(staff("quality").open("/policies").locator("button[value=agree]").count())
                .as("whoever proposed it does not decide")
                .isZero();
        agreed();

        buyer.navigate(at("/cart"));
        assertThat(buyer.locator(".shop-gift").count()).isZero();

        assertThat(proposed("quality2", false)).contains(rule, "满十赠一");
        agreed();

        buyer.navigate(at("/cart"));
        assertThat(buyer.textContent(".shop-gift")).contains("满十赠一");
        orderTheCart(buyer);
        end(marketing, rule);
    }

    /** OTC class B is never a gift, or may be one; what this would do. */
    private static String proposed(String login, boolean never) {
        Staff quality = staff(login);
        Page page = quality.open("/policies/propose");
        page.setChecked("input[name=never][value=OTC_B]", never);
        page.click("form[method=get][action$='/policies/propose'] button");
        String effects = page.textContent("form[action$='/policies/proposals']");
        page.fill("#policy-reason", "监管要求");
        page.click("form[action$='/policies/proposals'] button");
        assertThat(quality.notice()).contains("等待另一人批准");
        return effects;
    }

    private static void agreed() {
        Staff head = staff("head");
        Page page = head.open("/policies");
        page.fill("#policy-reason", "同意");
        page.click("button[value=agree]");
        assertThat(head.notice()).contains("已批准并生效");
    }

    /** What becomes of the rules in an example that comes in this way. */
    private static String explainedFor(
            Staff marketing, String rule, String product, String channel) {
        Page page = marketing.open("/promotions/" + rule);
        page.fill("#preview-customer", customerNumber());
        page.selectOption("#preview-channel", channel);
        page.fill("#preview-goods", product + " 10");
        page.click("#preview button.btn-primary");
        return page.textContent("#preview .list-group");
    }

    /** Worked out on the orders of today, as it would have been. */
    private static String rehearsed(Staff marketing, String rule) {
        Page page = marketing.open("/promotions/" + rule + "/rehearsal");
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        page.fill("#rehearse-from", today);
        page.fill("#rehearse-until", today);
        page.click("#rehearse button.btn-primary");
        return page.textContent("#rehearsal");
    }

    private static String draft(
            Staff marketing,
            String name,
            String kind,
            String product,
            String from,
            String gives,
            String gift) {
        Page page = marketing.open("/promotions/new");
        page.fill("#rule-name", name);
        page.selectOption("#rule-kind", kind);
        page.fill("#rule-of", product);
        page.selectOption("select[name=measure]", "QUANTITY");
        page.locator("input[name=tierFrom]").first().fill(from);
        page.locator("input[name=tierGives]").first().fill(gives);
        page.locator("input[name=tierGift]").first().fill(gift);
        page.check("input[name=channels][value=WEB]");
        page.click("form[action='/console/promotions'] button.btn-primary");
        assertThat(marketing.notice()).contains("尚未保存");
        assertThat(page.textContent("#page")).contains("请填写原因");
        page.fill("#rule-reason", "年末备货");
        page.click("form[action='/console/promotions'] button.btn-primary");
        assertThat(marketing.notice()).contains(name);
        Matcher rule = RULE.matcher(page.url());
        assertThat(rule.find()).isTrue();
        return rule.group(1);
    }

    private static void publish(Staff marketing, String rule) {
        step(marketing, rule, "publish");
    }

    private static void end(Staff marketing, String rule) {
        step(marketing, rule, "end");
    }

    private static void step(Staff marketing, String rule, String step) {
        Page page = marketing.open("/promotions/" + rule);
        page.fill("#" + step + "-reason", "按计划");
        page.click("form[action$='/steps/" + step + "'] button");
        assertThat(marketing.notice()).contains(rule);
    }
}
