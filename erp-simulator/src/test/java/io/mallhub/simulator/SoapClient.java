package io.mallhub.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Posts hand-written envelopes, so that the tests hold the contract and not a generated client. */
record SoapClient(URI address, String user, String password) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String ENVELOPE =
            """
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
              <soapenv:Header>%s</soapenv:Header><soapenv:Body>%s</soapenv:Body>
            </soapenv:Envelope>
            """;
    private static final String TOKEN =
            """
            <wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">
              <wsse:UsernameToken><wsse:Username>%s</wsse:Username>%s</wsse:UsernameToken>
            </wsse:Security>
            """;

    SoapClient(URI address) {
        this(address, "interface", "ht2005-demo");
    }

    /** The body's text, as it came. */
    HttpResponse<String> post(String payload) throws IOException, InterruptedException {
        return send(
                ENVELOPE.formatted(
                        TOKEN.formatted(user, "<wsse:Password>" + password + "</wsse:Password>"),
                        payload));
    }

    HttpResponse<String> withPasswordElement(String passwordElement, String payload)
            throws IOException, InterruptedException {
        return send(ENVELOPE.formatted(TOKEN.formatted(user, passwordElement), payload));
    }

    HttpResponse<String> send(String envelope) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/ws/HT2005"))
                        .header("Content-Type", "text/xml; charset=UTF-8")
                        .header("SOAPAction", "\"\"")
                        .POST(HttpRequest.BodyPublishers.ofString(envelope))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The reply element of a call that HTTP says went well. */
    Reply call(String payload) throws Exception {
        HttpResponse<String> response = post(payload);
        if (response.statusCode() != 200) {
            throw new AssertionError("HTTP " + response.statusCode() + ": " + response.body());
        }
        return Reply.parse(response.body());
    }

    /** An element of a reply. */
    record Reply(Element element) {

        static Reply parse(String envelope) throws Exception {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Element root =
                    factory.newDocumentBuilder()
                            .parse(
                                    new ByteArrayInputStream(
                                            envelope.getBytes(StandardCharsets.UTF_8)))
                            .getDocumentElement();
            return new Reply(root).all("Body").getFirst().children().getFirst();
        }

        List<Reply> all(String name) {
            return list(element.getElementsByTagNameNS("*", name));
        }

        List<Reply> children() {
            return list(element.getChildNodes());
        }

        /** Text of a direct child. */
        String text(String name) {
            return children().stream()
                    .filter(child -> child.element.getLocalName().equals(name))
                    .map(child -> child.element.getTextContent())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name));
        }

        private static List<Reply> list(NodeList nodes) {
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(nodes::item)
                    .filter(Element.class::isInstance)
                    .map(node -> new Reply((Element) node))
                    .toList();
        }
    }
}
