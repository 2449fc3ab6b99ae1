package io.mallhub.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.mallhub.story.Staff;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The order desk: what needs a decision, what the buyer takes back, what the ERP does not want. */
class OrderDesksDayTest extends Day {
    @Test
    void anOrderBelowTheFloorWaitsForTheDeskAndGoesOn() {
        String product = shop.products().get(0);
        BigDecimal price = shop.price(mall, product);
        BigDecimal floor = price.add(BigDecimal.ONE);
        setFloor(product, floor);

        String order = anOrder(product, 2);
        Staff desk = staff("sales");
        desk.await("/orders?state=IN_APPROVAL", "td a[href$='/orders/" + order + "']").click();
        desk.openTask("/orders/" + order);
        assertThat(desk.page().textContent("main")).contains("低于底价");
        assertThat(desk.answer("/orders/" + order, "approve", "老客户，清库存")).contains(order);
        awaitInErp(order);
        assertThat(desk.orderThread(order)).contains("老客户，清库存").contains(erp.numberOf(order));
        setFloor(product, new BigDecimal("0.01"));
    }

    @Test
    void aRefusedOrderNamesItsReasonToTheBuyerAndNeverReachesTheErp() {
        String product = shop.products().get(1);
        setFloor(product, shop.price(mall, product).add(BigDecimal.ONE));
        String order = anOrder(product, 1);

        Staff desk = staff("sales");
        assertThat(desk.answer("/orders/" + order, "reject", "")).contains("原因");
        assertThat(desk.answer("/orders/" + order, "reject", "价格低于底价，请改单")).contains(order);

        awaitOrder(order, "REJECTED");
        Page buyer = pharmacy(1360, 900);
        buyer.navigate(at("/orders/" + order));
        assertThat(buyer.textContent("main")).contains("价格低于底价，请改单");
        assertThat(erp.committedOrders()).doesNotContainKey(order);
        setFloor(product, new BigDecimal("0.01"));
    }

    @Test
    void anOrderThatTheDeskCancelsIsVoidInTheErpToo() {
        erp.acceptByHand();
        String order = anOrderInTheErp(shop.products().get(2), 3);
        awaitOrder(order, "SENT");

        Staff desk = staff("sales");
        Page page = desk.open("/orders/" + order);
        page.click("[data-bs-target='#cancel']");
        page.fill("#cancel-reason", "客户电话取消");
        page.click("#cancel .modal-footer button.btn-outline-danger");
        assertThat(desk.notice()).contains(order);

        awaitOrder(order, "CANCELLED");
        assertThat(erp.isVoid(order)).isTrue();
        assertThat(desk.orderThread(order)).contains("客户电话取消");
    }

    @Test
    void whatTheErpRefusesComesToTheDeskInTheErpsOwnWords() {
        erp.acceptByHand();
        String order = anOrderInTheErp(shop.products().get(3), 2);
        erp.reject(erp.numberOf(order), "该客户对账未清，暂停开单");

        Staff desk = staff("sales");
        String page = "/orders/" + order;
        desk.await(page, "q:has-text('该客户对账未清，暂停开单')");
        assertThat(desk.answer(page, "retry", "已与财务对账")).contains(order);

        await().atMost(PATIENCE).until(() -> erp.committedOrders().get(order) == 2L);
        erp.accept(erp.newestNumberOf(order));
        awaitOrder(order, "ACCEPTED");
        assertThat(desk.orderThread(order)).contains("该客户对账未清，暂停开单");
    }

    @Test
    void whatMayNotBeSoldThereAnyMoreStopsBeforeItIsShipped() {
        erp.acceptByHand();
        String product = shop.products().get(5);
        String order = anOrderInTheErp(product, 2);
        String before = categorise(product, "PSYCHOTROPIC_II");
        erp.accept(erp.numberOf(order));

        Staff quality = staff("quality");
        String page = "/orders/" + order;
        quality.openTask(page);
        assertThat(quality.page().textContent("main")).contains("发货前资质失效", "不得销售给此类客户");
        categorise(product, before);
        assertThat(quality.answer(page, "retry", "归类有误，已更正")).contains(order);

        erp.ship(erp.numberOf(order));
        awaitOrder(order, "COMPLETED");
    }

    @Test
    void anOrderBelowTheFloorIsChangedByTheDeskAndGoesOnWithoutAnyonesApproval() {
        String product = shop.products().get(4);
        BigDecimal price = shop.price(mall, product);
        agreeFrom(20, product, price.subtract(BigDecimal.ONE));
        setFloor(product, price.subtract(new BigDecimal("0.5")));
        String order = anOrder(product, 20);
        Staff desk = staff("sales");
        desk.openTask("/orders/" + order);

        Page page = desk.page();
        page.click("#change > summary");
        page.fill("#quantity-1", "many");
        page.fill("#change-reason", "二十件起的协议价低于底价，与客户商定改为五件");
        page.click("#change button");
        assertThat(desk.notice()).contains("第 1 行");
        page.fill("#quantity-1", "5");
        page.click("#change button");
        assertThat(desk.notice()).contains(order);

        awaitInErp(order);
        assertThat(desk.orderThread(order)).contains("订单中心调整订单", "与客户商定改为五件", erp.numberOf(order));
        Page buyer = pharmacy(1360, 900);
        buyer.navigate(at("/orders/" + order));
        assertThat(buyer.textContent("main")).contains("与客户商定改为五件", "→ 5");
        buyer.navigate(at("/messages"));
        assertThat(buyer.textContent("main")).contains("订单已调整：" + order);
        setFloor(product, new BigDecimal("0.01"));
    }

    @Test
    void aColleagueWhoStandsInDecidesForTheDeskUntilTheDelegationIsTakenBack() {
        String product = shop.products().get(5);
        setFloor(product, shop.price(mall, product).add(BigDecimal.ONE));
        String order = anOrder(product, 1);
        Staff desk = staff("sales");
        desk.openTask("/orders/" + order);
        Staff colleague = staff("warehouse");
        assertThat(colleague.open("/orders/" + order).title()).doesNotContain(order);

        giveTo("warehouse", desk);

        String task = "td:has-text('代 陈静（订单部）')";
        colleague.await("", "tr:has-text('" + order + "') " + task);
        assertThat(colleague.open("/orders/" + order).title()).contains(order);
        assertThat(colleague.answer("/orders/" + order, "approve", "陈静休假，代为放行")).contains(order);
        awaitInErp(order);
        assertThat(desk.orderThread(order)).contains("陈静休假，代为放行", "马超");

        Page page = desk.open("/delegations");
        page.click("form[action$='/revoke'] button");
        assertThat(desk.notice()).isNotBlank();
        assertThat(colleague.open("/orders/" + order).title()).doesNotContain(order);
        setFloor(product, new BigDecimal("0.01"));
    }

    private static void giveTo(String delegate, Staff principal) {
        Page page = principal.open("/delegations");
        page.click("[data-bs-target='#give']");
        page.selectOption("#g-role", "SALES");
        page.fill("#g-delegate", delegate);
        page.fill("#g-until", page.getAttribute("#g-until", "min"));
        page.fill("#g-reason", "年假");
        page.click("#give .modal-footer .btn-primary");
        assertThat(principal.notice()).isNotBlank();
    }

    private static void agreeFrom(int quantity, String product, BigDecimal price) {
        Staff desk = staff("sales");
        Page page = desk.open("/customers/" + customerNumber());
        page.fill("#a-code", product);
        page.fill("#a-price", price.toPlainString());
        page.fill("#a-from", String.valueOf(quantity));
        page.click("form[action$='/agreements'] button");
        assertThat(desk.notice()).isNotBlank();
    }

    private static void setFloor(String product, BigDecimal price) {
        Staff marketing = staff("marketing");
        Page page = marketing.open("/catalogue?text=" + product);
        page.click("td.kit-title a");
        page.fill("#floor", price.toPlainString());
        page.click("form[action*='/floor/'] button");
        assertThat(marketing.notice()).isNotBlank();
    }
}
