package io.mallhub.connectors.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request, ready to go.
 *
 * @param body empty for none
 * @param timeout of the whole call, reply body included
 */
public record HttpCall(
        String method, URI url, Map<String, String> headers, byte[] body, Duration timeout) {
    public HttpCall {
        headers = Map.copyOf(headers);
    }
}
