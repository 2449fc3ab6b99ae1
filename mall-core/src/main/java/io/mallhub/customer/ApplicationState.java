package io.mallhub.customer;

/** DRAFT → SUBMITTED ⇄ SUPPLEMENT_REQUESTED → APPROVED → ACTIVE; REJECTED and WITHDRAWN end it. */
public enum ApplicationState {
    DRAFT,
    SUBMITTED,
    SUPPLEMENT_REQUESTED,
    APPROVED,
    ACTIVE,
    REJECTED,
    WITHDRAWN
}
