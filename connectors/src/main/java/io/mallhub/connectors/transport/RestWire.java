package io.mallhub.connectors.transport;

import java.nio.charset.Charset;
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
        if (request.form()) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        } else if (!request.body().isEmpty()) {
            Charset charset = encoding.charset();
            headers.put("Content-Type", contentType + "; charset=" + charset.name());
        }
        HttpCall call =
                new HttpCall(
                        request.method(),
                        request.url(),
                        headers,
                        encoding.encode(request.body()),
                        request.timeout());
        return new Sent(request.body(), transport.send(call));
    }
}
