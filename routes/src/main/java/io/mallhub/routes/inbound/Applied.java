package io.mallhub.routes.inbound;

import io.mallhub.binding.Counts;
import io.mallhub.binding.Quarantine.Bad;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of the records of one page.
 *
 * @param outdated keys of those among the unchanged that are older than what the mall has
 */
public record Applied(
        long applied, long unchanged, long echoes, Set<String> outdated, List<Bad> bad) {
    public static final Applied NOTHING = new Applied(0, 0, 0, List.of());

    public Applied {
        outdated = Set.copyOf(outdated);
        bad = List.copyOf(bad);
    }

    public Applied(long applied, long unchanged, long echoes, List<Bad> bad) {
        this(applied, unchanged, echoes, Set.of(), bad);
    }

    /** Both together. */
    public Applied and(Applied other) {
        return new Applied(
                applied + other.applied,
                unchanged + other.unchanged,
                echoes + other.echoes,
                Stream.concat(outdated.stream(), other.outdated.stream())
                        .collect(Collectors.toSet()),
                Stream.concat(bad.stream(), other.bad.stream()).toList());
    }

    Counts counts() {
        return Counts.of(applied, unchanged, bad.size(), echoes);
    }
}
