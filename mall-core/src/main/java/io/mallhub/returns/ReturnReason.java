package io.mallhub.returns;

/** Why goods go back; the code is what the eligibility decision and statistics know. */
public enum ReturnReason {
    DAMAGED,
    WRONG_GOODS,
    QUALITY_PROBLEM,
    NEAR_EXPIRY,
    NOT_NEEDED,
    RECALL
}
