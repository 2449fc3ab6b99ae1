package io.mallhub.conflict;

/**
 * Whose value of a field holds when both sides have changed it since they last agreed. What only
 * one side has changed is taken over by the other, whoever owns the field.
 */
public enum FieldOwner {
    MALL,
    ERP,
    /** Whoever set it last, by the clocks of both. */
    NEWEST,
    /** A person decides each time; until then the mall keeps its value. */
    ASK
}
