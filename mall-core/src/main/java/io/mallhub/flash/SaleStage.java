package io.mallhub.flash;

/** What a buyer can expect of a live sale now. */
public enum SaleStage {
    UPCOMING,
    RUNNING,
    SOLD_OUT
}
