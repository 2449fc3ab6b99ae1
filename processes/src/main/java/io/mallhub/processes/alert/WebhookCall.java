package io.mallhub.processes.alert;

import io.mallhub.processes.alert.AlertBook.Delivery;
import io.mallhub.processes.alert.AlertSettings.Webhook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * One signed call. The receiver computes HMAC-SHA256 over {@code <timestamp>.<body>} with the
 * agreed secret and compares it with {@code X-MallHub-Signature}; an old timestamp or a known
 * {@code X-MallHub-Delivery} is a replay.
 */
final class WebhookCall {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final WebhookGuard guard;
    private final Clock clock;

    WebhookCall(WebhookGuard guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    void send(Webhook hook, Delivery alert, String page) throws IOException, InterruptedException {
        guard.check(hook.url());
        String body =
                JSON.writeValueAsString(
                        Map.of(
                                "rule", alert.rule(),
                                "subject", alert.subject(),
                                "title", AlertText.subject(alert),
                                "text", AlertText.body(alert, page)));
        String at = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request =
                HttpRequest.newBuilder(hook.url())
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("X-MallHub-Delivery", Long.toString(alert.id()))
                        .header("X-MallHub-Timestamp", at)
                        .header(
                                "X-MallHub-Signature",
                                "sha256=" + sign(hook.secret(), at + "." + body))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status < 200 || status > 299) {
            throw new IOException("HTTP " + status);
        }
    }

    static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
