package io.mallhub.routes.inbound;

import io.mallhub.binding.Counts;
import io.mallhub.binding.Quarantine.Bad;
import java.util.List;

/** What became of the records of one page. */
public record Applied(long applied, long unchanged, long echoes, List<Bad> bad) {
    public Applied {
        bad = List.copyOf(bad);
    }

    Counts counts() {
        return Counts.of(applied, unchanged, bad.size(), echoes);
    }
}
