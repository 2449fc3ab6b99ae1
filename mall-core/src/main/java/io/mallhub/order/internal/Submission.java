package io.mallhub.order.internal;

import io.mallhub.promotion.Channel;
import io.mallhub.shared.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who submitted it, when, and under which key.
 *
 * @param channel null before it was kept, and for what replaces goods
 */
@Embeddable
record Submission(
        @Enumerated(EnumType.STRING) @Column(name = "submitted_by_kind") Actor.Kind byKind,
        @Column(name = "submitted_by_id") String byId,
        @Column(name = "submitted_by_name") String byName,
        @Column(name = "submitted_at") Instant at,
        String idempotencyKey,
        String contentDigest,
        @Enumerated(EnumType.STRING) @Nullable Channel channel) {

    Actor by() {
        return new Actor(byKind, byId, byName);
    }
}
