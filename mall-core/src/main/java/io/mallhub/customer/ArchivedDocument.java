package io.mallhub.customer;

import io.mallhub.customer.ApplicationView.ReviewDecision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One version of one document, as the archive keeps it.
 *
 * @param application number of the application by which the company came
 * @param sha256 of the file, lower-case hex
 * @param uploadedBy shown name
 * @param decisions on this version, oldest first; step also accept-document, return-document,
 *     return
 */
public record ArchivedDocument(
        UUID id,
        String customerNumber,
        String customerName,
        String application,
        DocumentData data,
        int version,
        boolean current,
        DocumentState state,
        String fileName,
        String sha256,
        Instant uploadedAt,
        String uploadedBy,
        List<ReviewDecision> decisions) {}
