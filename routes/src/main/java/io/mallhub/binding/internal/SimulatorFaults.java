package io.mallhub.binding.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fault switches of the ERP simulator: the one ERP that breaks when asked to. */
final class SimulatorFaults implements AutoCloseable {
    private static final String DEFINITIONS = "simulator-";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI switches;
    private final HttpClient http;

    private SimulatorFaults(URI switches, HttpClient http) {
        this.switches = switches;
        this.http = http;
    }

    /** Empty for every other ERP. */
    static Optional<SimulatorFaults> of(ConnectionRow connection) {
        return connection.definition().startsWith(DEFINITIONS)
                ? Optional.of(
                        new SimulatorFaults(
                                connection.endpoint().resolve("/admin/faults"),
                                HttpClient.newBuilder()
                                        .connectTimeout(Duration.ofSeconds(5))
                                        .build()))
                : Optional.empty();
    }

    /**
     * Breaks the next call of an operation, as long as it is not closed.
     *
     * @throws IOException when the simulator takes no such order
     */
    Switched breakNext(String operation, String kind) throws IOException {
        String order =
                JSON.writeValueAsString(Map.of("operation", operation, "kind", kind, "next", 1));
        JsonNode made = JSON.readTree(send("POST", switches, order));
        URI one = URI.create(switches + "/" + made.path("id").asString());
        return () -> send("DELETE", one, "");
    }

    private String send(String method, URI to, String body) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(to)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(10))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> reply = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new IOException("%s %s: HTTP %d".formatted(method, to, reply.statusCode()));
            }
            return reply.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /** One fault that waits; closing takes it back. */
    @FunctionalInterface
    interface Switched extends AutoCloseable {
        @Override
        void close() throws IOException;
    }
}
