package io.mallhub.binding;

/** What another definition would make of replies that came already. Nothing is sent. */
public interface Rehearsals {
    int MOST_MESSAGES = 500;

    /**
     * @param messages how many of the last to read, at most {@link #MOST_MESSAGES}
     * @throws IllegalArgumentException when there is no such connection or definition
     */
    Rehearsal rehearse(String connection, String candidate, int messages);
}
