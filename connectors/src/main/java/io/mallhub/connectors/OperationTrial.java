package io.mallhub.connectors;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying an operation.
 *
 * @param exchanges in the order they were made, logins included, secrets masked
 * @param more whether the ERP has another page
 * @param fault in words; null when all was well
 */
public record OperationTrial(
        List<Exchange> exchanges, List<Mapped> records, boolean more, @Nullable String fault) {
    public OperationTrial {
        exchanges = List.copyOf(exchanges);
        records = List.copyOf(records);
    }

    public long bad() {
        return records.stream().filter(record -> !record.problem().isEmpty()).count();
    }

    /**
     * One record as the mall would get it.
     *
     * @param fields by path, such as {@code batches[1].number}; empty for a bad one
     * @param payload a bad record as received
     * @param problem which fields are bad, and why; empty for a good one
     */
    public record Mapped(String key, Map<String, String> fields, String payload, String problem) {
        public Mapped {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
