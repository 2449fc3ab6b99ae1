package io.mallhub.returns;

/**
 * SUBMITTED → (IN_REVIEW) → APPROVED → RECEIVED (in quarantine) → INSPECTED → SETTLED → COMPLETED.
 * Ends besides: REFUSED (by rule or desk), WITHDRAWN (by the buyer, until the goods are there),
 * LAPSED (the goods never came).
 */
public enum ReturnState {
    SUBMITTED,
    IN_REVIEW,
    APPROVED,
    RECEIVED,
    INSPECTED,
    SETTLED,
    COMPLETED,
    REFUSED,
    WITHDRAWN,
    LAPSED;

    public boolean isEnd() {
        return this == COMPLETED || isWithoutGoods();
    }

    /** It ended before goods came: nothing of it counts. */
    public boolean isWithoutGoods() {
        return this == REFUSED || this == WITHDRAWN || this == LAPSED;
    }

    /** No goods were taken yet: it can still be taken back. */
    public boolean isBeforeGoods() {
        return this == SUBMITTED || this == IN_REVIEW || this == APPROVED;
    }
}
