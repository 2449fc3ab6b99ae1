package io.mallhub.gateway.internal;

import org.jspecify.annotations.Nullable;

/** What is known of a call by its end, for the message log. */
public final class CallNote {
    private @Nullable Caller caller;
    private String operation = "";
    private @Nullable String fault;

    public void by(Caller who) {
        caller = who;
    }

    public void about(String what) {
        operation = what;
    }

    public void failed(String why) {
        fault = why;
    }

    @Nullable Caller caller() {
        return caller;
    }

    String operation() {
        return operation;
    }

    @Nullable String fault() {
        return fault;
    }
}
