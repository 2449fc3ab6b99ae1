package io.mallhub.order;

import io.mallhub.catalog.VisibilityRule.Audience;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody may pay.
 *
 * @param methods all that he may use; empty: he cannot order
 * @param endedAt null while it counts
 */
public record PaymentRule(
        long id,
        Audience audience,
        Set<PaymentMethod> methods,
        String reason,
        String by,
        Instant at,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {
    public PaymentRule {
        methods = Set.copyOf(methods);
    }
}
