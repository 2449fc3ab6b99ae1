package io.mallhub.storefront.doors;

import static io.mallhub.fixture.TradeFixtures.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.order.Carts;
import io.mallhub.order.Orders;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.shared.Quantity;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Twelve boxes at 10.00 in the cart, paid from the prepaid account or not. */
@StorefrontTest
class PrepaidTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired PrepaidFixtures prepaid;
    @Autowired PaymentMethods methods;
    @Autowired Carts carts;
    @Autowired Orders orders;

    private CustomerView company;
    private Visitor buyer;

    @BeforeEach
    void aFilledCart() {
        company = customers.anActiveCustomer();
        BuyerView user = companies.aUser(company.id(), BuyerRight.values());
        carts.put(user.id(), company.id(), trade.aProduct(), Quantity.of(12));
        buyer = Visitor.signedIn(port, user);
    }

    @Test
    void theCartSaysWhatIsMissing() {
        prepaid.toppedUp(company.id(), "100.00");

        assertThat(buyer.get("/cart").body())
                .containsPattern("value=\"PREPAID\"[^>]*disabled")
                .contains("还差 ¥20.00");
        assertThat(buyer.wordsAfter(order())).contains("预付款余额不足", "120.00 &gt; 100.00");
    }

    @Test
    void theCartShowsNoMethodThatTheCompanyMayNotUse() {
        prepaid.toppedUp(company.id(), "500.00");
        methods.put(
                Audience.customer(company.id(), ""), EnumSet.of(PaymentMethod.CREDIT), "账期", DESK);

        assertThat(buyer.get("/cart").body())
                .contains("value=\"CREDIT\"")
                .doesNotContain("value=\"PREPAID\"");
        assertThat(buyer.wordsAfter(order())).contains("不能使用该付款方式");
    }

    @Test
    void anOrderIsPaidFromTheAccountAndTheAccountShowsIt() {
        prepaid.toppedUp(company.id(), "100.00", "50.00");

        String page = Objects.requireNonNull(order().location());
        String number = page.substring(page.lastIndexOf('/') + 1);
        orders.approve(number, 0);

        assertThat(buyer.get(page).body()).contains("预付款");
        assertThat(buyer.get("/prepaid").body()).contains("订单支付", number, "预存有礼", "¥30.00");
    }

    @Test
    void whoMayNotSeeTheMoneyOfTheCompanySeesNoAccount() {
        Visitor clerk = Visitor.signedIn(port, companies.aUser(company.id(), BuyerRight.ORDER));

        assertThat(clerk.get("/prepaid").status()).isEqualTo(403);
    }

    private Answer order() {
        return buyer.post("/cart/order", Map.of("key", "k", "payment", "PREPAID"));
    }
}
