package io.mallhub.sandbox;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code /gateway.do} does for each method, with the codes of the public documentation. */
final class Gateway {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

    private final JsonMapper json;
    private final Signatures signatures;
    private final Trades trades;
    private final Faults faults;
    private final String appId;

    Gateway(JsonMapper json, Signatures signatures, Trades trades, Faults faults, String appId) {
        this.json = json;
        this.signatures = signatures;
        this.trades = trades;
        this.faults = faults;
        this.appId = appId;
    }

    /** Null when the request may be answered; else why not. */
    @Nullable String objection(Map<String, String> request) {
        if (!appId.equals(request.get("app_id"))) {
            return "isv.invalid-app-id";
        }
        if (!"RSA2".equals(request.get("sign_type"))) {
            return "isv.invalid-signature-type";
        }
        return signatures.isMerchants(request) ? null : "isv.invalid-signature";
    }

    /** The trade whose page is to be shown; empty when the request names none that can be. */
    Optional<Trade> begin(Map<String, String> request) {
        JsonNode content = content(request);
        String amount = content.path("total_amount").asString("");
        String number = content.path("out_trade_no").asString("");
        if (!AMOUNT.matcher(amount).matches() || number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                trades.begin(
                        number,
                        content.path("subject").asString(""),
                        new BigDecimal(amount).setScale(2),
                        content.path("time_expire").asString(""),
                        request.getOrDefault("notify_url", ""),
                        request.getOrDefault("return_url", "")));
    }

    /** The whole signed answer. */
    String answer(String method, Map<String, String> request) {
        JsonNode content = content(request);
        Optional<Trade> trade = trade(content);
        Map<String, Object> answer =
                trade.isEmpty()
                        ? failed("ACQ.TRADE_NOT_EXIST", "交易不存在")
                        : switch (method) {
                            case "alipay.trade.query" -> queried(trade.get());
                            case "alipay.trade.close" -> closed(trade.get());
                            case "alipay.trade.refund" -> refunded(trade.get(), content);
                            case "alipay.trade.fastpay.refund.query" ->
                                    refund(trade.get(), content);
                            default -> failed("isv.invalid-method", "不存在的方法名");
                        };
        String inner = json.writeValueAsString(answer);
        return "{\"%s_response\":%s,\"sign\":\"%s\"}"
                .formatted(method.replace('.', '_'), inner, signatures.sign(inner));
    }

    /** Without signature: nobody knows whose key to use. */
    static String error(String code) {
        return "{\"error_response\":{\"code\":\"40002\",\"msg\":\"Invalid Arguments\",\"sub_code\":\"%s\",\"sub_msg\":\"%s\"}}"
                .formatted(code, code);
    }

    private Optional<Trade> trade(JsonNode content) {
        String number = content.path("trade_no").asString("");
        return number.isEmpty()
                ? trades.find(content.path("out_trade_no").asString(""))
                : trades.byNumber(number);
    }

    private static Map<String, Object> queried(Trade trade) {
        Map<String, Object> answer = done(trade);
        answer.put("trade_status", trade.status().name());
        answer.put("total_amount", trade.amount().toPlainString());
        answer.put("buyer_logon_id", "pay***@sandbox.test");
        return answer;
    }

    private Map<String, Object> closed(Trade trade) {
        return trades.close(trade) ? done(trade) : failed("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
    }

    private Map<String, Object> refunded(Trade trade, JsonNode content) {
        String amount = content.path("refund_amount").asString("");
        String request = content.path("out_request_no").asString("");
        if (!AMOUNT.matcher(amount).matches() || request.isEmpty()) {
            return failed("ACQ.INVALID_PARAMETER", "参数无效");
        }
        if (faults.strikes(Fault.REFUND_REFUSED)) {
            return failed("ACQ.SELLER_BALANCE_NOT_ENOUGH", "卖家余额不足");
        }
        String problem = trades.refund(trade, request, new BigDecimal(amount).setScale(2));
        if (problem != null && !problem.isEmpty()) {
            return failed(problem, "退款失败");
        }
        Map<String, Object> answer = done(trade);
        answer.put("fund_change", problem == null ? "Y" : "N");
        answer.put(
                "refund_fee",
                trades.byNumber(trade.number()).orElse(trade).refunded().toPlainString());
        return answer;
    }

    private static Map<String, Object> refund(Trade trade, JsonNode content) {
        Map<String, Object> answer = done(trade);
        String request = content.path("out_request_no").asString("");
        BigDecimal amount = trade.refunds().get(request);
        if (amount != null) {
            answer.put("out_request_no", request);
            answer.put("refund_amount", amount.toPlainString());
            answer.put("total_amount", trade.amount().toPlainString());
            answer.put("refund_status", "REFUND_SUCCESS");
        }
        return answer;
    }

    private static Map<String, Object> done(Trade trade) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("code", "10000");
        answer.put("msg", "Success");
        answer.put("out_trade_no", trade.merchantNumber());
        answer.put("trade_no", trade.number());
        return answer;
    }

    private static Map<String, Object> failed(String code, String words) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("code", "40004");
        answer.put("msg", "Business Failed");
        answer.put("sub_code", code);
        answer.put("sub_msg", words);
        return answer;
    }

    private JsonNode content(Map<String, String> request) {
        try {
            return json.readTree(request.getOrDefault("biz_content", "{}"));
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }
}
