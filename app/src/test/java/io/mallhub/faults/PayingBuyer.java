package io.mallhub.faults;

import io.mallhub.story.RunningMall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A buyer of the demo who goes from the order's page to the payment sandbox and pays there. */
final class PayingBuyer {
    private static final Pattern TOKEN = Pattern.compile("data-csrf-token=\"([^\"]+)\"");
    private static final Pattern TRADE = Pattern.compile("trade=(\\d+)");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final RunningMall mall;

    PayingBuyer(RunningMall mall) {
        this.mall = mall;
        HttpResponse<String> page = get(mall.storefront().resolve("/login"));
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("No sign-in page: " + page.statusCode());
        }
        post(
                mall.storefront().resolve("/login"),
                Map.of(
                        "username", "pharmacy",
                        "password", "mallhub-demo",
                        "_csrf", token.group(1)));
    }

    /** Pays; returns where the provider sends the payer then. */
    URI pays(String order) {
        URI gateway = location(get(mall.storefront().resolve("/orders/" + order + "/pay")));
        URI cashier = gateway.resolve(location(get(gateway)));
        Matcher trade = TRADE.matcher(cashier.getQuery());
        if (!trade.find()) {
            throw new AssertionError("No cashier: " + cashier);
        }
        return location(post(cashier.resolve("/cashier/pay"), Map.of("trade", trade.group(1))));
    }

    /** Opens the provider's page and leaves it there. */
    void looks(String order) {
        get(location(get(mall.storefront().resolve("/orders/" + order + "/pay"))));
    }

    void returns(URI address) {
        get(address);
    }

    void fault(String name, int times) {
        post(
                mall.payments().resolve("/faults"),
                Map.of("fault", name, "times", Integer.toString(times)));
    }

    /** Where the provider stands with the payment of this number. */
    JsonNode trade(String payment) {
        for (JsonNode trade : JSON.readTree(get(mall.payments().resolve("/trades")).body())) {
            if (trade.path("merchantNumber").asString("").equals(payment)) {
                return trade;
            }
        }
        throw new AssertionError("The provider knows no " + payment);
    }

    BigDecimal paidBack(String payment) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode refund : trade(payment).path("refunds")) {
            sum = sum.add(refund.decimalValue());
        }
        return sum;
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(
                answer.headers()
                        .firstValue("Location")
                        .orElseThrow(
                                () ->
                                        new AssertionError(
                                                answer.uri() + " " + answer.statusCode())));
    }

    private HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).build());
    }

    private HttpResponse<String> post(URI uri, Map<String, String> fields) {
        String form =
                fields.entrySet().stream()
                        .map(
                                it ->
                                        it.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        it.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
