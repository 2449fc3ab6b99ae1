package io.mallhub.storefront.doors;

import static io.mallhub.fixture.ReceiptFixtures.CONFIRMER;
import static io.mallhub.fixture.ReceiptFixtures.RECORDER;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.Files;
import io.mallhub.fixture.PlayedProvider;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.fixture.TransferFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.order.Carts;
import io.mallhub.order.Orders;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.prepaid.OwnTopUps;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpView;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.receipt.OrderTransfers.TransferState;
import io.mallhub.receipt.Receipts;
import io.mallhub.receipt.Receipts.RecordOutcome;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer pays an order by transfer, and tops up his company's account, in the shop. */
@StorefrontTest
class TransferPaymentTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired TransferFixtures house;
    @Autowired ReceiptFixtures paid;
    @Autowired Announcements announcements;
    @Autowired OrderTransfers transfers;
    @Autowired Receipts receipts;
    @Autowired OwnTopUps topUps;
    @Autowired PlayedProvider provider;
    @Autowired Carts carts;
    @Autowired Orders orders;
    @Autowired Clock clock;

    private CustomerView company;
    private BuyerView user;
    private Visitor buyer;

    @BeforeEach
    void aBuyer() {
        provider.back();
        house.offered();
        company = customers.anActiveCustomer();
        user = companies.aUser(company.id(), BuyerRight.values());
        buyer = Visitor.signedIn(port, user);
    }

    @AfterEach
    void asOthersKnowTheMall() {
        house.offeredNoMore();
    }

    @Test
    void anOrderIsPaidFromTheCartToTheConfirmationOfFinance() {
        carts.put(user.id(), company.id(), trade.aProduct(), Quantity.of(10));
        assertThat(buyer.get("/cart").body()).contains("value=\"TRANSFER\"");
        String page =
                Objects.requireNonNull(
                        buyer.post("/cart/order", Map.of("key", "k", "payment", "TRANSFER"))
                                .location());
        String number = page.substring(page.lastIndexOf('/') + 1);
        assertThat(buyer.get(page).body()).doesNotContain("登记汇款");

        orders.approve(number, 0);

        assertThat(buyer.get(page).body())
                .contains("待转账 ¥100.00", "1202 0212 0990 0123 456", "华康医药有限公司", "还剩", "登记汇款");
        Answer posted =
                buyer.upload(
                        page + "/transfer", typed("100.00"), "proof", "回单.pdf", Files.pdf("proof"));
        assertThat(buyer.wordsAfter(posted)).contains("已登记", "回单.pdf", "正在由财务核对");
        AnnouncementView it = announcements.ofOrder(number).getFirst();
        String receipt =
                ((RecordOutcome.Recorded)
                                announcements.takeOver(
                                        it.number(),
                                        paid.command(
                                                company.id(),
                                                "100.00",
                                                it.bankReference(),
                                                number)))
                        .number();
        receipts.confirm(receipt, CONFIRMER);

        assertThat(buyer.get(page).body()).contains("已付款 ¥100.00").doesNotContain("transfer-form");
        assertThat(buyer.get("/statement").body()).contains(number);
    }

    @Test
    void tooLittleIsSaidAndSoIsMoneyThatGoesBack() {
        String number = approved();
        paid.booked(company.id(), "40.00", number);

        assertThat(buyer.get("/orders/" + number).body()).contains("已到账 ¥40.00，还差 ¥60.00");

        orders.cancel(number, "不要了", user.actor());
        assertThat(buyer.get("/orders/" + number).body()).contains("退款 ¥40.00", "待退款");
    }

    @Test
    void whatIsWrongWithATransferIsSaidAndComesBackFilledIn() {
        String number = approved();
        Map<String, String> typed = Map.of("amount", "x", "reference", "ICBC77");

        assertThat(buyer.wordsAfter(buyer.post("/orders/" + number + "/transfer", typed)))
                .contains("金额须大于 0", "value=\"ICBC77\"");
        Visitor stranger =
                Visitor.signedIn(
                        port,
                        companies.aUser(customers.anActiveCustomer().id(), BuyerRight.values()));
        assertThat(stranger.post("/orders/" + number + "/transfer", typed("100.00")).status())
                .isEqualTo(404);
        Visitor clerk = Visitor.signedIn(port, companies.aUser(company.id()));
        assertThat(clerk.post("/orders/" + number + "/transfer", typed("100.00")).status())
                .isEqualTo(403);
        assertThat(announcements.ofOrder(number)).isEmpty();
    }

    @Test
    void creditPaysAPartWhenTheBuyerChoosesSoOnThePageOrByApi() {
        paid.booked(company.id(), "70.00");
        String number = approved();
        Visitor buyer = Visitor.signedIn(port, user);
        ApiClient api = ApiClient.of(port, user);
        assertThat(buyer.get("/orders/" + number).body()).contains("transfer-credit");
        assertThat(api.get("/api/orders/" + number).body()).contains("\"credit\":\"70.00\"");

        Map<String, String> typed = Map.of("amount", "30.00", "missing", "100.00");
        buyer.post("/orders/" + number + "/transfer/credit", typed);
        buyer.post("/orders/" + number + "/transfer/credit", typed);
        assertThat(transfers.ofOrder(number).orElseThrow().missing()).isEqualTo(Money.of("70.00"));
        Answer rest =
                api.post(
                        "/api/orders/" + number + "/transfers/credit",
                        "{\"amount\":\"40.00\",\"missing\":\"70.00\"}");
        Answer more =
                api.post(
                        "/api/orders/" + number + "/transfers/credit",
                        "{\"amount\":\"1.00\",\"missing\":\"30.00\"}");

        assertThat(rest.status()).isEqualTo(200);
        assertThat(rest.body()).contains("\"missing\":\"30.00\"");
        assertThat(more.status()).isEqualTo(422);
        assertThat(more.body()).contains("transfer.credit-less");
        Visitor clerk = Visitor.signedIn(port, companies.aUser(company.id()));
        assertThat(
                        clerk.post(
                                        "/orders/" + number + "/transfer/credit",
                                        Map.of("amount", "1.00"))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void programsSeeWhereToTransferAndAnnounceIt() {
        String number = approved();
        ApiClient api = ApiClient.of(port, user);
        assertThat(api.get("/api/orders/" + number).body())
                .contains("\"payment\":\"TRANSFER\"")
                .contains("\"account\":\"1202 0212 0990 0123 456\"")
                .contains("\"missing\":\"100.00\"");
        String json =
                """
                {"amount": "100.00", "bankReference": "API-%s", "sentOn": "%s"}
                """
                        .formatted(number, MallTime.today(clock));

        Answer first = api.post("/api/orders/" + number + "/transfers", json);
        Answer again = api.post("/api/orders/" + number + "/transfers", json);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.get("/api/orders/" + number).body())
                .contains("\"bankReference\":\"API-" + number + "\"");
        assertThat(
                        api.post(
                                        "/api/orders/" + number + "/transfers",
                                        json.replace("100.00", "many"))
                                .status())
                .isEqualTo(400);
        paid.booked(company.id(), "100.00", number);
        Answer late =
                api.post("/api/orders/" + number + "/transfers", json.replace("API-", "API-LATE-"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("announcement.order-paid");
        assertThat(transfers.ofOrder(number).orElseThrow().state()).isEqualTo(TransferState.PAID);
    }

    @Test
    void theAccountIsToppedUpOnline() {
        assertThat(buyer.get("/prepaid?amount=500").body()).contains("此金额没有赠送", "在线支付");
        Map<String, String> typed = Map.of("amount", "500", "key", "k");
        assertThat(buyer.wordsAfter(buyer.post("/prepaid/top-ups", typed))).contains("请在期限内付款");
        buyer.post("/prepaid/top-ups", typed);
        OwnTopUpView topUp = only();

        assertThat(buyer.get("/prepaid/top-ups/" + topUp.number() + "/pay").location())
                .startsWith("/" + topUp.payment() + "?amount=500.00");
        provider.paid(topUp.payment(), "500.00"); // and its notice is lost
        Answer back = buyer.get("/payments/return?out_trade_no=" + topUp.payment());

        assertThat(back.location()).isEqualTo("/prepaid");
        assertThat(buyer.wordsAfter(back)).contains("已到账", topUp.number());
        assertThat(buyer.get("/prepaid").body()).contains("¥500.00");
    }

    @Test
    void whatMayNotBeToppedUpIsSaidAndNobodyElsePaysIt() {
        assertThat(
                        buyer.wordsAfter(
                                buyer.post("/prepaid/top-ups", Map.of("amount", "1", "key", "k"))))
                .contains("充值金额不在允许范围内");
        buyer.post("/prepaid/top-ups", Map.of("amount", "500", "key", "k"));
        Visitor stranger =
                Visitor.signedIn(
                        port,
                        companies.aUser(customers.anActiveCustomer().id(), BuyerRight.values()));
        assertThat(stranger.get("/prepaid/top-ups/" + only().number() + "/pay").status())
                .isEqualTo(404);
        Visitor clerk = Visitor.signedIn(port, companies.aUser(company.id(), BuyerRight.ORDER));
        assertThat(clerk.post("/prepaid/top-ups", Map.of("amount", "500", "key", "k")).status())
                .isEqualTo(403);
    }

    @Test
    void aTopUpByTransferIsAnnounced() {
        Answer posted =
                buyer.upload(
                        "/prepaid/transfers",
                        typed("500.00"),
                        "proof",
                        "回单.pdf",
                        Files.pdf("proof"));

        assertThat(buyer.wordsAfter(posted)).contains("充值汇款", "待核对");
        AnnouncementView it =
                announcements.page(company.id(), null, PageRequest.first(5)).items().getFirst();
        assertThat(it.purpose()).isEqualTo(Announcements.Purpose.TOP_UP);
        announcements.decline(it.number(), "银行没有收到", RECORDER);
        assertThat(buyer.get("/prepaid").body()).contains("银行没有收到");
    }

    private OwnTopUpView only() {
        List<OwnTopUpView> all = topUps.page(company.id(), null, PageRequest.first(5)).items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Map<String, String> typed(String amount) {
        return Map.of(
                "amount",
                amount,
                "reference",
                "ICBC" + UUID.randomUUID(),
                "day",
                MallTime.today(clock).toString(),
                "note",
                "");
    }

    private String approved() {
        String number =
                trade.submitted(
                        new SubmitOrder(
                                company.id(),
                                UUID.randomUUID().toString(),
                                List.of(line(trade.aProduct(), 10)),
                                "",
                                PaymentMethod.TRANSFER,
                                user.actor()));
        orders.approve(number, 0);
        return number;
    }
}
