package io.mallhub.openness;

/** What an invitation is bound to, and what the applicant has to state for it to count. */
public enum InviteeKind {
    /** It has to be the login of the company's first user. */
    EMAIL,
    /** It has to be the company's phone. */
    PHONE,
    /** Its credit code, or its name to the letter. */
    COMPANY
}
