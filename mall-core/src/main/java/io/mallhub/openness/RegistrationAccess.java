package io.mallhub.openness;

/** Who may apply to become a customer; every application is reviewed all the same. */
public enum RegistrationAccess {
    OPEN,
    /** Only with an invitation. */
    INVITED
}
