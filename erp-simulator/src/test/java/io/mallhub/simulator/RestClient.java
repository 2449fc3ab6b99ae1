package io.mallhub.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the REST interface with plain JSON texts. */
record RestClient(URI address, String key) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RestClient(URI address) {
        this(address, "ht-demo-key-2005");
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return ok(send("GET", path, null));
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return ok(send("POST", path, JsonMapper.shared().writeValueAsString(body)));
    }

    /** The reply's body as it came. */
    byte[] bytes(String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header("X-HT-Key", key)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    HttpResponse<String> send(String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("X-HT-Key", key)
                        .header("Content-Type", "application/json");
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static Map<String, Object> line(
            int number, String material, String quantity, String price, String amount) {
        return Map.of("hh", number, "wlbm", material, "sl", quantity, "dj", price, "je", amount);
    }

    private static JsonNode ok(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError("HTTP " + response.statusCode() + ": " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }
}
