package io.mallhub.connectors.transport;

import io.mallhub.connectors.mapping.BodyEncoding;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plain HTTP with a JSON or XML body. */
public final class RestWire implements Wire {
    private final HttpTransport transport;
    private final String contentType;
    private final BodyEncoding encoding;

    public RestWire(HttpTransport transport, String contentType, BodyEncoding encoding) {
        this.transport = transport;
        this.contentType = contentType;
        this.encoding = encoding;
    }

    @Override
    public Sent send(Request request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.put("Accept", contentType);
        String body = request.form() ? request.body() : encoding.text(request.body());
        String charset = "; charset=" + encoding.charset();
        if (request.form()) {
            // UTF-8 is what a form is in if nothing is said.
            boolean usual = encoding.charset().equals(StandardCharsets.UTF_8);
            headers.putIfAbsent(
                    "Content-Type", "application/x-www-form-urlencoded" + (usual ? "" : charset));
        } else if (!body.isEmpty()) {
            headers.put("Content-Type", contentType + charset);
        }
        HttpCall call =
                new HttpCall(
                        request.method(),
                        request.url(),
                        headers,
                        body.getBytes(encoding.charset()),
                        request.timeout());
        return new Sent(body, transport.send(call));
    }
}
