package io.mallhub.identity;

/** Of a delegation, now. */
public enum DelegationState {
    PLANNED,
    RUNNING,
    ENDED,
    REVOKED
}
