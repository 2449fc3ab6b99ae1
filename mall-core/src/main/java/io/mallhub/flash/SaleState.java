package io.mallhub.flash;

/** Only a live sale sets goods aside and sells; an ended one never does again. */
public enum SaleState {
    DRAFT,
    LIVE,
    PAUSED,
    ENDED
}
