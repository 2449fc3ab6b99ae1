package io.mallhub.processes.repair;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a token of a diagram may be moved: back to where it must have come through, or past the one
 * step at which it stands. Never past a person, a decision table or a gateway: what they would have
 * said is nobody else's to say.
 *
 * @param flows where a token goes on from an element
 * @param breaks events that interrupt an element, or a scope around it
 * @param besides events that start something beside it
 * @param deciding people and decision tables
 * @param forks gateways with several ways
 * @param passing elements at which nothing happens
 * @param entries where tokens come from
 */
record Ways(
        Map<String, Set<String>> flows,
        Map<String, Set<String>> breaks,
        Map<String, Set<String>> besides,
        Set<String> deciding,
        Set<String> forks,
        Set<String> passing,
        Set<String> entries) {

    boolean lead(String from, String to) {
        return isBehind(from, to) || isNext(from, to);
    }

    /** No token comes to the one but through the other. */
    private boolean isBehind(String from, String to) {
        return from.equals(to) || isReached(from, null) && !isReached(from, to);
    }

    private boolean isReached(String element, @Nullable String avoided) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(entries);
        while (!open.isEmpty()) {
            String at = open.remove();
            if (at.equals(avoided) || !seen.add(at)) {
                continue;
            }
            if (at.equals(element)) {
                return true;
            }
            open.addAll(of(flows, at));
            open.addAll(of(breaks, at));
            open.addAll(of(besides, at));
        }
        return false;
    }

    private boolean isNext(String from, String to) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(of(breaks, from));
        if (!deciding.contains(from) && !forks.contains(from)) {
            open.addAll(of(flows, from));
        }
        while (!open.isEmpty()) {
            String at = open.remove();
            if (at.equals(to)) {
                return !forks.contains(at);
            }
            if (passing.contains(at) && seen.add(at)) {
                open.addAll(of(flows, at));
            }
        }
        return false;
    }

    private static Set<String> of(Map<String, Set<String>> all, String element) {
        return all.getOrDefault(element, Set.of());
    }
}
