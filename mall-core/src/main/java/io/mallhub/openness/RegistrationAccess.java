package io.mallhub.openness;

/**
 * Who may apply to become a customer, and what he sees until he is one. Every application is
 * reviewed, and nobody orders before it is approved.
 */
public enum RegistrationAccess {
    /** Everybody, who sees prices and stock at once. */
    OPEN,
    /** Everybody; until the approval the catalogue has no prices and stock, as for guests. */
    REVIEWED,
    /** Only with an invitation; who has one sees prices and stock at once. */
    INVITED
}
