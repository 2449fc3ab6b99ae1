package io.mallhub.customer;

import io.mallhub.customer.ApplicationView.Difference;
import io.mallhub.customer.ApplicationView.ReviewDecision;
import io.mallhub.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The renewal of one document.
 *
 * @param number {@code QR} + date + sequence, correlation key of its process
 * @param expiring the version in force until it expires or a new one is approved
 * @param proposed the version handed in last; null until then
 * @param differences what the proposed version changes
 * @param lapsedAt when it had expired without a new one; null otherwise
 */
public record RenewalView(
        String number,
        CustomerId customer,
        String customerName,
        RenewalState state,
        DocumentView expiring,
        @Nullable DocumentView proposed,
        List<Difference> differences,
        int attempts,
        Instant openedAt,
        @Nullable Instant lapsedAt,
        List<ReviewDecision> decisions) {}
