package io.mallhub.routes.inbound;

import io.mallhub.binding.Counts;
import io.mallhub.binding.Quarantine.Bad;
import java.util.ArrayList;
import java.util.List;

/** What became of the records of one page. */
public record Applied(long applied, long unchanged, long echoes, List<Bad> bad) {
    public static final Applied NOTHING = new Applied(0, 0, 0, List.of());

    public Applied {
        bad = List.copyOf(bad);
    }

    /** Of both parts of a page. */
    public Applied and(Applied other) {
        List<Bad> all = new ArrayList<>(bad);
        all.addAll(other.bad);
        return new Applied(
                applied + other.applied, unchanged + other.unchanged, echoes + other.echoes, all);
    }

    Counts counts() {
        return Counts.of(applied, unchanged, bad.size(), echoes);
    }
}
