package io.mallhub.customer;

public enum DocumentState {
    DRAFT,
    PENDING_REVIEW,
    RETURNED,
    VALID,
    FROZEN,
    EXPIRED,
    REJECTED
}
