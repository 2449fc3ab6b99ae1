package io.mallhub.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Breaks one thing after the other, in an order drawn by a seed and every kind once before any
 * comes again. One kind lasts a while and is over before the next begins; closing ends what lasts.
 */
final class Mishaps implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(6);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final List<String> REPEATABLE =
            List.of(
                    "LIST_MATERIALS",
                    "LIST_STOCK",
                    "LIST_CUSTOMERS",
                    "LIST_ORDERS",
                    "FIND_ORDER",
                    "FIND_CUSTOMER",
                    "UPDATE_CUSTOMER",
                    "VOID_ORDER");

    private final TwoNodes nodes;
    private final Erp erp;
    private final Random random;
    private final List<Mishap> all;
    private final List<Mishap> left = new ArrayList<>();
    private final Map<String, Integer> happened = new TreeMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CompletableFuture<Void> running;

    private Mishaps(TwoNodes nodes, Erp erp, long seed) {
        this.nodes = nodes;
        this.erp = erp;
        this.random = new Random(seed);
        this.all = kinds();
        this.running = CompletableFuture.runAsync(this::run, task -> new Thread(task).start());
    }

    static Mishaps begin(TwoNodes nodes, Erp erp, long seed) {
        return new Mishaps(nodes, erp, seed);
    }

    /** How often each kind happened. */
    Map<String, Integer> happened() {
        return happened;
    }

    /** Ends what lasts; fails if something could not be broken as it should. */
    @Override
    public void close() {
        over.countDown();
        running.join();
    }

    private void run() {
        while (over.getCount() > 0) {
            Mishap mishap = next();
            happened.merge(mishap.name, 1, Integer::sum);
            mishap.begin.run();
            try {
                letPass(mishap.lasting);
            } finally {
                mishap.end.run();
            }
            letPass(BETWEEN);
        }
    }

    private Mishap next() {
        if (left.isEmpty()) {
            left.addAll(all);
            Collections.shuffle(left, random);
        }
        return left.removeLast();
    }

    private void letPass(Duration time) {
        try {
            over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Mishap(String name, Duration lasting, Runnable begin, Runnable end) {}

    private List<Mishap> kinds() {
        List<Mishap> kinds = new ArrayList<>();
        kinds.add(atOnce("second node killed", nodes::killSecond));
        kinds.add(atOnce("first node killed with all parts", nodes::killFirst));
        kinds.add(atOnce("PostgreSQL killed", () -> nodes.first().killChild("postgres")));
        kinds.add(atOnce("broker killed", () -> nodes.first().killChild("broker")));
        kinds.add(
                new Mishap(
                        "second node frozen beyond its leases",
                        Duration.ofSeconds(25),
                        () -> nodes.second().freeze(),
                        () -> nodes.second().thaw()));
        kinds.add(
                new Mishap(
                        "broker frozen",
                        Duration.ofSeconds(12),
                        () -> nodes.first().freezeChild("broker"),
                        () -> nodes.first().thawChild("broker")));
        for (String fault :
                List.of(
                        "DROP_BEFORE_COMMIT",
                        "DROP_AFTER_COMMIT",
                        "HTTP_500",
                        "HTTP_503",
                        "HTTP_429",
                        "TRUNCATED_REPLY",
                        "FAILURE_IN_200",
                        "SESSION_LOSS",
                        "GBK_BYTES",
                        "BAD_CHARACTERS",
                        "PAGING_DRIFT")) {
            kinds.add(ofTheErp(fault, () -> erp.breakAllSometimes(fault, 0.4)));
        }
        // Where the ERP would make two of it, nobody could tell one from the other: not creations.
        kinds.add(
                ofTheErp(
                        "DUPLICATE_DELIVERY",
                        () -> erp.breakSometimes(REPEATABLE, "DUPLICATE_DELIVERY", 0.4)));
        kinds.add(ofTheErp("REORDERING", () -> erp.letOvertake(0.4)));
        kinds.add(ofTheErp("CLOCK_SKEW ahead", () -> erp.skewClock(SKEW)));
        kinds.add(ofTheErp("CLOCK_SKEW behind", () -> erp.skewClock(SKEW.negated())));
        kinds.add(ofTheErp("DELAY", () -> erp.slowDown("CREATE_ORDER", Duration.ofSeconds(4))));
        return kinds;
    }

    private Mishap ofTheErp(String switched, Runnable begin) {
        return new Mishap("ERP " + switched, Duration.ofSeconds(15), begin, erp::heal);
    }

    private static Mishap atOnce(String name, Runnable it) {
        return new Mishap(name, Duration.ZERO, it, () -> {});
    }
}
