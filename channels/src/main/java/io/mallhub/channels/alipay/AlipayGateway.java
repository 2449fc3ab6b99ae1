package io.mallhub.channels.alipay;

import io.mallhub.channels.alipay.AlipayCalls.NoAnswer;
import io.mallhub.payment.PaymentGateway;
import io.mallhub.payment.PaymentGateway.Trade.Standing;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alipay's trade interface. Wrong settings end the start: half a provider would lose money. */
@Component
@ConditionalOnProperty("mallhub.payment.alipay.app-id")
class AlipayGateway implements PaymentGateway {
    private static final String SUCCESS = "10000";
    private static final String CURRENCY = "CNY";
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

    /** Nothing is known or nothing was done yet: the same again, later. */
    private static final Set<String> LATER =
            Set.of(
                    "ACQ.SYSTEM_ERROR",
                    "aop.ACQ.SYSTEM_ERROR",
                    "isp.unknow-error",
                    "aop.unknow-error",
                    "isv.app-call-limited",
                    "ACQ.REASON_TRADE_BEEN_FREEZEN");

    private final AlipayCalls calls;
    private final Rsa2 signatures;
    private final String appId;
    private final String sellerId;
    private final String notifyUrl;
    private final String returnUrl;

    AlipayGateway(AlipaySettings settings, JsonMapper json, Clock clock) {
        appId = settings.required("app-id", settings.appId());
        sellerId = settings.required("seller-id", settings.sellerId());
        String base = settings.required("base-url", settings.baseUrl()).replaceAll("/+$", "");
        notifyUrl = base + "/payments/notify/" + name();
        returnUrl = base + "/payments/return";
        signatures = new Rsa2(settings.privateKeyText(), settings.alipayPublicKeyText());
        calls =
                new AlipayCalls(
                        json, settings.gateway(), appId, signatures, settings.timeout(), clock);
    }

    @Override
    public final String name() {
        return "alipay";
    }

    @Override
    public URI payPage(PayRequest request) {
        return calls.page(
                "alipay.trade.page.pay",
                Map.of(
                        "out_trade_no", request.payment(),
                        "product_code", "FAST_INSTANT_TRADE_PAY",
                        "total_amount", request.amount().toString(),
                        "subject", request.subject(),
                        "time_expire", AlipayCalls.time(request.expiresAt())),
                Map.of("notify_url", notifyUrl, "return_url", returnUrl));
    }

    @Override
    public QueryAnswer query(String payment) {
        try {
            JsonNode answer = calls.call("alipay.trade.query", Map.of("out_trade_no", payment));
            if (isDone(answer)) {
                return trade(answer)
                        .filter(it -> it.payment().equals(payment))
                        .<QueryAnswer>map(QueryAnswer.Found::new)
                        .orElseGet(() -> new QueryAnswer.Unclear("an answer about something else"));
            }
            return isAbsent(answer)
                    ? new QueryAnswer.NotThere()
                    : new QueryAnswer.Unclear(AlipayCalls.words(answer));
        } catch (NoAnswer e) {
            return new QueryAnswer.Unclear(words(e));
        }
    }

    /** The answer is signed by the provider for our key: it is about our own trades only. */
    private Optional<Trade> trade(JsonNode answer) {
        String amount = answer.path("total_amount").asString("");
        String number = answer.path("trade_no").asString("");
        if (!AMOUNT.matcher(amount).matches() || number.isEmpty()) {
            return Optional.empty();
        }
        String status = answer.path("trade_status").asString("");
        return Optional.of(
                new Trade(
                        "query/" + number + "/" + status + "/" + amount,
                        answer.path("out_trade_no").asString(""),
                        number,
                        standing(status),
                        status,
                        new Money(new BigDecimal(amount)),
                        answer.path("trans_currency").asString(CURRENCY),
                        sellerId,
                        true));
    }

    @Override
    public CloseAnswer close(String payment) {
        try {
            JsonNode answer = calls.call("alipay.trade.close", Map.of("out_trade_no", payment));
            if (isDone(answer)) {
                return new CloseAnswer.Closed();
            }
            if (isAbsent(answer)) {
                return new CloseAnswer.NotThere();
            }
            return isLater(answer)
                    ? new CloseAnswer.Unclear(AlipayCalls.words(answer))
                    : new CloseAnswer.Refused(AlipayCalls.words(answer));
        } catch (NoAnswer e) {
            return new CloseAnswer.Unclear(words(e));
        }
    }

    @Override
    public RefundAnswer refund(RefundOrder order) {
        try {
            JsonNode answer =
                    calls.call(
                            "alipay.trade.refund",
                            Map.of(
                                    "out_trade_no", order.payment(),
                                    "trade_no", order.trade(),
                                    "refund_amount", order.amount().toString(),
                                    "out_request_no", order.refund(),
                                    "refund_reason", order.reason()));
            // fund_change N tells of a repetition: whether it was this one is asked.
            if (isDone(answer)) {
                return "Y".equals(answer.path("fund_change").asString(""))
                        ? new RefundAnswer.Refunded()
                        : confirmed(order);
            }
            return isLater(answer)
                    ? new RefundAnswer.Unclear(AlipayCalls.words(answer))
                    : new RefundAnswer.Refused(AlipayCalls.words(answer));
        } catch (NoAnswer e) {
            return new RefundAnswer.Unclear(words(e));
        }
    }

    private RefundAnswer confirmed(RefundOrder order) {
        return findRefund(order) instanceof RefundAnswer.Refunded found
                ? found
                : new RefundAnswer.Unclear("the refund is not confirmed yet");
    }

    @Override
    public RefundAnswer findRefund(RefundOrder order) {
        try {
            JsonNode answer =
                    calls.call(
                            "alipay.trade.fastpay.refund.query",
                            Map.of(
                                    "out_trade_no", order.payment(),
                                    "trade_no", order.trade(),
                                    "out_request_no", order.refund()));
            if (!isDone(answer)) {
                return isAbsent(answer)
                        ? new RefundAnswer.NotThere()
                        : new RefundAnswer.Unclear(AlipayCalls.words(answer));
            }
            String amount = answer.path("refund_amount").asString("");
            if (!"REFUND_SUCCESS".equals(answer.path("refund_status").asString(""))
                    || !AMOUNT.matcher(amount).matches()) {
                return new RefundAnswer.NotThere();
            }
            return new Money(new BigDecimal(amount)).equals(order.amount())
                    ? new RefundAnswer.Refunded()
                    : new RefundAnswer.Refused(
                            "refunded " + amount + " instead of " + order.amount());
        } catch (NoAnswer e) {
            return new RefundAnswer.Unclear(words(e));
        }
    }

    @Override
    public Trade read(Map<String, String> notice) throws NotAuthentic {
        if (!"RSA2".equals(notice.get("sign_type")) || !signatures.isSigned(notice)) {
            throw new NotAuthentic("its signature is missing or wrong", null);
        }
        String amount = notice.getOrDefault("total_amount", "");
        String status = notice.getOrDefault("trade_status", "");
        if (!AMOUNT.matcher(amount).matches()) {
            throw new NotAuthentic("it names no amount", null);
        }
        String merchant =
                notice.getOrDefault("app_id", "") + "/" + notice.getOrDefault("seller_id", "");
        return new Trade(
                field(notice, "notify_id"),
                field(notice, "out_trade_no"),
                field(notice, "trade_no"),
                standing(status),
                status,
                new Money(new BigDecimal(amount)),
                notice.getOrDefault("trans_currency", CURRENCY),
                merchant,
                merchant.equals(appId + "/" + sellerId));
    }

    private static String field(Map<String, String> notice, String name) throws NotAuthentic {
        String value = notice.getOrDefault(name, "");
        if (value.isBlank() || value.length() > 200) {
            throw new NotAuthentic("it has no " + name, null);
        }
        return value;
    }

    private static Standing standing(String status) {
        return switch (status) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> Standing.PAID;
            case "TRADE_CLOSED" -> Standing.CLOSED;
            default -> Standing.WAITING;
        };
    }

    private static boolean isDone(JsonNode answer) {
        return SUCCESS.equals(answer.path("code").asString(""));
    }

    private static boolean isAbsent(JsonNode answer) {
        return "ACQ.TRADE_NOT_EXIST".equals(answer.path("sub_code").asString(""));
    }

    /** 20000 is "service unavailable": nothing was said about the trade. */
    private static boolean isLater(JsonNode answer) {
        return "20000".equals(answer.path("code").asString(""))
                || LATER.contains(answer.path("sub_code").asString(""));
    }

    private static String words(NoAnswer e) {
        return "Alipay: " + e.getMessage();
    }
}
