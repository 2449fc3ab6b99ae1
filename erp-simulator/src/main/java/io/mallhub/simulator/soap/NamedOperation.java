package io.mallhub.simulator.soap;

import javax.xml.stream.XMLStreamException;

/** An operation given as a name and a function. */
record NamedOperation(String name, Answer function) implements SoapOperation {

    /** Answers a call. */
    @FunctionalInterface
    interface Answer {
        SoapReply to(SoapCall call) throws XMLStreamException;
    }

    @Override
    public SoapReply answer(SoapCall call) throws XMLStreamException {
        return function.to(call);
    }
}
