package io.mallhub.faults;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
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
        return calls("CREATE_ORDER");
    }

    /** Calls of one operation that arrived, answered or not. */
    long calls(String operation) {
        Map<String, Map<String, Long>> calls =
                admin.get()
                        .uri("/oracle/calls")
                        .retrieve()
                        .body(new ParameterizedTypeReference<>() {});
        return Objects.requireNonNull(calls).getOrDefault(operation, Map.of()).values().stream()
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

    /** Each call, whatever it asks for, suffers the fault with this probability. */
    void breakAllSometimes(String kind, double probability) {
        post("/faults", Map.of("kind", kind, "probability", probability));
    }

    /**
     * Each call of these operations suffers the fault with this probability, until {@link #heal()}.
     */
    void breakSometimes(Collection<String> operations, String kind, double probability) {
        operations.forEach(operation -> breakSometimes(operation, kind, probability));
    }

    /** Calls wait until a later one is through, two seconds at most, until {@link #heal()}. */
    void letOvertake(double probability) {
        post(
                "/faults",
                Map.of("kind", "REORDERING", "probability", probability, "delayMillis", 2000));
    }

    /** Its clock is ahead by so much, or behind where it is negative, until {@link #heal()}. */
    void skewClock(Duration ahead) {
        post(
                "/faults",
                Map.of("kind", "CLOCK_SKEW", "probability", 1, "skewSeconds", ahead.toSeconds()));
    }

    public void heal() {
        admin.delete().uri("/faults").retrieve().toBodilessEntity();
    }

    /** New orders are accepted by the ERP itself, without a person. */
    public void acceptByItself() {
        accept(true);
    }

    /** New orders wait for a person. */
    public void acceptByHand() {
        accept(false);
    }

    /** The ERP's own staff refuse an order, and say why. */
    public void reject(String number, String why) {
        post("/orders/" + number + "/reject", Map.of("reason", why));
    }

    /** All of it, the batches that expire first. */
    public void ship(String number) {
        admin.post().uri("/orders/{number}/ship", number).retrieve().toBodilessEntity();
    }

    /** Every call suffers the fault, whatever it asks for, until {@link #heal()}. */
    public void breakAll(String kind) {
        breakAllSometimes(kind, 1.0);
    }

    public void accept(String number) {
        admin.post().uri("/orders/{number}/accept", number).retrieve().toBodilessEntity();
    }

    /** All orders under this reference are void. */
    public boolean isVoid(String reference) {
        return ordersOf(reference).stream().allMatch(it -> "VOID".equals(it.get("status")));
    }

    /** How many orders under this reference are not void. */
    public long openOrdersOf(String reference) {
        return ordersOf(reference).stream().filter(it -> !"VOID".equals(it.get("status"))).count();
    }

    /** The ERP's number of the last order under this reference. */
    public String newestNumberOf(String reference) {
        return String.valueOf(ordersOf(reference).getLast().get("billNo"));
    }

    /** Lines of the last order under this reference, as the ERP has them. */
    public List<String> linesOf(String reference) {
        return ((List<?>) Objects.requireNonNull(ordersOf(reference).getLast().get("lines")))
                .stream().map(String::valueOf).toList();
    }

    /** Return orders under this reference. */
    public List<Map<String, Object>> returnsOf(String reference) {
        return list("/returns?reference={r}", reference);
    }

    /** Vouchers under this reference. */
    public List<Map<String, Object>> vouchersOf(String reference) {
        return list("/vouchers?reference={r}", reference);
    }

    private List<Map<String, Object>> ordersOf(String reference) {
        return list("/orders?reference={r}", reference);
    }

    private List<Map<String, Object>> list(String path, String reference) {
        List<Map<String, Object>> found =
                admin.get()
                        .uri(path, reference)
                        .retrieve()
                        .body(new ParameterizedTypeReference<>() {});
        return Objects.requireNonNull(found);
    }

    /** A second order under one reference is refused, which the ERP does not do by itself. */
    void refuseDuplicateReferences(boolean refuse) {
        settings(refuse, true);
    }

    private void accept(boolean byItself) {
        settings(false, byItself);
    }

    private void settings(boolean refuseDuplicates, boolean autoAccept) {
        admin.put()
                .uri("/settings")
                .body(
                        Map.of(
                                "refuseDuplicateReferences",
                                refuseDuplicates,
                                "autoAccept",
                                autoAccept))
                .retrieve()
                .toBodilessEntity();
    }

    /** Unexpired stock on hand that no accepted order takes: what the ERP would promise. */
    public BigDecimal available(String product) {
        Map<String, Object> stock = stock(product);
        return new BigDecimal(String.valueOf(stock.get("onHand")))
                .subtract(new BigDecimal(String.valueOf(stock.get("allocated"))));
    }

    /** Goods come in, in a batch of their own. */
    public void receive(String product, int quantity) {
        post(
                "/stock/receipts",
                Map.of(
                        "material",
                        product,
                        "batch",
                        "IN" + System.nanoTime(),
                        "validUntil",
                        "2031-12-31",
                        "quantity",
                        Integer.toString(quantity)));
    }

    /** Its price list says another price from now on. */
    void price(String product, BigDecimal price) {
        post("/materials/" + product + "/price", Map.of("price", price.toPlainString()));
    }

    BigDecimal price(String product) {
        Map<String, Object> item =
                admin.get()
                        .uri("/materials/{product}", product)
                        .retrieve()
                        .body(new ParameterizedTypeReference<>() {});
        return new BigDecimal(String.valueOf(Objects.requireNonNull(item).get("salePrice")));
    }

    /** Everything in stock is taken out. */
    @SuppressWarnings("unchecked")
    public void empty(String product) {
        for (Map<String, Object> batch :
                (List<Map<String, Object>>) Objects.requireNonNull(stock(product).get("batches"))) {
            post(
                    "/stock/issues",
                    Map.of(
                            "material",
                            product,
                            "batch",
                            Objects.requireNonNull(batch.get("batch")),
                            "quantity",
                            Objects.requireNonNull(batch.get("quantity"))));
        }
    }

    /** What accepted orders that are not shipped still take. */
    public int allocated(String product) {
        return new BigDecimal(String.valueOf(stock(product).get("allocated"))).intValueExact();
    }

    private Map<String, Object> stock(String product) {
        Map<String, Object> stock =
                admin.get()
                        .uri("/stock/{product}", product)
                        .retrieve()
                        .body(new ParameterizedTypeReference<>() {});
        return Objects.requireNonNull(stock);
    }

    private void post(String path, Map<String, Object> body) {
        admin.post().uri(path).body(body).retrieve().toBodilessEntity();
    }
}
