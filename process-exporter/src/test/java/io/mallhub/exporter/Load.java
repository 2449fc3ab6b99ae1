package io.mallhub.exporter;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Instances asked for, and those the broker acknowledged, remembered outside of the broker. */
final class Load {

    private static final int IN_FLIGHT = 16;

    private final int size;
    private final Set<String> attempted = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicBoolean failed = new AtomicBoolean();
    private List<Map<String, Object>> exported = List.of();

    Load(int size) {
        this.size = size;
    }

    /** Attempts to start each instance once, in spite of failures; breaks something after some. */
    void run(Engine engine, int after, Runnable breakSomething) {
        Semaphore slots = new Semaphore(IN_FLIGHT);
        CountDownLatch answers = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            if (i == after) {
                breakSomething.run();
            }
            if (failed.compareAndSet(true, false)) {
                engine.awaitAnswer();
            }
            String number = "L-" + i;
            attempted.add(number);
            slots.acquireUninterruptibly();
            engine.startLater("load", Map.of("orderNumber", number))
                    .whenComplete(
                            (key, failure) -> {
                                if (failure == null) {
                                    acknowledged.put(number, key);
                                } else {
                                    failed.set(true);
                                }
                                slots.release();
                                answers.countDown();
                            });
        }
        awaitAll(answers);
    }

    /** All that was acknowledged is there, and all that is there is completed. */
    boolean isExportedTo(ReadModelDatabase database) {
        exported = database.rows("SELECT key, state, business_number FROM engine.process_instance");
        return lost().isEmpty()
                && exported.stream().allMatch(row -> "COMPLETED".equals(row.get("state")));
    }

    Set<String> lost() {
        Set<String> lost = new HashSet<>(acknowledged.keySet());
        exported.stream()
                .filter(row -> Objects.equals(row.get("key"), acknowledged.get(number(row))))
                .forEach(row -> lost.remove(number(row)));
        return lost;
    }

    Set<String> twice() {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        exported.stream().map(Load::number).filter(n -> !seen.add(n)).forEach(twice::add);
        return twice;
    }

    Set<String> unexpected() {
        Set<String> unexpected = new HashSet<>();
        exported.stream().map(Load::number).forEach(unexpected::add);
        unexpected.removeAll(attempted);
        return unexpected;
    }

    void print(String fault) {
        System.out.printf(
                "%s: %d attempted, %d acknowledged, %d exported: %d lost, %d twice, %d unexpected%n",
                fault,
                attempted.size(),
                acknowledged.size(),
                exported.size(),
                lost().size(),
                twice().size(),
                unexpected().size());
    }

    private static String number(Map<String, Object> row) {
        return String.valueOf(row.get("business_number"));
    }

    private static void awaitAll(CountDownLatch answers) {
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
