package io.mallhub.storefront.doors;

import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.PlayedProvider;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.order.Carts;
import io.mallhub.order.Orders;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.order.SubmitOrder;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.PaymentState;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer pays online: cart, order page, the way there and back, and the provider's own door. */
@StorefrontTest
class OnlinePaymentTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired PaymentMethods methods;
    @Autowired OnlinePayments payments;
    @Autowired PlayedProvider provider;
    @Autowired Carts carts;
    @Autowired Orders orders;

    private CustomerView company;
    private BuyerView user;
    private Visitor buyer;
    private ProductId product;

    @BeforeEach
    void aBuyer() {
        provider.back();
        company = customers.anActiveCustomer();
        user = companies.aUser(company.id(), BuyerRight.values());
        buyer = Visitor.signedIn(port, user);
        product = trade.aProduct();
    }

    @Test
    void anOrderIsPaidFromTheCartToTheProviderAndBack() {
        carts.put(user.id(), company.id(), product, Quantity.of(10));
        assertThat(buyer.get("/cart").body()).contains("value=\"ONLINE\"", "订单获批后再付款");
        String page =
                Objects.requireNonNull(
                        buyer.post("/cart/order", Map.of("key", "k", "payment", "ONLINE"))
                                .location());
        String number = page.substring(page.lastIndexOf('/') + 1);
        assertThat(buyer.get(page).body()).doesNotContain("立即付款");

        orders.approve(number, 0);

        assertThat(buyer.get(page).body()).contains("立即付款", "还剩", "¥100.00");
        String payment = payments.ofOrder(number).orElseThrow().number();
        assertThat(buyer.get(page + "/pay").location())
                .startsWith("/" + payment + "?amount=100.00");
        provider.paid(payment, "100.00"); // and its notice is lost
        Answer back = buyer.get("/payments/return?out_trade_no=" + payment);
        assertThat(back.location()).isEqualTo(page);
        assertThat(buyer.get(page).body())
                .contains("已付款", "已收到订单 " + number + " 的付款")
                .doesNotContain("立即付款");
    }

    @Test
    void whoComesBackWithoutHavingPaidIsToldSo() {
        String number = approved();
        String payment = payments.ofOrder(number).orElseThrow().number();
        buyer.get("/orders/" + number + "/pay");

        assertThat(buyer.wordsAfter(buyer.get("/payments/return?out_trade_no=" + payment)))
                .contains("尚未收到付款", "立即付款");

        provider.goesAway();
        assertThat(buyer.wordsAfter(buyer.get("/payments/return?out_trade_no=" + payment)))
                .contains("付款结果查询中", "请勿重复付款");
    }

    @Test
    void theProvidersNoticeNeedsNoTokenAndItsSignatureDecides() {
        String number = approved();
        String payment = payments.ofOrder(number).orElseThrow().number();
        Map<String, String> notice = provider.paid(payment, "100.00");
        Map<String, String> forged = new HashMap<>(notice);
        forged.put("signature", "wrong");
        Visitor anybody = Visitor.at(port);

        Answer refused = anybody.postFromElsewhere("/payments/notify/played", forged);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("failure");
        assertThat(payments.find(payment).orElseThrow().state()).isEqualTo(PaymentState.OPEN);

        Answer taken = anybody.postFromElsewhere("/payments/notify/played", notice);
        assertThat(taken.body()).isEqualTo("success");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(anybody.session()).isEmpty();
        assertThat(payments.find(payment).orElseThrow().state()).isEqualTo(PaymentState.PAID);
        assertThat(anybody.postFromElsewhere("/payments/notify/played", notice).body())
                .isEqualTo("success");
    }

    @Test
    void aNoticeThatIsTooLargeOrSaysSomethingTwiceIsRefused() {
        Visitor anybody = Visitor.at(port);
        Map<String, String> large = Map.of("signature", "right", "x", "x".repeat(40_000));
        assertThat(anybody.postFromElsewhere("/payments/notify/played", large).status())
                .isEqualTo(413);
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        assertThat(
                        anybody.send(
                                        "POST",
                                        "/payments/notify/played",
                                        BodyPublishers.ofString("amount=1&amount=2"),
                                        form)
                                .status())
                .isEqualTo(400);
        assertThat(anybody.get("/payments/notify/played").status()).isIn(403, 401);
    }

    @Test
    void anotherCompanysPaymentIsNotThere() {
        String number = approved();
        String payment = payments.ofOrder(number).orElseThrow().number();
        Visitor other =
                Visitor.signedIn(
                        port,
                        companies.aUser(customers.anActiveCustomer().id(), BuyerRight.values()));

        assertThat(other.get("/orders/" + number + "/pay").status()).isEqualTo(404);
        assertThat(other.get("/payments/return?out_trade_no=" + payment).status()).isEqualTo(404);
        assertThat(other.get("/payments/return?out_trade_no=nothing").status()).isEqualTo(404);
        assertThat(other.get("/payments/return").status()).isEqualTo(404);
        assertThat(payments.find(payment).orElseThrow().sentAt()).isNull();
    }

    @Test
    void onlyWhoMayOrderOrSeesTheMoneyIsSentToTheProviderAndGuestsSignInFirst() {
        String number = approved();
        Visitor finance = Visitor.signedIn(port, companies.aUser(company.id(), BuyerRight.FINANCE));
        assertThat(finance.get("/orders/" + number).body()).contains("立即付款");
        assertThat(finance.get("/orders/" + number + "/pay").status()).isEqualTo(302);
        Visitor looker = Visitor.signedIn(port, companies.aUser(company.id(), BuyerRight.MANAGE));

        assertThat(looker.get("/orders/" + number).body()).contains("待付款").doesNotContain("立即付款");
        assertThat(looker.get("/orders/" + number + "/pay").status()).isEqualTo(403);
        assertThat(Visitor.at(port).get("/orders/" + number + "/pay").location())
                .isEqualTo("/login");
        assertThat(Visitor.at(port).get("/payments/return?out_trade_no=x").location())
                .isEqualTo("/login");
    }

    @Test
    void aCustomerThatMayNotPayOnlineIsToldSo() {
        methods.put(
                Audience.customer(company.id(), ""),
                EnumSet.of(PaymentMethod.CREDIT),
                "账期",
                TradeFixtures.DESK);
        carts.put(user.id(), company.id(), product, Quantity.of(10));

        assertThat(buyer.get("/cart").body())
                .contains("value=\"CREDIT\"")
                .doesNotContain("value=\"ONLINE\"");
        assertThat(
                        buyer.wordsAfter(
                                buyer.post("/cart/order", Map.of("key", "k", "payment", "ONLINE"))))
                .contains("不能使用该付款方式");
    }

    @Test
    void programsSeeWhereThePaymentStands() {
        String number = approved();
        ApiClient api = ApiClient.of(port, user);

        assertThat(api.get("/api/orders/" + number).body())
                .contains(
                        "\"payment\":\"ONLINE\"",
                        "\"state\":\"OPEN\"",
                        "\"amount\":\"100.00\"",
                        "/orders/" + number + "/pay");
    }

    private String approved() {
        String number =
                trade.submitted(
                        new SubmitOrder(
                                company.id(),
                                UUID.randomUUID().toString(),
                                List.of(line(product, 10)),
                                "",
                                PaymentMethod.ONLINE,
                                user.actor()));
        orders.approve(number, 0);
        return number;
    }
}
