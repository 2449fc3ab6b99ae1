package io.mallhub.customer;

/** AWAITED → SUBMITTED ⇄ RETURNED; APPROVED ends it. */
public enum RenewalState {
    AWAITED,
    SUBMITTED,
    RETURNED,
    APPROVED
}
