package io.mallhub.binding;

/**
 * What became of records: {@code read} is the sum of the others.
 *
 * @param echoes came back from the ERP as the hub had written them
 */
public record Counts(long read, long applied, long unchanged, long quarantined, long echoes) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public static Counts of(long applied, long unchanged, long quarantined, long echoes) {
        return new Counts(
                applied + unchanged + quarantined + echoes,
                applied,
                unchanged,
                quarantined,
                echoes);
    }
}
