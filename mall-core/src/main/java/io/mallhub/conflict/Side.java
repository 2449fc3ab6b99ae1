package io.mallhub.conflict;

/** Whose value. */
public enum Side {
    MALL,
    ERP
}
