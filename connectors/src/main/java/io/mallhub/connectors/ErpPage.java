package io.mallhub.connectors;

import java.util.List;

/**
 * One page read from an ERP.
 *
 * @param bad records that could not be mapped; their neighbours are in {@code records}
 * @param next where to go on; equal to the last record's place
 * @param more whether another page follows
 */
public record ErpPage<T>(List<T> records, List<BadRecord> bad, Cursor next, boolean more) {
    public ErpPage {
        records = List.copyOf(records);
        bad = List.copyOf(bad);
    }

    /**
     * @param key the record's key as far as it could be read
     * @param payload the record as received
     * @param reason in words: which field, what was found, what was expected
     */
    public record BadRecord(String key, String payload, String reason) {}
}
