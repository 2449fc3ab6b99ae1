package io.mallhub.simulator.kernel;

/** The two ways in. */
public enum Protocol {
    SOAP,
    REST
}
