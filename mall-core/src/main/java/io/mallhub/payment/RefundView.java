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
        State state,
        Instant requestedAt,
        int attempts,
        String words,
        @Nullable Instant endedAt) {

    /** REQUESTED ⇄ UNCLEAR → REFUNDED; or REFUSED, which a person sends again or settles. */
    public enum State {
        REQUESTED,
        /** It was sent and nobody knows what came of it: asked again under the same number. */
        UNCLEAR,
        /** The provider says no. */
        REFUSED,
        REFUNDED,
        /** Paid back another way. */
        SETTLED;

        public boolean isEnd() {
            return this == REFUNDED || this == SETTLED;
        }
    }
}
