package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.CouponWay;
import io.mallhub.coupon.Coupons;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.shared.CustomerId;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Buyers take coupons and type codes. */
@StorefrontTest
class CouponCentreTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired CouponFixtures fixtures;
    @Autowired Coupons coupons;

    private CustomerId company;
    private Visitor buyer;

    @BeforeEach
    void aBuyer() {
        company = customers.anActiveCustomer().id();
        buyer = Visitor.signedIn(port, companies.aUser(company, BuyerRight.values()));
    }

    @Test
    void aCouponIsTakenOnceByTheSameClickAndShownAmongTheOwn() {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, 5, 2);
        Map<String, String> click = Map.of("kind", kind.code(), "click", "k1");

        assertThat(buyer.get("/coupons").body()).contains(kind.code(), "满 ¥100.00 减 ¥10.00");
        assertThat(buyer.wordsAfter(buyer.post("/coupons/claim", click))).contains("已领取");
        buyer.post("/coupons/claim", click);

        assertThat(coupons.countOfCompany(company)).isEqualTo(Map.of(CouponState.FREE, 1L));
        assertThat(buyer.get("/coupons/own").body()).contains("CP2026", kind.name());
        assertThat(buyer.get("/coupons/own?state=USED").body()).contains("没有这类优惠券");
    }

    @Test
    void aTypedCodeGivesItsCouponAndAWrongOneSaysSo() {
        CouponKind kind = fixtures.put(CouponWay.CODE, 5, 1);
        String typed = Objects.requireNonNull(kind.typed());

        assertThat(
                        buyer.wordsAfter(
                                buyer.post(
                                        "/coupons/code",
                                        Map.of("typed", typed.toLowerCase(), "click", "k"))))
                .contains("已领取");
        assertThat(
                        buyer.wordsAfter(
                                buyer.post("/coupons/code", Map.of("typed", typed, "click", "k2"))))
                .contains("可领的张数已领完");
        assertThat(
                        buyer.wordsAfter(
                                buyer.post(
                                        "/coupons/code",
                                        Map.of("typed", "WRONGCODE", "click", "k3"))))
                .contains("没有这个兑换码");
    }

    @Test
    void whoMayNotOrderLooksButTakesNothing() {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, 5, 2);
        Visitor clerk = Visitor.signedIn(port, companies.aUser(company, BuyerRight.FINANCE));

        assertThat(clerk.get("/coupons").body())
                .contains("由贵公司有下单权限的同事领取")
                .doesNotContain("action=\"/coupons/claim\"");
        assertThat(clerk.post("/coupons/claim", Map.of("kind", kind.code(), "click", "k")).status())
                .isEqualTo(403);
        assertThat(coupons.countOfCompany(company)).isEmpty();
    }
}
