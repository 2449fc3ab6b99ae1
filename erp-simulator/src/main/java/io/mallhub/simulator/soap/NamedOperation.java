package io.mallhub.simulator.soap;

/** An operation given as a name and a function. */
record NamedOperation(String name, Answer function) implements SoapOperation {

    /** Answers a call. */
    @FunctionalInterface
    interface Answer {
        SoapReply to(SoapCall call);
    }

    @Override
    public SoapReply answer(SoapCall call) {
        return function.to(call);
    }
}
