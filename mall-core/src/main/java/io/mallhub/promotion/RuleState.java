package io.mallhub.promotion;

/** Only a live rule is asked about baskets; an ended one never is again. */
public enum RuleState {
    DRAFT,
    LIVE,
    PAUSED,
    ENDED
}
