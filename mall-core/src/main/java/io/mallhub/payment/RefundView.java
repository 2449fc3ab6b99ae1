package io.mallhub.payment;

import io.mallhub.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes back to the payer.
 *
 * @param number the provider's idempotency key
 * @param providerNumber the trade whose money it is
 * @param document credit note, order, or {@code surplus/<trade>}
 * @param words what the provider said last; of a settled one how it was paid back
 */
public record RefundView(
        String number,
        String payment,
        String order,
        String customerName,
        String providerNumber,
        String document,
        Money amount,
        String reason,
        RefundState state,
        Instant requestedAt,
        int attempts,
        String words,
        @Nullable Instant endedAt) {}
