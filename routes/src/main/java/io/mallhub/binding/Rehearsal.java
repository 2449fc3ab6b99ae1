package io.mallhub.binding;

import java.time.Instant;
import java.util.List;

/**
 * How two definitions read the same replies.
 *
 * @param messages read by both
 * @param cut too long to be kept whole, so not read
 * @param records of all those, by either
 * @param changed records with at least one difference
 * @param fields how often each field differs, most first
 * @param differences the first of them, newest message first
 */
public record Rehearsal(
        String present,
        String candidate,
        int messages,
        int cut,
        long records,
        long changed,
        List<FieldCount> fields,
        List<Difference> differences) {
    /** More are counted, not kept. */
    public static final int MOST_DIFFERENCES = 2_000;

    public Rehearsal {
        fields = List.copyOf(fields);
        differences = List.copyOf(differences);
    }

    public long same() {
        return records - changed;
    }

    /** How a field, or a record as a whole, differs. */
    public enum Kind {
        FIELD,
        /** The present one gives the record, the candidate does not. */
        GONE,
        ADDED,
        /** The candidate cannot read the record. */
        BAD,
        /** The candidate reads what the present one cannot. */
        MENDED,
        /** The candidate takes the whole reply for a fault, or for another one. */
        FAULT
    }

    /**
     * @param field without places in lists: {@code batches[].number}; empty for whole records
     */
    public record FieldCount(String operation, Kind kind, String field, long count) {}

    /**
     * @param message id in the message log
     */
    public record Difference(
            long message,
            Instant at,
            String operation,
            String key,
            Kind kind,
            String field,
            String before,
            String after) {}
}
