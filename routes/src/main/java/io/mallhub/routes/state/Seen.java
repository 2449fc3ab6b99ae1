package io.mallhub.routes.state;

import io.mallhub.binding.Bindings.Link;
import io.mallhub.conflict.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record from an ERP is to the mall.
 *
 * @param record as it came
 * @param link null for one that is not bound yet
 * @param ours what both sides may set stands there because the mall wrote it
 * @param known what the ERP was known to have before; empty where nobody knew
 */
public record Seen<T>(
        T record,
        Snapshot snapshot,
        @Nullable Link link,
        Fate fate,
        boolean ours,
        Map<Field, String> known) {
    /** What is to be done with it. */
    public enum Fate {
        /** Take it over. */
        NEWS,
        /** Known already, or older than what is known. */
        SAME,
        /** Nothing in it but what the mall has written. */
        ECHO
    }
}
