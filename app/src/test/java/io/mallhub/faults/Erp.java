package io.mallhub.faults;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClient;

/** The ERP simulator's admin side: its fault switches, and what it really committed. */
public final class Erp {
    private final RestClient admin;

    public Erp(URI root) {
        admin = RestClient.create(root + "/admin");
    }

    /** Orders committed, by the client reference they came with. */
    public Map<String, Long> committedOrders() {
        Map<String, Long> counts =
                admin.get()
                        .uri("/oracle/counts?operation=CREATE_ORDER")
                        .retrieve()
                        .body(new ParameterizedTypeReference<>() {});
        return Objects.requireNonNull(counts);
    }

    /** Calls that arrived, answered or not. */
    public long callsToCreateOrders() {
        Map<String, Map<String, Long>> calls =
                admin.get()
                        .uri("/oracle/calls")
                        .retrieve()
                        .body(new ParameterizedTypeReference<>() {});
        return Objects.requireNonNull(calls)
                .getOrDefault("CREATE_ORDER", Map.of())
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * Starts counting anew: whatever is committed from now on must belong to what is ordered from
     * now on.
     */
    public void forgetCommits() {
        admin.post().uri("/oracle/reset").retrieve().toBodilessEntity();
    }

    /** Calls of an operation take this long, until {@link #heal()}. */
    public void slowDown(String operation, Duration delay) {
        post(
                "/faults",
                Map.of(
                        "operation",
                        operation,
                        "kind",
                        "DELAY",
                        "probability",
                        1.0,
                        "delayMillis",
                        delay.toMillis()));
    }

    /** The ERP's number of the order it committed under this reference. */
    public String numberOf(String reference) {
        List<Map<String, Object>> commits =
                admin.get()
                        .uri("/oracle/commits?operation=CREATE_ORDER&reference={r}", reference)
                        .retrieve()
                        .body(new ParameterizedTypeReference<>() {});
        return String.valueOf(Objects.requireNonNull(commits).getFirst().get("number"));
    }

    /** The next calls of an operation suffer the fault. */
    public void breakNext(String operation, String kind, int calls) {
        post("/faults", Map.of("operation", operation, "kind", kind, "next", calls));
    }

    /** Each call of an operation suffers the fault with this probability, until {@link #heal()}. */
    public void breakSometimes(String operation, String kind, double probability) {
        post("/faults", Map.of("operation", operation, "kind", kind, "probability", probability));
    }

    public void heal() {
        admin.delete().uri("/faults").retrieve().toBodilessEntity();
    }

    /** New orders are accepted by the ERP itself, without a person. */
    public void acceptByItself() {
        admin.put().uri("/settings").body(Map.of("autoAccept", true)).retrieve().toBodilessEntity();
    }

    private void post(String path, Map<String, Object> body) {
        admin.post().uri(path).body(body).retrieve().toBodilessEntity();
    }
}
