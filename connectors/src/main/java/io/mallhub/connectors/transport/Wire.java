package io.mallhub.connectors.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Puts a request into the form of its protocol and sends it. Thread-safe. */
public interface Wire {
    Sent send(Request request);

    /**
     * @param action SOAPAction; empty for REST
     * @param body empty for none
     * @param form whether the body is a form, already encoded
     */
    record Request(
            String method,
            URI url,
            String action,
            Map<String, String> headers,
            String body,
            boolean form,
            Duration timeout) {}

    /**
     * @param body as it really went out
     */
    record Sent(String body, HttpOutcome outcome) {}
}
