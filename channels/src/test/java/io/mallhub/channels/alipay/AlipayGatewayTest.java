package io.mallhub.channels.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mallhub.payment.PaymentGateway.CloseAnswer;
import io.mallhub.payment.PaymentGateway.NotAuthentic;
import io.mallhub.payment.PaymentGateway.PayRequest;
import io.mallhub.payment.PaymentGateway.QueryAnswer;
import io.mallhub.payment.PaymentGateway.RefundAnswer;
import io.mallhub.payment.PaymentGateway.RefundOrder;
import io.mallhub.payment.PaymentGateway.Trade;
import io.mallhub.payment.PaymentGateway.Trade.Standing;
import io.mallhub.sandbox.Fault;
import io.mallhub.sandbox.SandboxKeys;
import io.mallhub.sandbox.fixture.TestSandbox;
import io.mallhub.shared.Money;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The adapter and the sandbox, over real HTTP, with everything that the sandbox can spoil. */
class AlipayGatewayTest {
    private static final BlockingQueue<Map<String, String>> NOTICES = new LinkedBlockingQueue<>();
    private static final TestSandbox SANDBOX = new TestSandbox();
    private static HttpServer merchant;
    private static AlipayGateway gateway;

    private final String payment = "OP" + UUID.randomUUID().toString().substring(0, 18);

    /** The merchant takes every notice. */
    @BeforeAll
    static void aMerchant() throws IOException {
        merchant =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        merchant.createContext(
                "/payments/notify/alipay",
                exchange -> {
                    try (exchange) {
                        String body =
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8);
                        NOTICES.add(fields(body));
                        exchange.sendResponseHeaders(200, 7);
                        exchange.getResponseBody()
                                .write("success".getBytes(StandardCharsets.UTF_8));
                    }
                });
        merchant.start();
        gateway = gateway(SANDBOX.keys(), Duration.ofSeconds(10));
    }

    @AfterAll
    static void end() {
        merchant.stop(0);
        SANDBOX.close();
    }

    @AfterEach
    void noFaults() {
        for (Fault fault : Fault.values()) {
            SANDBOX.set(fault, 0);
        }
        NOTICES.clear();
    }

    @Test
    void aPayerPaysAndTheSignedNoticeAndTheQuestionSayTheSame() throws Exception {
        assertThat(gateway.query(payment)).isEqualTo(new QueryAnswer.NotThere());

        URI back = SANDBOX.pays(page("100.50"));

        Trade told = gateway.read(notice());
        assertThat(told.payment()).isEqualTo(payment);
        assertThat(told.standing()).isEqualTo(Standing.PAID);
        assertThat(told.amount()).isEqualTo(Money.of("100.50"));
        assertThat(told.currency()).isEqualTo("CNY");
        assertThat(told.ours()).isTrue();
        assertThat(found().trade()).isEqualTo(told.trade());
        assertThat(found().amount()).isEqualTo(told.amount());
        assertThat(back.getPath()).isEqualTo("/payments/return");
        assertThat(fields(back.getRawQuery())).containsEntry("out_trade_no", payment);
    }

    @Test
    void aPayerWhoGivesUpHasNotPaidAndCanBeClosedOut() {
        SANDBOX.givesUp(page("10.00"));
        assertThat(found().standing()).isEqualTo(Standing.WAITING);

        assertThat(gateway.close(payment)).isEqualTo(new CloseAnswer.Closed());

        assertThat(found().standing()).isEqualTo(Standing.CLOSED);
        assertThat(SANDBOX.pays(page("10.00")).getPath()).isEqualTo("/cashier");
        assertThat(NOTICES).isEmpty();
    }

    @Test
    void whatIsPaidCantBeClosedAndWhatNobodyBeganIsNotThere() {
        assertThat(gateway.close(payment)).isEqualTo(new CloseAnswer.NotThere());
        SANDBOX.pays(page("10.00"));

        assertThat(gateway.close(payment)).isInstanceOf(CloseAnswer.Refused.class);
    }

    @Test
    void afterItsTimeNobodyCanPay() {
        URI late =
                gateway.payPage(
                        new PayRequest(
                                payment, Money.of("10.00"), "SO1", Instant.now().minusSeconds(5)));

        assertThat(SANDBOX.pays(late).getPath()).isEqualTo("/cashier");
        assertThat(found().standing()).isEqualTo(Standing.WAITING);
    }

    @Test
    void partialRefundsAddUpAndARepeatedOneIsPaidBackOnce() {
        SANDBOX.pays(page("100.00"));
        String trade = found().trade();

        assertThat(gateway.findRefund(refund(trade, "R1", "33.33")))
                .isEqualTo(new RefundAnswer.NotThere());
        assertThat(gateway.refund(refund(trade, "R1", "33.33")))
                .isEqualTo(new RefundAnswer.Refunded());
        assertThat(gateway.refund(refund(trade, "R1", "33.33")))
                .isEqualTo(new RefundAnswer.Refunded());
        assertThat(gateway.findRefund(refund(trade, "R1", "33.33")))
                .isEqualTo(new RefundAnswer.Refunded());
        assertThat(gateway.refund(refund(trade, "R2", "66.68")))
                .isInstanceOf(RefundAnswer.Refused.class);
        assertThat(gateway.refund(refund(trade, "R2", "66.67")))
                .isEqualTo(new RefundAnswer.Refunded());
        assertThat(gateway.refund(refund(trade, "R1", "33.34")))
                .isInstanceOf(RefundAnswer.Refused.class);
    }

    @Test
    void anAnswerThatIsDroppedAfterTheDeedIsUnclearAndThenFound() {
        SANDBOX.pays(page("100.00"));
        String trade = found().trade();
        SANDBOX.set(Fault.ANSWER_DROPPED, 1);

        assertThat(gateway.refund(refund(trade, "R1", "100.00")))
                .isInstanceOf(RefundAnswer.Unclear.class);

        assertThat(gateway.findRefund(refund(trade, "R1", "100.00")))
                .isEqualTo(new RefundAnswer.Refunded());
    }

    @Test
    void aRefusedRefundComesWithTheProvidersWords() {
        SANDBOX.pays(page("100.00"));
        SANDBOX.set(Fault.REFUND_REFUSED, 1);

        assertThat(gateway.refund(refund(found().trade(), "R1", "1.00")))
                .isEqualTo(new RefundAnswer.Refused("卖家余额不足 (ACQ.SELLER_BALANCE_NOT_ENOUGH)"));
    }

    @Test
    void anAnswerThatComesTooLateIsUnclear() throws Exception {
        AlipayGateway hasty = gateway(SANDBOX.keys(), Duration.ofMillis(300));
        SANDBOX.set(Fault.SLOW, 1);

        assertThat(hasty.query(payment)).isInstanceOf(QueryAnswer.Unclear.class);
    }

    @Test
    void aLostNoticeIsFoundByAskingAndARepeatedOneIsTheSame() throws Exception {
        SANDBOX.set(Fault.NOTICE_LOST, 1);
        SANDBOX.pays(page("1.00"));
        assertThat(found().standing()).isEqualTo(Standing.PAID);
        assertThat(NOTICES).isEmpty();

        SANDBOX.set(Fault.NOTICE_TWICE, 1);
        SANDBOX.pays(
                gateway.payPage(
                        new PayRequest(payment + "b", Money.of("1.00"), "SO1", inAnHour())));
        assertThat(gateway.read(notice())).isEqualTo(gateway.read(notice()));
    }

    @Test
    void aWrongAmountIsReadAsItIsToldAndAWrongSignatureNotAtAll() throws Exception {
        SANDBOX.set(Fault.WRONG_AMOUNT, 1);
        SANDBOX.pays(page("10.00"));
        assertThat(gateway.read(notice()).amount()).isEqualTo(Money.of("9.99"));

        SANDBOX.set(Fault.WRONG_SIGNATURE, 1);
        SANDBOX.pays(
                gateway.payPage(
                        new PayRequest(payment + "b", Money.of("1.00"), "SO1", inAnHour())));
        Map<String, String> forged = notice();
        assertThatThrownBy(() -> gateway.read(forged)).isInstanceOf(NotAuthentic.class);
    }

    @Test
    void whatIsChangedMissingOrSignedAnotherWayIsNotAuthentic() throws Exception {
        SANDBOX.pays(page("10.00"));
        Map<String, String> right = notice();
        for (String field : new String[] {"total_amount", "out_trade_no", "seller_id", "sign"}) {
            Map<String, String> changed = new HashMap<>(right);
            changed.merge(field, "1", String::concat);
            assertThatThrownBy(() -> gateway.read(changed))
                    .as(field)
                    .isInstanceOf(NotAuthentic.class);
        }
        Map<String, String> weaker = new HashMap<>(right);
        weaker.put("sign_type", "RSA");
        assertThatThrownBy(() -> gateway.read(weaker)).isInstanceOf(NotAuthentic.class);
        assertThatThrownBy(() -> gateway.read(Map.of())).isInstanceOf(NotAuthentic.class);
    }

    @Test
    void anAnswerSignedWithAnotherKeyIsNoAnswer() throws Exception {
        SandboxKeys real = SANDBOX.keys();
        AlipayGateway deceived =
                gateway(
                        new SandboxKeys(
                                real.merchantPrivate(),
                                real.merchantPublic(),
                                real.providerPrivate(),
                                SandboxKeys.make().providerPublic()),
                        Duration.ofSeconds(10));

        assertThat(deceived.query(payment))
                .isEqualTo(new QueryAnswer.Unclear("Alipay: an answer with a wrong signature"));
    }

    @Test
    void aProviderThatDoesNotKnowUsIsUnclearAndNeverAnOutcome() throws Exception {
        SandboxKeys real = SANDBOX.keys();
        AlipayGateway stranger =
                gateway(
                        new SandboxKeys(
                                SandboxKeys.make().merchantPrivate(),
                                "",
                                "",
                                real.providerPublic()),
                        Duration.ofSeconds(10));

        assertThat(stranger.close(payment)).isInstanceOf(CloseAnswer.Unclear.class);
        assertThat(stranger.refund(refund("1", "R1", "1.00")))
                .isInstanceOf(RefundAnswer.Unclear.class);
    }

    @Test
    void aKeyThatIsNoneEndsTheStartWithoutShowingIt() {
        assertThatThrownBy(
                        () ->
                                gateway(
                                        new SandboxKeys("c2VjcmV0", "", "", "c2VjcmV0"),
                                        Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("private-key")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void keysMayLieInFilesAndAreNeverPrinted(@TempDir Path folder) throws Exception {
        Path own = Files.writeString(folder.resolve("own"), SANDBOX.keys().merchantPrivate());
        Path theirs = Files.writeString(folder.resolve("theirs"), SANDBOX.keys().providerPublic());
        AlipaySettings settings =
                new AlipaySettings(
                        URI.create(SANDBOX.address() + "/gateway.do"),
                        TestSandbox.APP,
                        TestSandbox.SELLER,
                        "",
                        own,
                        "",
                        theirs,
                        "http://mall.test",
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10));

        assertThat(new AlipayGateway(settings, new JsonMapper(), Clock.systemUTC()).query(payment))
                .isEqualTo(new QueryAnswer.NotThere());
        assertThat(settings.toString()).doesNotContain(SANDBOX.keys().merchantPrivate());
    }

    private Trade found() {
        return ((QueryAnswer.Found) gateway.query(payment)).trade();
    }

    private URI page(String amount) {
        return gateway.payPage(
                new PayRequest(payment, Money.of(amount), "订单 SO1 & Söhne", inAnHour()));
    }

    private static Instant inAnHour() {
        return Instant.now().plusSeconds(3600);
    }

    private RefundOrder refund(String trade, String number, String amount) {
        return new RefundOrder(payment, trade, number, Money.of(amount), "CN1");
    }

    private static Map<String, String> notice() throws InterruptedException {
        Map<String, String> notice = NOTICES.poll(10, TimeUnit.SECONDS);
        assertThat(notice).isNotNull();
        return notice;
    }

    private static AlipayGateway gateway(SandboxKeys keys, Duration timeout) {
        return new AlipayGateway(
                new AlipaySettings(
                        URI.create(SANDBOX.address() + "/gateway.do"),
                        TestSandbox.APP,
                        TestSandbox.SELLER,
                        keys.merchantPrivate(),
                        null,
                        keys.providerPublic(),
                        null,
                        "http://127.0.0.1:" + merchant.getAddress().getPort() + "/",
                        timeout,
                        Duration.ofSeconds(10)),
                new JsonMapper(),
                Clock.systemUTC());
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            fields.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
