package io.mallhub.catalog.internal;

import io.mallhub.catalog.MerchandiseCategory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All categories as they hang together. */
final class MerchandiseTree {
    private static final Comparator<MerchandiseCategory> NEIGHBOURS =
            Comparator.comparingInt(MerchandiseCategory::place)
                    .thenComparing(MerchandiseCategory::code);
    private static final String TOP = "";

    private final Map<String, MerchandiseCategory> byCode = new HashMap<>();
    private final List<MerchandiseCategory> inOrder = new ArrayList<>();

    MerchandiseTree(Collection<MerchandiseCategory> all) {
        Map<String, List<MerchandiseCategory>> below = new HashMap<>();
        for (MerchandiseCategory each : all) {
            byCode.put(each.code(), each);
            below.computeIfAbsent(each.parent().orElse(TOP), _ -> new ArrayList<>()).add(each);
        }
        below.values().forEach(neighbours -> neighbours.sort(NEIGHBOURS));
        walk(TOP, below);
    }

    private void walk(String from, Map<String, List<MerchandiseCategory>> below) {
        for (MerchandiseCategory each : below.getOrDefault(from, List.of())) {
            inOrder.add(each);
            walk(each.code(), below);
        }
    }

    List<MerchandiseCategory> inOrder() {
        return List.copyOf(inOrder);
    }

    Optional<MerchandiseCategory> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** How far below the top; 0 where there is no such category. */
    int level(String code) {
        return find(code).map(MerchandiseCategory::level).orElse(0);
    }

    /** The category and all that is below it. */
    List<MerchandiseCategory> branch(String code) {
        return inOrder.stream().filter(it -> it.path().contains(code)).toList();
    }

    /** These and all that is above them. */
    Set<String> withAbove(Collection<String> codes) {
        Set<String> all = new HashSet<>();
        codes.forEach(code -> find(code).ifPresent(it -> all.addAll(it.path())));
        return all;
    }
}
