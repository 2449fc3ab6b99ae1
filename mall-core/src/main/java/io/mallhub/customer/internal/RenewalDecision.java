package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationView.ReviewDecision;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;

/**
 * @param step approve or return
 */
@Embeddable
record RenewalDecision(
        String step, int attempt, @Embedded Person person, Instant at, String reason) {
    ReviewDecision view() {
        return new ReviewDecision(step, person.name(), at, reason);
    }
}
