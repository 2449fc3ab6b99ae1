package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationView.ReviewDecision;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of one person in the review.
 *
 * @param step supplement, approve, reject, second-approve, second-reject, withdraw, activate; and
 *     accept-document, return-document with the document
 * @param second whether it belongs to the second pair of eyes
 */
@Embeddable
record Decision(
        String step,
        boolean second,
        int round,
        @Nullable UUID document,
        @Embedded Person person,
        Instant at,
        String reason) {
    ReviewDecision view() {
        return new ReviewDecision(step, person.name(), at, reason);
    }
}
