package io.mallhub.order;

/**
 * Where the order stands with the ERP. OUTCOME_UNKNOWN: it may have it; looked up before anything
 * is sent again.
 */
public enum ErpState {
    NOT_SENT,
    SENDING,
    ACKNOWLEDGED,
    ACCEPTED,
    REJECTED,
    OUTCOME_UNKNOWN,
    VOIDED
}
