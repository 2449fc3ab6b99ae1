package io.mallhub.order.internal;

import io.mallhub.order.OrderView;
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
        String reason) {
    OrderView.Approval view() {
        return new OrderView.Approval(kind, approved, byName, approvedAt, reason);
    }
}
