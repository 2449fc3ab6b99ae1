package io.mallhub.recall;

/** CLOSED ends the work on a recall, not the lock of its batch. */
public enum RecallState {
    OPEN,
    CLOSED
}
