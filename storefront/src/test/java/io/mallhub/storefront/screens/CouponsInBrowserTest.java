package io.mallhub.storefront.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mallhub.catalog.Products;
import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.CouponKinds.PutKind;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.coupon.CouponWay;
import io.mallhub.coupon.Coupons;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.Money;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.webkit.fixture.Chromium;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Each kind of coupon from where it is got to the order that it makes cheaper: twelve boxes at
 * 10.00. Those of newcomers and of the next order: {@link SeedsInBrowserTest}.
 */
@StorefrontTest
class CouponsInBrowserTest {
    private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired CouponFixtures fixtures;
    @Autowired CouponKinds kinds;
    @Autowired Coupons coupons;
    @Autowired PointsFixtures points;
    @Autowired PrepaidFixtures prepaid;
    @Autowired Products products;
    @Autowired MutableClock clock;

    private final List<CouponKind> live = new ArrayList<>();
    private CustomerView company;
    private String boxes;
    private Shopper shopper;

    @BeforeAll
    static void aBrowser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void noBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aBuyerBeforeTheShop() {
        company = aCompany();
        boxes = products.product(trade.anOtcProduct("10.00", 1000)).orElseThrow().code();
        shopper = shopper(company);
    }

    @AfterEach
    void nothingStaysForOthers() {
        shopper.close();
        clock.reset();
        live.forEach(it -> kinds.stop(it.code(), "test over", CouponFixtures.MARKETING));
        points.off();
    }

    @Test
    void theCentreGivesACouponAsOftenAsItMay() {
        // given
        CouponKind kind = aKind(new Kind("领券满减").limited(2, 1));
        Page page = shopper.open("/coupons");
        Locator offer = offer(page, kind);
        assertThat(offer).containsText("剩余 2 张");

        // when
        offer.locator("button").click();

        // then
        assertThat(page.locator("#page")).containsText("领券满减");
        shopper.open("/coupons");
        assertThat(offer).containsText("贵公司可领的张数已领完");
        assertThat(offer).containsText("剩余 1 张");

        // when
        try (Shopper other = shopper(aCompany())) {
            offer(other.open("/coupons"), kind).locator("button").click();
            assertThat(other.page().locator("#page")).containsText("领券满减");
        }
        try (Shopper late = shopper(aCompany())) {
            // then
            assertThat(offer(late.open("/coupons"), kind)).containsText("该优惠券已领完");
            assertThat(offer(late.page(), kind).locator("button")).hasCount(0);
        }
        paysWithTheCoupon("110.00");
    }

    @Test
    void aPartOfTheAmountIsTakenOffUpToItsCap() {
        // given
        CouponKind kind =
                aKind(
                        new Kind("九折券")
                                .off(
                                        new CouponDiscount.PercentOff(
                                                Money.of("50"),
                                                new BigDecimal("10"),
                                                Money.of("11.50"))));
        offer(shopper.open("/coupons"), kind).locator("button").click();

        // when: a tenth of 100.00, and no tenth of 120.00
        shopper.buy(boxes, 10);
        Page page = shopper.open("/cart");
        page.locator("input[name=coupon]").check();

        // then
        assertThat(page.locator(".shop-sums .shop-price")).containsText("90.00");
        page.locator("input[name=quantity]").fill("12");
        page.locator(".shop-buy button").first().click();
        paysInTheCart("108.50");
    }

    @Test
    void aTypedCodeIsACoupon() {
        // given
        CouponKind kind = aKind(new Kind("会展券").by(CouponWay.CODE));
        Page page = shopper.open("/coupons");

        // when
        page.locator("input[name=typed]").fill("wrong-code");
        page.locator("form[action='/coupons/code'] button").click();

        // then
        assertThat(page.locator("main")).containsText("没有这个兑换码");

        // when
        page.locator("input[name=typed]")
                .fill(Objects.requireNonNull(kind.typed()).toLowerCase(Locale.ROOT));
        page.locator("form[action='/coupons/code'] button").click();

        // then
        assertThat(page.locator("main")).containsText("已领取「会展券」");
        paysWithTheCoupon("110.00");
    }

    @Test
    void whatTheDeskGivesIsToldAndUsed() {
        // given
        CouponKind kind = aKind(new Kind("回访关怀券").by(CouponWay.PUSH));
        coupons.push(
                kind.code(), List.of(company.id()), kind.code(), "久未下单", CouponFixtures.MARKETING);

        // when
        Page page = shopper.open("/messages");

        // then
        assertThat(page.locator("#page")).containsText("回访关怀券");
        paysWithTheCoupon("110.00");
    }

    @Test
    void pointsBuyACoupon() {
        // given
        points.on();
        points.earned(company.id(), 500);
        CouponKind kind = aKind(new Kind("积分兑换券").forPoints(200));
        Page page = shopper.open("/coupons");

        // when
        offer(page, kind).locator("button:has-text('用 200 积分兑换')").click();

        // then
        shopper.open("/points");
        assertThat(page.locator("#page .shop-price")).hasText("300");
        assertThat(page.locator("tbody")).containsText("− 200");
        paysWithTheCoupon("110.00");
    }

    @Test
    void aCouponForOneWayToPayCountsOnlyWithIt() {
        // given
        prepaid.toppedUp(company.id(), "1000");
        CouponKind kind = aKind(new Kind("预付专享券").paidBy("PREPAID"));
        offer(shopper.open("/coupons"), kind).locator("button").click();
        shopper.buy(boxes, 12);

        // when
        Page page = shopper.open("/cart");
        page.locator("input[value=CREDIT]").check();

        // then
        assertThat(page.locator("input[name=coupon]")).isDisabled();
        assertThat(page.locator("fieldset:has(input[name=coupon])")).containsText("预付款");

        // when
        page.locator("input[value=PREPAID]").check();

        // then
        paysInTheCart("110.00");
    }

    @Test
    void aCouponCountsFromItsFirstDayToTheEndOfItsLast() {
        // given
        CouponKind kind =
                aKind(
                        new Kind("周末券")
                                .valid(
                                        new CouponValidity.Fixed(
                                                LocalDate.of(2026, 11, 28),
                                                LocalDate.of(2026, 11, 29))));
        offer(shopper.open("/coupons"), kind).locator("button").click();
        shopper.buy(boxes, 12);

        // when
        Page page = shopper.open("/cart");

        // then
        assertThat(page.locator("input[name=coupon]")).isDisabled();
        assertThat(page.locator("fieldset:has(input[name=coupon])"))
                .containsText("2026-11-28 00:00");

        // when
        clock.set("2026-11-29T23:59:58");
        shopper.open("/cart");

        // then
        paysInTheCart("110.00");

        // given
        kind = aKind(new Kind("当日券").valid(new CouponValidity.Days(0)));
        offer(shopper.open("/coupons"), kind).locator("button").click();

        // when
        clock.set("2026-11-30T00:00:00");
        coupons.expire(100);

        // then
        shopper.open("/coupons/own?state=EXPIRED");
        assertThat(page.locator("article")).containsText("当日券");
        shopper.buy(boxes, 12);
        shopper.open("/cart");
        assertThat(page.locator("input[name=coupon]")).hasCount(0);
    }

    /** Twelve boxes with the one coupon the company has. */
    private void paysWithTheCoupon(String total) {
        shopper.buy(boxes, 12);
        shopper.open("/cart");
        paysInTheCart(total);
    }

    private void paysInTheCart(String total) {
        Page page = shopper.page();
        if (!page.locator("input[name=coupon]").isChecked()) {
            assertThat(page.locator("input[name=coupon]")).isEnabled();
            page.locator("input[name=coupon]").check();
        }
        assertThat(page.locator(".shop-sums .shop-price")).containsText(total);
        String order = shopper.order();
        assertThat(page.locator("#page")).containsText(total);
        shopper.open("/coupons/own?state=HELD");
        assertThat(page.locator("article")).containsText(order);
    }

    private static Locator offer(Page page, CouponKind kind) {
        return page.locator(
                "article:has(input[name=kind][value="
                        + kind.code()
                        + "]), article:has(strong:"
                        + "text-is('"
                        + kind.name()
                        + "'))");
    }

    private CustomerView aCompany() {
        CustomerView one = customers.anActiveCustomer();
        trade.giveCredit(one.id(), "100000");
        return one;
    }

    private Shopper shopper(CustomerView of) {
        return Shopper.signedIn(chromium, port, companies.aUser(of.id(), BuyerRight.values()));
    }

    private CouponKind aKind(Kind kind) {
        CouponKind put = fixtures.put(kind.put());
        live.add(put);
        return put;
    }

    /** 10 off from 100 on, from the centre, through the seventh day after. */
    private record Kind(
            String name,
            CouponWay way,
            CouponDiscount discount,
            Set<String> payments,
            CouponValidity validity,
            @Nullable Integer limit,
            int perBuyer,
            long points) {
        Kind(String name) {
            this(
                    name,
                    CouponWay.CENTRE,
                    new CouponDiscount.AmountOff(Money.of("100"), Money.of("10")),
                    Set.of(),
                    new CouponValidity.Days(7),
                    null,
                    1,
                    0);
        }

        Kind by(CouponWay other) {
            return new Kind(name, other, discount, payments, validity, limit, perBuyer, points);
        }

        Kind off(CouponDiscount other) {
            return new Kind(name, way, other, payments, validity, limit, perBuyer, points);
        }

        Kind paidBy(String method) {
            return new Kind(name, way, discount, Set.of(method), validity, limit, perBuyer, points);
        }

        Kind valid(CouponValidity other) {
            return new Kind(name, way, discount, payments, other, limit, perBuyer, points);
        }

        Kind limited(int all, int each) {
            return new Kind(name, way, discount, payments, validity, all, each, points);
        }

        Kind forPoints(long cost) {
            return new Kind(name, way, discount, payments, validity, limit, perBuyer, cost);
        }

        PutKind put() {
            return new PutKind(
                    null,
                    0,
                    name,
                    way,
                    way == CouponWay.CODE ? "EXPO" + System.nanoTime() : "",
                    discount,
                    points > 0 ? new Goods.Categories(Set.of("OTC_B")) : new Goods.All(),
                    payments,
                    validity,
                    limit,
                    perBuyer,
                    points,
                    false,
                    "test",
                    CouponFixtures.MARKETING);
        }
    }
}
