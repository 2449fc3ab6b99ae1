package io.mallhub.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public enum DocumentState {
    DRAFT,
    PENDING_REVIEW,
    RETURNED,
    VALID,
    FROZEN,
    EXPIRED,
    REJECTED;

    /** Valid through the last second of its last day; no batch has to notice that day. */
    public DocumentState on(LocalDate today, @Nullable LocalDate validUntil) {
        boolean over = validUntil != null && today.isAfter(validUntil);
        return this == VALID && over ? EXPIRED : this;
    }
}
