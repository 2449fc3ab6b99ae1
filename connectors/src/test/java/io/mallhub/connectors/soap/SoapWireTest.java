package io.mallhub.connectors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mallhub.connectors.mapping.BodyEncoding;
import io.mallhub.connectors.mapping.Charsets;
import io.mallhub.connectors.transport.HostGuard;
import io.mallhub.connectors.transport.HttpTransport;
import io.mallhub.connectors.transport.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class SoapWireTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final AtomicReference<byte @Nullable []> received = new AtomicReference<>();
    private final Bus bus = BusFactory.newInstance().createBus();
    private HttpServer erp;

    @BeforeEach
    void anErp() throws IOException {
        erp = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        erp.createContext(
                "/",
                call -> {
                    received.set(call.getRequestBody().readAllBytes());
                    call.sendResponseHeaders(200, -1);
                    call.close();
                });
        erp.start();
    }

    @AfterEach
    void stop() {
        erp.stop(0);
        bus.shutdown(true);
    }

    @ParameterizedTest
    @CsvSource({
        "false, http://schemas.xmlsoap.org/soap/envelope/, ''",
        "false, http://schemas.xmlsoap.org/soap/envelope/, <e:Header><t:who>甲</t:who></e:Header>",
        "true, http://www.w3.org/2003/05/soap-envelope, ''",
        "true, http://www.w3.org/2003/05/soap-envelope, <e:Header><t:who>甲</t:who></e:Header>",
    })
    void anEnvelopeGoesOutAsItWasWritten(boolean soap12, String namespace, String header)
            throws Exception {
        // given: prefixes that are declared outside of where a value names them
        String body =
                "<e:Body><t:ask xmlns=\"urn:other\"><since xsi:type=\"xsd:string\">2026 &lt; 2027"
                        + " &amp; 药</since> <empty/></t:ask></e:Body>";
        String envelope =
                "<e:Envelope xmlns:e=\""
                        + namespace
                        + "\" xmlns:t=\"urn:erp\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                        + header
                        + body
                        + "</e:Envelope>";
        URI address = URI.create("http://127.0.0.1:" + erp.getAddress().getPort() + "/");

        // when
        Wire.Sent sent;
        try (HttpTransport transport =
                new HttpTransport(new HostGuard(Set.of("127.0.0.1")), TIMEOUT, 1_000)) {
            sent =
                    new SoapWire(
                                    bus,
                                    soap12,
                                    address,
                                    BodyEncoding.xml(Charsets.named("UTF-8")),
                                    transport,
                                    SoapWire.Security.NONE)
                            .send(
                                    new Wire.Request(
                                            "POST",
                                            address,
                                            "urn:erp/ask",
                                            Map.of(),
                                            envelope,
                                            false,
                                            TIMEOUT));
        }

        // then
        assertThat(new String(received(), StandardCharsets.UTF_8)).isEqualTo(sent.body());
        Element came = root(received());
        Element written = root(envelope.getBytes(StandardCharsets.UTF_8));
        if (header.isEmpty() && came.getFirstChild().getLocalName().equals("Header")) {
            assertThat(came.getFirstChild().getFirstChild()).isNull();
            came.removeChild(came.getFirstChild());
        }
        assertThat(came.isEqualNode(written)).as(sent.body()).isTrue();
    }

    private byte[] received() {
        return Objects.requireNonNull(received.get());
    }

    private static Element root(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }
}
