package io.mallhub.order;

/**
 * SUBMITTED → (IN_APPROVAL) → APPROVED → SENT → ACCEPTED → PARTLY_SHIPPED → SHIPPED → COMPLETED.
 * Changed by the desk, an order IN_APPROVAL is SUBMITTED again; one of which a part is cancelled
 * before anything is shipped is APPROVED again. Ends besides: REJECTED (by staff or ERP), CANCELLED
 * (by the buyer, until the ERP has begun to ship).
 */
public enum OrderState {
    SUBMITTED,
    IN_APPROVAL,
    APPROVED,
    SENT,
    ACCEPTED,
    PARTLY_SHIPPED,
    SHIPPED,
    COMPLETED,
    REJECTED,
    CANCELLED;

    public boolean isEnd() {
        return this == COMPLETED || this == REJECTED || this == CANCELLED;
    }
}
