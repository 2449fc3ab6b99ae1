package io.mallhub.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Tells the merchant of payments until he answers {@code success}, or long enough. */
final class Notices implements AutoCloseable {
    /** The real one takes a day for it: 4 min, 10 min, 10 min, 1 h, 2 h, 6 h, 15 h. */
    private static final List<Duration> AGAIN_AFTER =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5));

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final ScheduledExecutorService thread =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("notices").factory());
    private final Signatures signatures;
    private final Faults faults;
    private final Trades trades;
    private final String appId;
    private final String sellerId;

    Notices(Signatures signatures, Faults faults, Trades trades, String appId, String sellerId) {
        this.signatures = signatures;
        this.faults = faults;
        this.trades = trades;
        this.appId = appId;
        this.sellerId = sellerId;
    }

    void paid(Trade trade) {
        if (faults.strikes(Fault.NOTICE_LOST) || trade.notifyUrl().isEmpty()) {
            return;
        }
        boolean twice = faults.strikes(Fault.NOTICE_TWICE);
        Map<String, String> notice =
                signatures.signed(
                        fields(trade, faults.strikes(Fault.WRONG_AMOUNT)),
                        faults.strikes(Fault.WRONG_SIGNATURE));
        send(trade, notice, 0, twice);
    }

    private Map<String, String> fields(Trade trade, boolean wrongAmount) {
        String amount =
                (wrongAmount ? trade.amount().subtract(Sandbox.CENT) : trade.amount())
                        .toPlainString();
        Map<String, String> fields = new HashMap<>();
        fields.put("notify_id", UUID.randomUUID().toString().replace("-", ""));
        fields.put("notify_type", "trade_status_sync");
        fields.put("notify_time", trades.now());
        fields.put("charset", "utf-8");
        fields.put("version", "1.0");
        fields.put("app_id", appId);
        fields.put("auth_app_id", appId);
        fields.put("seller_id", sellerId);
        fields.put("buyer_id", "2088000000000000");
        fields.put("out_trade_no", trade.merchantNumber());
        fields.put("trade_no", trade.number());
        fields.put("trade_status", trade.status().name());
        fields.put("subject", trade.subject());
        fields.put("total_amount", amount);
        fields.put("receipt_amount", amount);
        fields.put("buyer_pay_amount", amount);
        fields.put("gmt_create", trade.created());
        fields.put("gmt_payment", trade.paid());
        return fields;
    }

    private void send(Trade trade, Map<String, String> notice, int attempt, boolean twice) {
        thread.execute(
                () -> {
                    boolean taken = isTaken(URI.create(trade.notifyUrl()), notice);
                    if (twice) {
                        send(trade, notice, attempt, false);
                    } else if (!taken && attempt < AGAIN_AFTER.size()) {
                        thread.schedule(
                                () -> send(trade, notice, attempt + 1, false),
                                AGAIN_AFTER.get(attempt).toMillis(),
                                TimeUnit.MILLISECONDS);
                    }
                });
    }

    private boolean isTaken(URI address, Map<String, String> notice) {
        try {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(10))
                                    .header(
                                            "Content-Type",
                                            "application/x-www-form-urlencoded; charset=utf-8")
                                    .POST(HttpRequest.BodyPublishers.ofString(form(notice)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().strip().equals("success");
        } catch (IOException e) {
            System.err.println("The merchant was not reached: " + e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        it ->
                                it.getKey()
                                        + "="
                                        + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
