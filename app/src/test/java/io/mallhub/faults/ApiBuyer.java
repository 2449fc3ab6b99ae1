package io.mallhub.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders through the mall's API as a careful client does: one key per order, repeated until it is
 * answered.
 */
public final class ApiBuyer {
    private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private final String credentials;

    public ApiBuyer(String login, String password) {
        credentials =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** One try; empty when no sure answer came. */
    public Optional<Answer> order(URI mall, String key, String product, int quantity) {
        String body =
                "{\"lines\":[{\"product\":\"%s\",\"quantity\":%d}]}".formatted(product, quantity);
        return send(
                request(mall.resolve("/api/orders"))
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /** One of the product, to be paid through the provider; empty when no sure answer came. */
    Optional<Answer> orderOnline(URI mall, String key, String product) {
        String body =
                "{\"lines\":[{\"product\":\"%s\",\"quantity\":1}],\"payment\":\"ONLINE\"}"
                        .formatted(product);
        return send(
                request(mall.resolve("/api/orders"))
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /** 202 when the mall will try, 409 when it is too late. */
    public Optional<Answer> cancel(URI mall, String order) {
        return send(
                request(mall.resolve("/api/orders/" + order + "/cancel"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"不需要了\"}"))
                        .build());
    }

    public Optional<Answer> get(URI mall, String path) {
        return send(request(mall.resolve(path)).GET().build());
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", credentials);
    }

    private Optional<Answer> send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return Optional.of(new Answer(response.statusCode(), response.body()));
        } catch (IOException unanswered) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    public record Answer(int status, String body) {
        public boolean isPlaced() {
            return status == 200 || status == 201;
        }

        /** Order number of a placed order. */
        public String number() {
            Matcher number = NUMBER.matcher(body);
            if (!number.find()) {
                throw new AssertionError("no order number in: " + body);
            }
            return number.group(1);
        }
    }
}
