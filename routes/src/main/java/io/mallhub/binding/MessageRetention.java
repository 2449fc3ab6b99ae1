package io.mallhub.binding;

/** Messages are kept for a time that is set for each kind. */
public interface MessageRetention {
    /** Deletes what has had its time; returns how many. Safe on several nodes at once. */
    int prune();
}
