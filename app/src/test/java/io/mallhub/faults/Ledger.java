package io.mallhub.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What the buyers' side knows, kept outside the hub: each attempt by its key, and the order number
 * of each that was acknowledged. Set against the ERP's commits it gives the oracle's three numbers.
 */
final class Ledger {
    private final Set<String> attempts = ConcurrentHashMap.newKeySet();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    void attempt(String key) {
        attempts.add(key);
    }

    void acknowledge(String key, String orderNumber) {
        String before = acknowledged.put(key, orderNumber);
        if (before != null && !before.equals(orderNumber)) {
            throw new AssertionError(
                    "key " + key + " was answered with " + before + " and " + orderNumber);
        }
    }

    List<String> unanswered() {
        List<String> open = new ArrayList<>(attempts);
        open.removeAll(acknowledged.keySet());
        return open;
    }

    Set<String> orders() {
        return Set.copyOf(acknowledged.values());
    }

    /**
     * Only once every attempt has been repeated until it was answered: then committed =
     * acknowledged, or it is wrong.
     */
    Verdict against(Map<String, Long> committed) {
        Set<String> orders = orders();
        Set<String> lost =
                orders.stream()
                        .filter(order -> !committed.containsKey(order))
                        .collect(Collectors.toSet());
        Set<String> twice =
                committed.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        Set<String> unexpected =
                committed.keySet().stream()
                        .filter(order -> !orders.contains(order))
                        .collect(Collectors.toSet());
        return new Verdict(orders.size(), lost, twice, unexpected);
    }

    record Verdict(int orders, Set<String> lost, Set<String> twice, Set<String> unexpected) {
        boolean isClean() {
            return lost.isEmpty() && twice.isEmpty() && unexpected.isEmpty();
        }

        @Override
        public String toString() {
            return "%d orders: %d lost, %d twice, %d unexpected%s"
                    .formatted(
                            orders,
                            lost.size(),
                            twice.size(),
                            unexpected.size(),
                            isClean() ? "" : " " + lost + twice + unexpected);
        }
    }
}
