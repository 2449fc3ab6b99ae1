package io.mallhub.storefront.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponWay;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a company has besides its orders: prepaid money, points and coupons. */
@StorefrontTest
class AccountsApiTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired PrepaidFixtures prepaid;
    @Autowired CouponFixtures coupons;
    @Autowired MutableClock clock;

    private CustomerId company;
    private ApiClient api;

    @BeforeEach
    void aCompany() {
        company = customers.anActiveCustomer().id();
        api = ApiClient.of(port, companies.aUser(company, BuyerRight.values()));
    }

    @Test
    void prepaidMoneyIsToldWithItsMovements() {
        String topUp = prepaid.toppedUp(company, "100.00");

        assertThat(api.get("/api/prepaid").body())
                .contains("\"available\":\"100.00\"", "\"bonus\":\"0.00\"", "\"held\":\"0.00\"");
        assertThat(api.get("/api/prepaid/entries").body())
                .contains("\"document\":\"" + topUp + "\"", "\"kind\":\"TOP_UP\"");
        assertThat(api.get("/api/prepaid/top-ups").status()).isEqualTo(200);
    }

    @Test
    void onlyWhoSeesTheMoneyOfTheCompanySeesIt() {
        ApiClient clerk = ApiClient.of(port, companies.aUser(company, BuyerRight.ORDER));

        assertThat(clerk.get("/api/prepaid").status()).isEqualTo(403);
        assertThat(clerk.get("/api/prepaid/entries").status()).isEqualTo(403);
        assertThat(clerk.get("/api/points").status()).isEqualTo(200);
    }

    @Test
    void aTransferThatTopsUpIsAnnouncedOnce() {
        String json =
                """
                {"amount": "500.00", "bankReference": "API-%s", "sentOn": "%s"}
                """
                        .formatted(UUID.randomUUID(), MallTime.today(clock));

        Answer first = api.post("/api/prepaid/transfers", json);
        Answer again = api.post("/api/prepaid/transfers", json);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.post("/api/prepaid/top-ups", "{\"amount\":\"500.00\"}").status())
                .as("without a key")
                .isEqualTo(400);
    }

    @Test
    void pointsAreToldWithTheirMovements() {
        assertThat(api.get("/api/points").body()).contains("\"available\":0", "\"held\":0");
        assertThat(api.get("/api/points/entries").body()).contains("\"total\":0");
    }

    @Test
    void aCouponIsTakenOnceHoweverOftenItIsAskedFor() {
        CouponKind kind = coupons.put(CouponWay.CENTRE, null, 2);
        CouponKind told = coupons.put(CouponWay.CODE, null, 1);
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String json = "{\"kind\":\"%s\"}".formatted(kind.code());

        Answer first = api.post("/api/coupons", json, key);
        Answer again = api.post("/api/coupons", json, key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).contains("\"threshold\":\"100.00\"", "\"amount\":\"10.00\"");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.get("/api/coupons").body()).contains("\"total\":1");
        assertThat(api.get("/api/coupons/centre").body()).contains(kind.code());
        Map<String, String> other = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(
                        api.post("/api/coupons", "{\"code\":\"%s\"}".formatted(told.typed()), other)
                                .status())
                .isEqualTo(200);
        Answer unknown = api.post("/api/coupons", "{\"code\":\"NOBODY\"}", other);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("coupon.unknown-code");
        assertThat(api.post("/api/coupons", "{}", other).status()).isEqualTo(400);
        assertThat(api.get("/api/coupons?state=USED").body()).contains("\"total\":0");
    }
}
