package io.mallhub.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The mall refused the order: nothing of it may ever be committed. */
    void refuse(String key) {
        attempts.remove(key);
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
     *
     * @param committed how often the ERP committed each order
     */
    Verdict against(Map<String, Long> committed) {
        Set<String> orders = orders();
        return new Verdict(
                attempts.size(),
                orders.size(),
                committed.size(),
                those(orders.stream(), order -> !committed.containsKey(order)),
                those(committed.keySet().stream(), order -> committed.get(order) > 1),
                those(committed.keySet().stream(), order -> !orders.contains(order)));
    }

    private static Set<String> those(Stream<String> orders, Predicate<String> wrong) {
        return orders.filter(wrong).collect(Collectors.toSet());
    }
}
