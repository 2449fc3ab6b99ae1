package io.mallhub.faults;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Buyers who order through the API while something is being broken, and the count afterwards. */
public final class OrdersUnderFire {
    private static final Duration DRAIN = Duration.ofSeconds(180);

    private final ApiBuyer buyer = new ApiBuyer("pharmacy", "mallhub-demo");
    private final Ledger ledger = new Ledger();
    private final AtomicInteger keys = new AtomicInteger();
    private final List<String> products;
    private final String name;

    public OrdersUnderFire(String name, List<String> products) {
        this.name = name;
        this.products = products;
    }

    /** Each of the orders is tried once, four at a time; what is not answered stays open. */
    public void order(URI mall, int orders) {
        try (ExecutorService hands = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, orders)
                    .mapToObj(_ -> name + "-" + keys.incrementAndGet())
                    .forEach(key -> hands.submit(() -> tryOnce(mall, key)));
        }
    }

    public List<String> unanswered() {
        return ledger.unanswered();
    }

    /** Numbers of the orders that the mall has said yes to. */
    public Set<String> acknowledged() {
        return ledger.orders();
    }

    /**
     * Every open attempt is repeated with its key until it is answered, as a careful client does.
     */
    public void repeatUnanswered(URI mall) {
        await().atMost(DRAIN)
                .until(
                        () -> {
                            ledger.unanswered().forEach(key -> tryOnce(mall, key));
                            return ledger.unanswered().isEmpty();
                        });
    }

    /**
     * Waits until the ERP has every acknowledged order, or until that takes too long; then compares
     * both sides.
     */
    public Verdict drained(Erp erp) {
        await().atMost(DRAIN)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> erp.committedOrders().keySet().containsAll(ledger.orders()));
        return ledger.against(erp.committedOrders());
    }

    private void tryOnce(URI mall, String key) {
        ledger.attempt(key);
        String product = products.get(Math.floorMod(key.hashCode(), products.size()));
        Optional<ApiBuyer.Answer> answer = buyer.order(mall, key, product, 1);
        if (answer.isPresent() && answer.get().isPlaced()) {
            ledger.acknowledge(key, answer.get().number());
        } else if (answer.isPresent() && answer.get().status() == 422) {
            throw new AssertionError("order refused: " + answer.get().body());
        }
    }
}
