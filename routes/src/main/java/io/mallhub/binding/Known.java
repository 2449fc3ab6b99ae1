package io.mallhub.binding;

import io.mallhub.conflict.Field;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an ERP is known to have of a record.
 *
 * @param fields those both sides may set, as the ERP writes them
 * @param version the ERP's; null where it counts none
 */
public record Known(
        Map<Field, String> fields, @Nullable Long version, @Nullable Instant changedAt) {
    public Known {
        fields = Map.copyOf(fields);
    }

    /** Whether it was read before the other one. What cannot be told is not older. */
    public boolean olderThan(Known other) {
        if (version != null && other.version != null) {
            return version < other.version;
        }
        return changedAt != null && other.changedAt != null && changedAt.isBefore(other.changedAt);
    }
}
