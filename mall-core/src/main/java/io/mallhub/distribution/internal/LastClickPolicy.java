package io.mallhub.distribution.internal;

import io.mallhub.shared.ProductId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * For each product the last click counts, through a link of the product or of the whole mall, made
 * within the window before the order. Who spoke to the buyer last made him order; and one click a
 * product means one sharer a line.
 */
final class LastClickPolicy {
    private static final Comparator<Candidate> LATER =
            Comparator.comparing(Candidate::at).thenComparing(Candidate::link);

    private LastClickPolicy() {}

    /** Products that came of no click are missing. */
    static Map<ProductId, Candidate> choose(
            Collection<ProductId> products, Collection<Candidate> clicks, Instant ordered) {
        Map<ProductId, Candidate> chosen = new HashMap<>();
        for (ProductId product : products) {
            clicks.stream()
                    .filter(it -> it.isAbout(product) && it.countsAt(ordered))
                    .max(LATER)
                    .ifPresent(it -> chosen.put(product, it));
        }
        return chosen;
    }
}
