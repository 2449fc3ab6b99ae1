package io.mallhub.connectors.transport;

import java.net.http.HttpHeaders;

/** How a call ended, sorted by what is sure about it. */
public sealed interface HttpOutcome {
    /** A whole reply, whatever its status. */
    record Replied(int status, HttpHeaders headers, byte[] body) implements HttpOutcome {}

    /** Surely never reached the other side: refused host, no address, no connection. */
    record NotSent(String reason, Throwable cause) implements HttpOutcome {}

    /**
     * It may have arrived, but no whole reply came back in time.
     *
     * @param status 0 when not even a status line came
     * @param partial what came of the body
     */
    record Lost(String reason, Throwable cause, int status, byte[] partial)
            implements HttpOutcome {}
}
