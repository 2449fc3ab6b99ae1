package io.mallhub.order.internal;

import io.mallhub.order.OrderView;
import jakarta.persistence.Embeddable;

/**
 * One reason why an order needs approval.
 *
 * @param approver the group that is asked
 */
@Embeddable
record ApprovalStop(String approver, String kind, String detail) {
    static ApprovalStop of(OrderView.Stop stop) {
        return new ApprovalStop(stop.group(), stop.kind(), stop.detail());
    }

    OrderView.Stop view() {
        return new OrderView.Stop(approver, kind, detail);
    }
}
