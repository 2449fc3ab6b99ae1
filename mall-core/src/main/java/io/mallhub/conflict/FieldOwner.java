package io.mallhub.conflict;

/** Whose value of a field holds when both sides have one. */
public enum FieldOwner {
    MALL,
    ERP,
    /** A person decides each time; until then the mall keeps its value. */
    ASK
}
