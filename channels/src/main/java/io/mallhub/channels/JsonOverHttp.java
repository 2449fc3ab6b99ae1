package io.mallhub.channels;

import io.mallhub.notification.Channel.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON out, JSON in; follows no redirects, waits for nobody longer than its time-outs. */
@Component
class JsonOverHttp {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final JsonMapper json;

    JsonOverHttp(JsonMapper json) {
        this.json = json;
    }

    JsonNode get(URI uri) throws Refused {
        return answer(HttpRequest.newBuilder(uri).timeout(ANSWER).GET().build());
    }

    JsonNode post(URI uri, Map<String, ?> body, Map<String, String> headers) throws Refused {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        json.writeValueAsString(body), StandardCharsets.UTF_8));
        headers.forEach(request::header);
        return answer(request.build());
    }

    /** 4xx but 408 and 429: wrong, and wrong again if repeated. Everything else: later. */
    private JsonNode answer(HttpRequest request) throws Refused {
        HttpResponse<String> response = send(request);
        int status = response.statusCode();
        if (status / 100 == 4 && status != 408 && status != 429) {
            throw new Refused("HTTP " + status + " " + shortened(response.body()));
        }
        if (status / 100 != 2) {
            throw new IllegalStateException("HTTP " + status);
        }
        try {
            return response.body().isBlank()
                    ? json.createObjectNode()
                    : json.readTree(response.body());
        } catch (JacksonException e) {
            throw new IllegalStateException("No JSON: " + shortened(response.body()), e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopping", e);
        }
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
