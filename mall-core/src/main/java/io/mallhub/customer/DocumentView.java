package io.mallhub.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of one document. Exactly one version per type is current.
 *
 * @param reason of the last decision, shown to the applicant when RETURNED or REJECTED
 * @param verifiedBy shown name; null until verified
 */
public record DocumentView(
        UUID id,
        DocumentData data,
        int version,
        boolean current,
        DocumentState state,
        String fileName,
        String mediaType,
        long size,
        Instant uploadedAt,
        @Nullable String reason,
        @Nullable String verifiedBy,
        @Nullable Instant verifiedAt) {}
