package io.mallhub.customer;

import io.mallhub.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param number business number, correlation key of its process: {@code CR} + date + sequence
 * @param round 1 for the first submission, one more after each supplement
 * @param differences what changed since the previous round, for the reviewer
 * @param supplementRequest what the reviewer asked for; null when nothing is open
 */
public record ApplicationView(
        String number,
        CustomerId customer,
        ApplicationState state,
        Company company,
        List<DocumentView> documents,
        int round,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable CheckReport checks,
        List<Difference> differences,
        @Nullable String supplementRequest,
        List<ReviewDecision> decisions) {

    public record Difference(String subject, String before, String after) {}

    /**
     * @param step supplement, approve, reject, second-approve, second-reject, withdraw, activate
     */
    public record ReviewDecision(String step, String by, Instant at, String reason) {}
}
