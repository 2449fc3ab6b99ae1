package io.mallhub.connectors.soap;

import io.mallhub.connectors.mapping.BodyEncoding;
import io.mallhub.connectors.transport.HttpCall;
import io.mallhub.connectors.transport.HttpTransport;
import io.mallhub.connectors.transport.Wire;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.ws.addressing.EndpointReferenceType;

/**
 * CXF's way out, over the one guarded transport. CXF writes UTF-8, and this puts it into the ERP's
 * charset, as all other bodies. The reply stays with the {@link Exchange} as bytes: its charset
 * label can't be trusted, and CXF's tree of a page costs more than its whole mapping.
 */
final class TransportConduit extends AbstractConduit {
    /** Name under which CXF hands the call's state through. */
    static final String EXCHANGE = Exchange.class.getName();

    private static final Logger LOG = LogUtils.getL7dLogger(TransportConduit.class);
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=[^;]*");

    private final HttpTransport transport;
    private final BodyEncoding encoding;

    TransportConduit(EndpointReferenceType target, HttpTransport transport, BodyEncoding encoding) {
        super(target);
        this.transport = transport;
        this.encoding = encoding;
    }

    @Override
    public void prepare(Message message) {
        message.setContent(OutputStream.class, new ByteArrayOutputStream());
    }

    @Override
    public void close(Message message) {
        if (!(message.getContent(OutputStream.class) instanceof ByteArrayOutputStream envelope)) {
            throw new IllegalStateException("an interceptor has taken the envelope's stream");
        }
        Exchange exchange = (Exchange) message.getContextualProperty(EXCHANGE);
        Wire.Request request = exchange.request;
        String body = encoding.text(envelope.toString(StandardCharsets.UTF_8));
        HttpCall call =
                new HttpCall(
                        "POST",
                        request.url(),
                        headers(message, request),
                        body.getBytes(encoding.charset()),
                        request.timeout());
        exchange.sent = new Wire.Sent(body, transport.send(call));
    }

    private Map<String, String> headers(Message message, Wire.Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        @SuppressWarnings("unchecked")
        Map<String, List<String>> given =
                (Map<String, List<String>>) message.get(Message.PROTOCOL_HEADERS);
        if (given != null) {
            given.forEach((name, values) -> headers.put(name, String.join(", ", values)));
        }
        String type =
                CHARSET.matcher(String.valueOf(message.get(Message.CONTENT_TYPE))).replaceAll("");
        headers.put("Content-Type", type + "; charset=" + encoding.charset());
        headers.putAll(request.headers());
        return headers;
    }

    @Override
    protected Logger getLogger() {
        return LOG;
    }

    /** One call on its way through CXF, used by one thread. */
    static final class Exchange {
        final Wire.Request request;
        Wire.@org.jspecify.annotations.Nullable Sent sent;

        Exchange(Wire.Request request) {
            this.request = request;
        }
    }
}
