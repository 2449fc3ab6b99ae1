package io.mallhub.binding;

/** Which way an entity flows over a connection. */
public enum Depth {
    OFF,
    IN,
    OUT,
    BOTH;

    public boolean in() {
        return this == IN || this == BOTH;
    }

    public boolean out() {
        return this == OUT || this == BOTH;
    }
}
