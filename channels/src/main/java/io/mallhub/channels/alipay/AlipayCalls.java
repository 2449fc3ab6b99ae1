package io.mallhub.channels.alipay;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests and answers of the one gateway address, signed both ways. Follows no redirect. */
class AlipayCalls {
    /** The provider's clock, whatever zone the mall shows. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LARGEST_ANSWER = 256 * 1024;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final JsonMapper json;
    private final URI gateway;
    private final String appId;
    private final Rsa2 signatures;
    private final Duration timeout;
    private final Clock clock;

    AlipayCalls(
            JsonMapper json,
            URI gateway,
            String appId,
            Rsa2 signatures,
            Duration timeout,
            Clock clock) {
        this.json = json;
        this.gateway = gateway;
        this.appId = appId;
        this.signatures = signatures;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** Nothing is known of what the other side has done. */
    static class NoAnswer extends Exception {
        private static final long serialVersionUID = 1;

        NoAnswer(String words) {
            super(words);
        }
    }

    /** The address of a page that carries the whole request, for a browser to open. */
    URI page(String method, Map<String, ?> content, Map<String, String> more) {
        return URI.create(gateway + "?" + form(signed(method, content, more)));
    }

    /** The inner object of the answer, its signature checked. */
    JsonNode call(String method, Map<String, ?> content) throws NoAnswer {
        String form = form(signed(method, content, Map.of()));
        HttpRequest request =
                HttpRequest.newBuilder(gateway)
                        .timeout(timeout)
                        .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() != 200) {
            throw new NoAnswer("HTTP " + response.statusCode());
        }
        if (response.body().length > LARGEST_ANSWER) {
            throw new NoAnswer("an answer of " + response.body().length + " bytes");
        }
        return checked(
                new String(response.body(), StandardCharsets.UTF_8),
                method.replace('.', '_') + "_response");
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws NoAnswer {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new NoAnswer(e.getClass().getSimpleName() + " " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted");
        }
    }

    private JsonNode checked(String body, String name) throws NoAnswer {
        SignedAnswer answer = SignedAnswer.of(body, name);
        if (answer == null) {
            SignedAnswer error = SignedAnswer.of(body, "error_response");
            if (error == null) {
                throw new NoAnswer("an answer without " + name);
            }
            // Not signed when the provider doesn't know who asks: believed as a reason, never as
            // an outcome.
            throw new NoAnswer(words(read(error.content())));
        }
        if (!signatures.isSigned(answer.content(), answer.sign())) {
            throw new NoAnswer("an answer with a wrong signature");
        }
        return read(answer.content());
    }

    private JsonNode read(String text) throws NoAnswer {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw new NoAnswer("an answer that is no JSON");
        }
    }

    /** What the provider says, for people. */
    static String words(JsonNode answer) {
        String detail = answer.path("sub_msg").asString("");
        String code = answer.path("sub_code").asString("");
        String said =
                (detail.isEmpty() ? answer.path("msg").asString("") : detail)
                        + " ("
                        + (code.isEmpty() ? answer.path("code").asString("") : code)
                        + ")";
        return said.length() > 300 ? said.substring(0, 300) + "…" : said;
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    private Map<String, String> signed(
            String method, Map<String, ?> content, Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>(more);
        fields.put("app_id", appId);
        fields.put("method", method);
        fields.put("format", "JSON");
        fields.put("charset", "utf-8");
        fields.put("sign_type", "RSA2");
        fields.put("timestamp", time(clock.instant()));
        fields.put("version", "1.0");
        fields.put("biz_content", json.writeValueAsString(content));
        fields.put("sign", signatures.sign(fields));
        return fields;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
