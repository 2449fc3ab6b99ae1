package io.mallhub.order.internal;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What one group decided.
 *
 * @param kind the group: sales, finance, compliance
 */
@Embeddable
record ApprovalDecision(
        String kind,
        boolean approved,
        String byId,
        String byName,
        Instant approvedAt,
        String reason) {}
