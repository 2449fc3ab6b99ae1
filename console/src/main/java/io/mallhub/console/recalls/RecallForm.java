package io.mallhub.console.recalls;

import io.mallhub.recall.RecallClass;
import org.jspecify.annotations.Nullable;

/**
 * A recall as a person of quality typed it.
 *
 * @param nevertheless the batch the tick was set for: opened although nothing knows it
 */
record RecallForm(
        @Nullable String product,
        @Nullable String batch,
        @Nullable RecallClass recallClass,
        @Nullable String reason,
        @Nullable String nevertheless) {
    public String code() {
        return product == null ? "" : product.strip();
    }

    public String batchNumber() {
        return batch == null ? "" : batch.strip();
    }

    /** A tick that was set for another batch does not count. */
    public boolean isNevertheless() {
        return !batchNumber().isEmpty() && batchNumber().equals(nevertheless);
    }

    public String why() {
        return reason == null ? "" : reason.strip();
    }
}
