package io.mallhub.returns.internal;

import io.mallhub.shared.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** Who asked for it, when, and under which key. */
@Embeddable
record Origin(
        @Enumerated(EnumType.STRING) @Column(name = "submitted_by_kind") Actor.Kind byKind,
        @Column(name = "submitted_by_id") String byId,
        @Column(name = "submitted_by_name") String byName,
        @Column(name = "submitted_at") Instant at,
        String idempotencyKey,
        String contentDigest) {

    Actor by() {
        return new Actor(byKind, byId, byName);
    }
}
