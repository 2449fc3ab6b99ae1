package io.mallhub.console.recalls;

import io.mallhub.recall.RecallClass;
import org.jspecify.annotations.Nullable;

/** A recall as a person of quality typed it. */
record RecallForm(
        @Nullable String product,
        @Nullable String batch,
        @Nullable RecallClass recallClass,
        @Nullable String reason) {
    public String code() {
        return product == null ? "" : product.strip();
    }

    public String batchNumber() {
        return batch == null ? "" : batch.strip();
    }

    public String why() {
        return reason == null ? "" : reason.strip();
    }
}
