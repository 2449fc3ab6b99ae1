package io.mallhub.distribution;

/** What a share link is good for today. */
public enum LinkState {
    /** Its first day is still to come. */
    PLANNED,
    LIVE,
    /** Its last day is over. */
    OVER,
    REVOKED
}
