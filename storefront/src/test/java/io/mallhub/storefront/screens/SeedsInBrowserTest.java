package io.mallhub.storefront.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategories.PutCategory;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.CouponWay;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.ReportShipment;
import io.mallhub.points.Points;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleKind;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.webkit.fixture.Chromium;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What brings buyers in and keeps them, as a buyer meets it in his browser. */
@StorefrontTest
class SeedsInBrowserTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired CouponFixtures coupons;
    @Autowired CouponKinds kinds;
    @Autowired PointsFixtures points;
    @Autowired Points ledger;
    @Autowired PrepaidFixtures prepaid;
    @Autowired PromotionFixtures rules;
    @Autowired Promotions promotions;
    @Autowired Products products;
    @Autowired MerchandiseCategories merchandise;
    @Autowired Orders orders;
    @Autowired MutableClock clock;

    private final List<String> couponKinds = new ArrayList<>();
    private final List<String> liveRules = new ArrayList<>();

    @AfterEach
    void nothingStaysForOthers() {
        couponKinds.forEach(it -> kinds.stop(it, "test over", CouponFixtures.MARKETING));
        liveRules.forEach(it -> promotions.stop(it, "test over", PromotionFixtures.MARKETING));
        clock.reset();
        points.off();
    }

    @Test
    void pointsSayWhenTheyEndAndAreGoneTheDayAfter() {
        // given
        points.on();
        CustomerView company = aCompany();
        points.earned(company.id(), 500);
        try (Chromium chromium = Chromium.open();
                Shopper shopper = shopper(chromium, company)) {
            // when
            Page page = shopper.open("/points");

            // then
            assertThat(page.locator(".shop-facts")).containsText("500 积分，2027-11-30");
        }
        clock.set("2027-12-01T00:00:00");
        while (ledger.expire(100) > 0) {
            // until those of all companies are gone
        }
        try (Chromium chromium = Chromium.open();
                Shopper shopper = shopper(chromium, company)) {
            // when
            Page page = shopper.open("/points");

            // then
            assertThat(page.locator("#page .shop-price")).hasText("0");
            assertThat(page.locator("tbody")).containsText("到期作废");
            assertThat(page.locator("tbody")).containsText("− 500");
        }
    }

    @Test
    void aNewcomerFindsItsCouponAndItsPointsAndPaysLessWithBoth() {
        // given
        couponKinds.add(coupons.put(CouponWay.NEWCOMER, 1_000, 1).code());
        points.welcoming(500);
        CustomerView newcomer = customers.anActiveCustomer();
        trade.giveCredit(newcomer.id(), "1000");
        ProductView boxes = product(trade.anOtcProduct("10.00", 1000));
        try (Chromium chromium = Chromium.open();
                Shopper shopper = shopper(chromium, newcomer)) {
            // when
            Page page = shopper.open("/messages");

            // then
            assertThat(page.locator("#page")).containsText("满100减10");
            assertThat(page.locator("#page")).containsText("欢迎礼：500 积分");

            // when
            shopper.open("/points");

            // then
            assertThat(page.locator("#page")).containsText("新客欢迎礼");
            assertThat(page.locator("#page")).containsText("+ 500");

            // when
            shopper.open("/coupons/own?state=FREE");
            assertThat(page.locator("article")).containsText("满100减10");
            shopper.buy(boxes.code(), 12);
            shopper.open("/cart");
            page.locator("input[name=coupon]").check();
            assertThat(page.locator(".shop-sums .shop-price")).containsText("110.00");
            page.locator("#points").fill("500");
            page.locator("#points").blur();

            // then
            assertThat(page.locator(".shop-sums .shop-price")).containsText("105.00");

            // when
            shopper.order();

            // then
            assertThat(page.locator("#page")).containsText("105.00");
        }
    }

    @Test
    void aCompletedOrderBringsACouponForTheNextOne() {
        // given
        couponKinds.add(coupons.put(CouponWay.REPURCHASE, 1_000, 1).code());
        CustomerView company = aCompany();
        ProductView boxes = product(trade.aProduct("10.00", 1000));
        try (Chromium chromium = Chromium.open();
                Shopper shopper = shopper(chromium, company)) {
            shopper.buy(boxes.code(), 10);
            Page page = shopper.open("/cart");
            assertThat(page.locator("input[name=coupon]")).hasCount(0);

            // when
            String first = trade.accepted(shopper.order());
            trade.ship(first, "FH-" + first, 10);
            orders.complete(first);

            // then
            shopper.open("/messages");
            assertThat(page.locator("#page")).containsText("满100减10");
            shopper.buy(boxes.code(), 10);
            shopper.open("/cart");
            page.locator("input[name=coupon]").check();
            assertThat(page.locator(".shop-sums .shop-price")).containsText("90.00");
            shopper.order();
            assertThat(page.locator("#page")).containsText("满100减10");
        }
    }

    @Test
    void aTopUpBringsItsBonusAndBothPayAnOrder() {
        // given
        CustomerView company = aCompany();
        prepaid.toppedUp(company.id(), "1000", "100");
        ProductView boxes = product(trade.aProduct("10.00", 1000));
        try (Chromium chromium = Chromium.open();
                Shopper shopper = shopper(chromium, company)) {
            // when
            Page page = shopper.open("/prepaid");

            // then
            assertThat(page.locator(".shop-facts").first()).containsText("1,100.00");
            assertThat(page.locator("tbody")).containsText("100.00");

            // when
            shopper.buy(boxes.code(), 110);
            shopper.open("/cart");
            page.locator("input[value=PREPAID]").check();
            String order = shopper.order();
            orders.approve(order, 0);

            // then
            shopper.open("/prepaid");
            assertThat(page.locator("tbody")).containsText(order);
            assertThat(page.locator(".shop-facts dd.fw-bold")).hasText("¥0.00");
        }
    }

    @Test
    void eachOfTheTwelveKindsOfRulesIsLabelledExplainedAndOrdered() {
        // given
        CustomerView company = aCompany();
        try (Chromium chromium = Chromium.open();
                Shopper shopper = shopper(chromium, company)) {
            for (RuleKind kind : RuleKind.values()) {
                ProductId id = trade.aProduct("10.00", 1000);
                trade.categorised(id, RegulatoryCategory.OTC_B);
                products.tag(id, Set.of("tag-" + kind), PromotionFixtures.MARKETING);
                merchandise.put(
                        new PutCategory("MED-" + kind, "", "分类", "Category", 1),
                        PromotionFixtures.MARKETING);
                merchandise.assign(id, Set.of("MED-" + kind), PromotionFixtures.MARKETING);
                ProductId cups = trade.aProduct("2.50", 100);
                trade.categorised(cups, RegulatoryCategory.OTC_B);
                Rule rule = rules.live(benefit(kind, id, cups), Stacking.combinable(10));
                liveRules.add(rule.code());
                String code = product(id).code();

                // when
                Page page = shopper.open("/products?q=" + code);

                // then
                assertThat(page.locator(".shop-good .badge.bg-red-lt"))
                        .hasText(kind.isGift() ? "满赠" : "满减");

                // when
                shopper.buy(code, 10);
                shopper.open("/cart");

                // then
                assertThat(page.locator("#promotions")).containsText(rule.name());
                if (kind.isGift()) {
                    assertThat(page.locator(".shop-gift")).hasCount(1);
                    assertThat(page.locator(".shop-sums .shop-price")).containsText("100.00");
                } else {
                    assertThat(page.locator(".shop-sums .shop-price")).containsText("90.00");
                }
                shopper.order();
                assertThat(page.locator("#page")).containsText(kind.isGift() ? "赠品" : rule.name());
                promotions.stop(rule.code(), "next", PromotionFixtures.MARKETING);
            }
        }
    }

    private static Benefit benefit(RuleKind kind, ProductId product, ProductId gift) {
        Goods goods =
                switch (kind) {
                    case ORDER_OFF, ORDER_GIFT -> new Goods.All();
                    case PRODUCT_OFF, UNIT_OFF, PRODUCT_GIFT, SAME_GIFT ->
                            new Goods.Products(Set.of(product));
                    case CATEGORY_OFF, CATEGORY_GIFT -> new Goods.Categories(Set.of("OTC_B"));
                    case MERCHANDISE_OFF, MERCHANDISE_GIFT ->
                            new Goods.Merchandise(Set.of("MED-" + kind));
                    case TAG_OFF, TAG_GIFT -> new Goods.Tags(Set.of("tag-" + kind));
                };
        return switch (kind) {
            case ORDER_OFF, PRODUCT_OFF, CATEGORY_OFF, MERCHANDISE_OFF, TAG_OFF ->
                    new Benefit.AmountOff(
                            goods,
                            Measure.AMOUNT,
                            List.of(Tier.from("100", Money.of("10"))),
                            false,
                            null);
            case UNIT_OFF ->
                    new Benefit.UnitOff(goods, List.of(Tier.from("10", UnitPrice.of("1"))), null);
            case ORDER_GIFT, PRODUCT_GIFT, CATEGORY_GIFT, MERCHANDISE_GIFT, TAG_GIFT ->
                    new Benefit.GiftGoods(
                            goods,
                            Measure.AMOUNT,
                            List.of(Tier.from("100", new Benefit.Present(gift, Quantity.of(1)))),
                            false,
                            null);
            case SAME_GIFT ->
                    new Benefit.SameGift(
                            goods,
                            Measure.QUANTITY,
                            List.of(Tier.from("10", Quantity.of(1))),
                            false,
                            null);
        };
    }

    @Test
    void whatAReturnTakesBackOfDiscountGiftCouponAndPointsIsShownBeforeItIsAskedFor() {
        // given
        CustomerView company = aCompany();
        ProductId boxes = trade.anOtcProduct("10.00", 1000);
        ProductId cups = trade.aProduct("2.50", 1000);
        trade.categorised(cups, RegulatoryCategory.OTC_B);
        liveRules.add(rules.off("200", "20", boxes).code());
        liveRules.add(rules.gift("20", cups, boxes).code());
        String coupon = coupons.aCoupon(company.id(), "150", "30");
        points.on();
        points.earned(company.id(), 1000);
        try (Chromium chromium = Chromium.open();
                Shopper shopper = shopper(chromium, company)) {
            shopper.buy(product(boxes).code(), 20);
            Page page = shopper.open("/cart");
            page.locator("input[name=coupon]").check();
            assertThat(page.locator(".shop-sums .shop-price")).containsText("150.00");
            page.locator("#points").fill("1000");
            page.locator("#points").blur();
            assertThat(page.locator(".shop-sums .shop-price")).containsText("140.00");
            String order = trade.accepted(shopper.order());
            shipped(order, boxes, 20, cups, 1);
            orders.complete(order);

            // when
            shopper.open("/orders/" + order + "/return");
            page.locator("input[name=quantity-0]").fill("10");
            page.locator("#reason").selectOption("QUALITY_PROBLEM");
            page.locator("#note").fill("外盒受潮");
            page.locator("button[value=preview]").click();

            // then: ten boxes stay at 100.00, with the cup that they no longer earn, of which
            // half of the points pay 5.00
            Locator reversal = page.locator("#reversal");
            assertThat(reversal).containsText("42.50");
            assertThat(reversal).containsText("满额优惠");
            assertThat(reversal).containsText("2.50");
            assertThat(reversal).containsText("优惠券退回账户 满减券 " + coupon);
            assertThat(reversal).containsText("退回积分 500");
            assertThat(reversal).containsText("扣回已得积分");
            assertThat(reversal).not().containsText("佣金");
        }
    }

    private void shipped(String order, ProductId one, long many, ProductId other, long few) {
        orders.recordShipment(
                new ReportShipment(
                        order,
                        "FH-" + order,
                        clock.instant(),
                        List.of(batch(1, one, many), batch(2, other, few)),
                        "erp-test"));
    }

    private static ReportShipment.Batch batch(int line, ProductId product, long quantity) {
        return new ReportShipment.Batch(
                line, product, "B20261", LocalDate.of(2028, 6, 30), Quantity.of(quantity));
    }

    @Test
    void whoLacksTheLicenceReadsItAtTheProductAndInTheCartAndCannotOrder() {
        // given
        CustomerView company = aCompany();
        ProductId id = trade.aProduct("10.00", 100);
        trade.categorised(id, RegulatoryCategory.OTC_B);
        String code = product(id).code();
        try (Chromium chromium = Chromium.open();
                Shopper shopper = shopper(chromium, company)) {
            shopper.buy(code, 2);
            trade.categorised(id, RegulatoryCategory.NARCOTIC);

            // when
            Page page = shopper.open("/products/" + code);

            // then
            assertThat(page.locator("#page .shop-blocked").first()).isVisible();
            String why = page.locator("#page .shop-blocked").first().textContent().strip();
            assertThat(why).isNotEmpty();

            // when
            shopper.open("/cart");

            // then
            assertThat(page.locator(".shop-blocked").first()).isVisible();
            assertThat(page.locator("form[action='/cart/order'] button[type=submit]")).isDisabled();
        }
    }

    private CustomerView aCompany() {
        CustomerView company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "100000");
        return company;
    }

    private Shopper shopper(Chromium chromium, CustomerView company) {
        CustomerId id = company.id();
        return Shopper.signedIn(chromium, port, companies.aUser(id, BuyerRight.values()));
    }

    private ProductView product(ProductId id) {
        return products.product(id).orElseThrow();
    }
}
