package io.mallhub.connectors;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One page read from an ERP. Where to go on is known at once; its records are mapped by whoever
 * asks for them first, so that the next page can be asked for meanwhile. For one thread at a time.
 */
public final class ErpPage<T> {
    private final Cursor next;
    private final boolean more;
    private final Supplier<Records<T>> mapping;
    private @Nullable Records<T> mapped;

    /**
     * @param bad records that could not be mapped; their neighbours are in {@code records}
     * @param next where to go on; equal to the last record's place
     * @param more whether another page follows
     */
    public ErpPage(List<T> records, List<BadRecord> bad, Cursor next, boolean more) {
        this(() -> new Records<>(records, bad), next, more);
    }

    /**
     * @param mapping asked once, and for nothing that could fail as a whole
     */
    public ErpPage(Supplier<Records<T>> mapping, Cursor next, boolean more) {
        this.mapping = mapping;
        this.next = next;
        this.more = more;
    }

    /** The same records, after which a reader goes on from another place. */
    public ErpPage<T> followedBy(Cursor place) {
        return new ErpPage<>(this::mapped, place, more);
    }

    public List<T> records() {
        return mapped().good();
    }

    /** Records that could not be mapped. */
    public List<BadRecord> bad() {
        return mapped().bad();
    }

    private Records<T> mapped() {
        if (mapped == null) {
            mapped = mapping.get();
        }
        return mapped;
    }

    /** Where to go on; equal to the last record's place. */
    public Cursor next() {
        return next;
    }

    /** Another page follows. */
    public boolean more() {
        return more;
    }

    /**
     * @param bad those that could not be mapped; their neighbours are good
     */
    public record Records<T>(List<T> good, List<BadRecord> bad) {
        public Records {
            good = List.copyOf(good);
            bad = List.copyOf(bad);
        }
    }

    /**
     * @param key the record's key as far as it could be read
     * @param payload the record as received
     * @param reason in words: which field, what was found, what was expected
     */
    public record BadRecord(String key, String payload, String reason) {}
}
