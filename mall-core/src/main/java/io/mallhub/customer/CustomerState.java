package io.mallhub.customer;

/** Only an ACTIVE customer may order; LOCKED says why in its view. */
public enum CustomerState {
    APPLICANT,
    ACTIVE,
    LOCKED,
    CLOSED
}
