package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.order.Carts;
import io.mallhub.order.Orders;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Twelve boxes at 10.00 in the cart, a coupon of 30.00 off from 100.00 on and one from 500.00. */
@StorefrontTest
class CouponOrderingTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired CouponFixtures coupons;
    @Autowired Carts carts;
    @Autowired Orders orders;

    private String coupon;
    private String tooHigh;
    private Visitor buyer;

    @BeforeEach
    void aFilledCartAndCoupons() {
        CustomerView company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "1000");
        coupon = coupons.aCoupon(company.id(), "100.00", "30.00");
        tooHigh = coupons.aCoupon(company.id(), "500.00", "90.00");
        BuyerView user = companies.aUser(company.id(), BuyerRight.values());
        carts.put(user.id(), company.id(), trade.aProduct(), Quantity.of(12));
        buyer = Visitor.signedIn(port, user);
    }

    @Test
    void theCartOffersCouponsWithWhatTheySaveAndSaysWhyOneCannotBeUsed() {
        assertThat(buyer.get("/cart").body())
                .contains("可省 ¥30.00", "¥120.00")
                .containsPattern("value=\"" + tooHigh + "\"[^>]*disabled");
    }

    @Test
    void aChosenCouponIsTakenOffInTheCartAndTheOrder() {
        assertThat(buyer.get("/cart?coupon=" + coupon).body())
                .contains("− ¥30.00", "¥90.00")
                .containsPattern("value=\"" + coupon + "\"[^>]*checked");

        Answer answer =
                buyer.post(
                        "/cart/order", Map.of("key", "k", "payment", "CREDIT", "coupon", coupon));

        String page = Objects.requireNonNull(answer.location());
        assertThat(orders.order(page.substring(page.lastIndexOf('/') + 1)).orElseThrow().total())
                .isEqualTo(Money.of("90.00"));
        assertThat(buyer.get(page).body()).contains(coupon, "− ¥30.00", "¥90.00");
        assertThat(buyer.get("/cart").body()).doesNotContain(coupon);
    }

    @Test
    void aSecondClickLeadsToTheOrderThatTheFirstOneMade() {
        Map<String, String> click = Map.of("key", "twice", "payment", "CREDIT");

        Answer first = buyer.post("/cart/order", click);
        Answer second = buyer.post("/cart/order", click);

        assertThat(first.location()).contains("/orders/SO");
        assertThat(second.location()).isEqualTo(first.location());
    }

    @Test
    void aCouponThatCannotBeUsedIsRefusedInWordsAndNothingIsOrdered() {
        Answer answer =
                buyer.post(
                        "/cart/order", Map.of("key", "k", "payment", "CREDIT", "coupon", tooHigh));

        assertThat(buyer.wordsAfter(answer)).contains("还差 ¥380.00").doesNotContain("??");
        assertThat(buyer.get("/cart?coupon=CP0").body())
                .contains("没有这张优惠券：CP0")
                .doesNotContain("??");
        assertThat(buyer.get("/cart").body()).contains("¥120.00");
    }
}
