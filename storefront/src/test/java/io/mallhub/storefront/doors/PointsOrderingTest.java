package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.PointsFixtures;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Twelve boxes at 10.00 in the cart of a company with 5,000 points. */
@StorefrontTest
class PointsOrderingTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired PointsFixtures points;
    @Autowired Carts carts;
    @Autowired Orders orders;

    private Visitor buyer;
    private Visitor other;

    @BeforeEach
    void aFilledCartAndPoints() {
        points.on();
        CustomerView company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "1000");
        points.earned(company.id(), 5000);
        BuyerView user = companies.aUser(company.id(), BuyerRight.values());
        carts.put(user.id(), company.id(), trade.anOtcProduct("10.00", 1000), Quantity.of(12));
        buyer = Visitor.signedIn(port, user);
        other =
                Visitor.signedIn(
                        port,
                        companies.aUser(customers.anActiveCustomer().id(), BuyerRight.values()));
    }

    @AfterEach
    void off() {
        points.off();
    }

    @Test
    void theCartSaysHowManyPointsMayBeUsedAndTakesThemOff() {
        assertThat(buyer.get("/cart").body()).contains("可用 5,000 积分", "最多用 5,000 积分，抵 ¥50.00");
        assertThat(buyer.get("/cart?points=2000").body()).contains("− ¥20.00", "¥100.00");
        assertThat(buyer.get("/cart?points=2050").body())
                .contains("积分须为 100 的整数倍", "¥120.00")
                .doesNotContain("??");
        assertThat(buyer.get("/cart?points=lots").body()).contains("积分须为 100 的整数倍");
    }

    @Test
    void theOrderIsPaidWithThemAndThePageOfPointsShowsIt() {
        Answer answer =
                buyer.post(
                        "/cart/order", Map.of("key", "k", "payment", "CREDIT", "points", "2000"));

        String page = Objects.requireNonNull(answer.location());
        String number = page.substring(page.lastIndexOf('/') + 1);
        assertThat(orders.order(number).orElseThrow().total()).isEqualTo(Money.of("100.00"));
        assertThat(buyer.get(page).body()).contains("积分抵扣：2000 积分", "− ¥20.00");
        assertThat(buyer.get("/points").body())
                .contains(number, "− 2,000", "3,000", "订单占用")
                .doesNotContain("??");
        assertThat(other.get("/points").body()).doesNotContain(number);
    }

    @Test
    void pointsThatAreNotThereAreRefusedInWordsAndTheChoiceStays() {
        Answer answer =
                buyer.post(
                        "/cart/order", Map.of("key", "k", "payment", "CREDIT", "points", "7000"));

        assertThat(buyer.wordsAfter(answer)).contains("积分超过本单可用的数量").doesNotContain("??");
        assertThat(answer.location()).contains("points=7000");
    }
}
