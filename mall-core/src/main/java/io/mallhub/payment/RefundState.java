package io.mallhub.payment;

/** REQUESTED ⇄ UNCLEAR → REFUNDED; or REFUSED, which a person sends again or settles. */
public enum RefundState {
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
