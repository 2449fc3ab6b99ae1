package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.canonical.ErpStock;
import io.mallhub.connectors.client.PlayedErp.Reply;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The ways of SOAP ERPs that a definition must cope with, each before a server that has them. */
final class SoapErpsTest {
    private static final String SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final String HEAD =
            """
            id: acme
            title: Acme
            version: 1
            protocol: %s
            timezone: Asia/Shanghai
            times: yyyy-MM-dd HH:mm:ss
            guarantee: { orders: probeable, customers: neither, stock: on-hand }
            """;
    private static final String PRODUCTS =
            """
            operations:
              ping: { request: ping.xml }
              list-products:
                action: urn:list
                request: list.xml
                records: %s
                paging: { kind: none }
                map: { code: %s, vatRate: %s, changedAt: %s }
            """;
    private static final String ROW =
            "<%1$s><no>A</no><tax>0.13</tax><at>2026-11-24 16:00:00</at></%1$s>";

    @TempDir private Path folder;
    private PlayedErp erp;

    @BeforeEach
    void start() {
        erp = new PlayedErp(folder);
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    @ParameterizedTest
    @CsvSource({
        "soap-1.1, " + SOAP11 + ", text/xml",
        "soap-1.2, " + SOAP12 + ", application/soap+xml"
    })
    void bothVersionsAreSpokenWithTheirEnvelopeAndContentType(
            String version, String envelope, String type) {
        erp.plays(
                request -> {
                    Element root = xml(request.body()).getDocumentElement();
                    String content = request.header("Content-Type");
                    String action =
                            version.equals("soap-1.1") ? request.header("SOAPAction") : content;
                    return root.getNamespaceURI().equals(envelope)
                                    && content.startsWith(type)
                                    && action.contains("urn:list")
                            ? soap(envelope, ROW.formatted("good"))
                            : Reply.status(415);
                });

        assertThat(products(open(version, "<q xmlns='urn:x'/>", "//good", "no", "tax", "at")))
                .containsExactly("A");
    }

    @Test
    void aDocumentMayBeWrappedInItsOperation() {
        erp.plays(
                request ->
                        name(first(body(request.body()))).equals("{urn:x}ListGoods")
                                        && name(first(first(body(request.body()))))
                                                .equals("{urn:x}since")
                                ? soap11(
                                        "<ListGoodsResponse xmlns='urn:x'>%s</ListGoodsResponse>"
                                                .formatted(ROW.formatted("good")))
                                : Reply.status(500));

        assertThat(
                        products(
                                open(
                                        "soap-1.1",
                                        "<ListGoods xmlns='urn:x'><since>${since}</since></ListGoods>",
                                        "//good",
                                        "no",
                                        "tax",
                                        "at")))
                .containsExactly("A");
    }

    /** Several parts, none of them an operation. */
    @Test
    void aDocumentMayBeBare() {
        erp.plays(
                request -> {
                    Element body = body(request.body());
                    return name(first(body)).equals("{urn:a}head")
                                    && name(next(first(body))).equals("{urn:b}query")
                            ? soap11(ROW.formatted("good"))
                            : Reply.status(500);
                });

        assertThat(
                        products(
                                open(
                                        "soap-1.1",
                                        "<head xmlns='urn:a'>1</head><query xmlns='urn:b'/>",
                                        "//good",
                                        "no",
                                        "tax",
                                        "at")))
                .containsExactly("A");
    }

    /** The operation in its namespace, the parts in none. */
    @Test
    void callsMayBeRpcLiteral() {
        erp.plays(
                request -> {
                    Element call = first(body(request.body()));
                    return name(call).equals("{urn:rpc}getGoods")
                                    && name(first(call)).equals("since")
                            ? soap11(
                                    "<n:getGoodsResponse xmlns:n='urn:rpc'><return>%s</return></n:getGoodsResponse>"
                                            .formatted(ROW.formatted("item")))
                            : Reply.status(500);
                });

        assertThat(
                        products(
                                open(
                                        "soap-1.1",
                                        "<n:getGoods xmlns:n='urn:rpc'><since>${since}</since></n:getGoods>",
                                        "//return/item",
                                        "no",
                                        "tax",
                                        "at")))
                .containsExactly("A");
    }

    /** One name for two operations that differ in their parts. */
    @Test
    void operationsMayBeOverloaded() {
        erp.plays(
                request -> {
                    Element call = first(body(request.body()));
                    return soap11(
                            name(first(call)).equals("reference")
                                    ? "<c><id>BY-REFERENCE</id></c>"
                                    : "<c><id>BY-USCC</id></c>");
                });
        ErpClient client =
                erp.open(
                        Map.of(),
                        Clock.systemUTC(),
                        HEAD.formatted("soap-1.1")
                                + """
                                auth: { kind: none }
                                operations:
                                  ping: { request: ping.xml }
                                  find-customer-by-reference:
                                    request: a.xml
                                    records: //c[id = 'BY-USCC']
                                    map: { code: id }
                                  find-customer-by-uscc:
                                    request: b.xml
                                    records: //c
                                    map: { code: id }
                                """,
                        "ping.xml",
                        "<n:ping xmlns:n='urn:x'/>",
                        "a.xml",
                        "<n:find xmlns:n='urn:x'><reference>${reference}</reference></n:find>",
                        "b.xml",
                        "<n:find xmlns:n='urn:x'><uscc>${uscc}</uscc></n:find>");

        assertThat(client.findCustomer("C-1", "91350100M000100Y43"))
                .map(ErpCustomer::code)
                .hasValue("BY-USCC");
        assertThat(erp.requests).hasSize(2);
    }

    @Test
    void aSessionMayTravelInTheHeaderOfTheEnvelope() {
        erp.plays(
                request -> {
                    Document document = xml(request.body());
                    if (name(first(body(request.body()))).equals("{urn:x}login")) {
                        return soap11("<sid>S-77</sid>");
                    }
                    Node header = document.getElementsByTagNameNS("urn:x", "SessionId").item(0);
                    return header != null
                                    && header.getTextContent().equals("S-77")
                                    && header.getParentNode().getLocalName().equals("Header")
                            ? soap11("<ok/>")
                            : fault("no session");
                });

        erp.open(
                        Map.of("password", "p"),
                        Clock.systemUTC(),
                        HEAD.formatted("soap-1.1")
                                + """
                                auth:
                                  kind: session
                                  secrets: [password]
                                  login: { request: login.xml }
                                  token: //sid
                                operations:
                                  ping: { request: ping.xml }
                                """,
                        "login.xml",
                        "<login xmlns='urn:x'>${password}</login>",
                        "ping.xml",
                        """
                        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
                          <s:Header><SessionId xmlns="urn:x">${session}</SessionId></s:Header>
                          <s:Body><ping xmlns="urn:x"/></s:Body>
                        </s:Envelope>
                        """)
                .ping();
    }

    @Test
    void xmlMayStandInAStringOfTheReply() {
        erp.plays(
                request ->
                        soap11(
                                "<r><data>%s</data></r>"
                                        .formatted(
                                                "&lt;?xml version=\"1.0\" encoding=\"GBK\"?&gt;&lt;goods&gt;"
                                                        + ROW.formatted("good").replace("<", "&lt;")
                                                        + "&lt;/goods&gt;")));

        assertThat(
                        products(
                                open(
                                        "soap-1.1",
                                        "<q xmlns='urn:x'/>",
                                        "m:xml(//data)//good",
                                        "no",
                                        "tax",
                                        "at")))
                .containsExactly("A");
    }

    @Test
    void xmlInAStringMayHoldNoEntitiesOfItsOwn() {
        erp.plays(
                request ->
                        soap11(
                                "<data>&lt;!DOCTYPE a [&lt;!ENTITY x SYSTEM \"file:///etc/passwd\"&gt;]&gt;&lt;a&gt;&amp;x;&lt;/a&gt;</data>"));

        assertThatThrownBy(
                        () ->
                                products(
                                        open(
                                                "soap-1.1",
                                                "<q xmlns='urn:x'/>",
                                                "m:xml(//data)//good",
                                                "no",
                                                "tax",
                                                "at")))
                .isInstanceOf(ErpFault.DataInvalid.class)
                .hasMessageContaining("DOCTYPE");
        assertThatThrownBy(
                        () ->
                                open(
                                        "soap-1.1",
                                        "<q xmlns='urn:x'/>",
                                        "parse-xml(//data)//good",
                                        "no",
                                        "tax",
                                        "at"))
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessageContaining("m:xml");
    }

    /** One operation for everything; request and reply are JSON inside a string. */
    @Test
    void requestsAndRepliesMayBeJsonInsideTheEnvelope() {
        erp.plays(
                request -> {
                    Element invoke = first(body(request.body()));
                    String asked = invoke.getTextContent();
                    return name(invoke).equals("{urn:x}invoke")
                                    && asked.contains("\"since\":\"\"")
                                    && asked.contains("\"note\":\"a \\\"b\\\" <c>\"")
                            ? soap11(
                                    "<invokeResult>{\"ok\":true,\"rows\":[{\"no\":\"A\",\"tax\":\"0.13\",\"at\":\"2026-11-24 16:00:00\"}]}</invokeResult>")
                            : soap11(
                                    "<invokeResult>{\"ok\":false,\"why\":\"bad request\"}</invokeResult>");
                });

        ErpClient client =
                erp.open(
                        Map.of(),
                        Clock.systemUTC(),
                        HEAD.formatted("soap-1.1")
                                + """
                                auth: { kind: none }
                                inside: { envelope: envelope.xml, at: //invokeResult, format: json }
                                success-when: ok
                                failure: { when: ok = false, words: why }
                                operations:
                                  ping: { request: ping.json }
                                  list-products:
                                    request: list.json
                                    records: rows
                                    paging: { kind: none }
                                    map: { code: "no", vatRate: tax, changedAt: at }
                                """,
                        "envelope.xml",
                        "<invoke xmlns='urn:x'>${content}</invoke>",
                        "list.json",
                        "{\"since\":\"${since}\",\"note\":\"a \\\"b\\\" <c>\"}",
                        "ping.json",
                        "{}");

        assertThat(products(client)).containsExactly("A");
        assertThatThrownBy(client::ping)
                .isInstanceOf(ErpFault.Rejected.class)
                .hasMessageContaining("bad request");
    }

    /** A namespace that is no address, and a reply in another than its WSDL says. */
    @Test
    void namespacesMayBeBareWordsAndRepliesInOthers() {
        erp.plays(
                request ->
                        name(first(body(request.body()))).equals("{erp}list")
                                ? soap11(
                                        "<x:r xmlns:x='somewhere else'>%s</x:r>"
                                                .formatted(
                                                        "<x:good><x:no>A</x:no><x:tax>0.13</x:tax><x:at>2026-11-24 16:00:00</x:at></x:good>"))
                                : Reply.status(500));

        assertThat(products(open("soap-1.1", "<list xmlns='erp'/>", "//good", "no", "tax", "at")))
                .containsExactly("A");
    }

    /** Encoded by the rules of SOAP 1.1 §5: types on every value, objects by reference. */
    @Test
    void callsMayBeRpcEncodedWithObjectsByReference() {
        erp.plays(
                request -> {
                    Element call = first(body(request.body()));
                    boolean encoded =
                            call.getAttributeNS(SOAP11, "encodingStyle")
                                    .equals("http://schemas.xmlsoap.org/soap/encoding/");
                    boolean typed =
                            first(call)
                                    .getAttributeNS(
                                            "http://www.w3.org/2001/XMLSchema-instance", "type")
                                    .equals("xsd:string");
                    return encoded && typed
                            ? soap11(
                                    """
                                    <ns1:getStockResponse xmlns:ns1="urn:depot">
                                      <getStockReturn soapenc:arrayType="ns1:Row[2]" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/">
                                        <item href="#id0"/><item href="#id1"/>
                                      </getStockReturn>
                                    </ns1:getStockResponse>
                                    <multiRef id="id1"><no>B</no><qty>7</qty><at>2026-11-24 16:00:01</at></multiRef>
                                    <multiRef id="id0"><no>A</no><qty>5</qty><at>2026-11-24 16:00:00</at></multiRef>
                                    """)
                            : fault("no serializer");
                });
        ErpClient client =
                erp.open(
                        Map.of(),
                        Clock.systemUTC(),
                        HEAD.formatted("soap-1.1")
                                + """
                                auth: { kind: none }
                                operations:
                                  ping: { request: ping.xml }
                                  list-stock:
                                    request: stock.xml
                                    records: for $h in //getStockReturn/item/@href return //multiRef[@id = substring($h, 2)]
                                    paging: { kind: none }
                                    place: { changedAt: at, key: "no" }
                                    map: { productCode: "no", asOf: at, total: qty }
                                """,
                        "ping.xml",
                        "<d:ping xmlns:d='urn:depot'/>",
                        "stock.xml",
                        """
                        <d:getStock xmlns:d="urn:depot" xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
                            s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"
                            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
                          <since xsi:type="xsd:string">${since}</since>
                        </d:getStock>
                        """);

        assertThat(client.stock(Cursor.START, 10).records())
                .extracting(ErpStock::productCode)
                .containsExactly("A", "B");
    }

    @Test
    void codesAreLookedUpInTheirTableAndAnUnknownOneSpoilsItsRecordOnly() {
        erp.plays(
                request ->
                        soap11(
                                ROW.formatted("good").replace("0.13", "T13")
                                        + ROW.formatted("good")
                                                .replace("0.13", "T99")
                                                .replace(">A<", ">B<")));

        var page =
                erp.open(
                                Map.of(),
                                Clock.systemUTC(),
                                HEAD.formatted("soap-1.1")
                                        + "auth: { kind: none }\ncodes: { tax: { T13: \"0.13\" } }\n"
                                        + PRODUCTS.formatted(
                                                "//good", "\"no\"", "\"m:code(tax, 'tax')\"", "at"),
                                "ping.xml",
                                "<ping/>",
                                "list.xml",
                                "<q xmlns='urn:x'/>")
                        .products(Cursor.START, 10);

        assertThat(page.records()).extracting(ErpProduct::code).containsExactly("A");
        assertThat(page.bad())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.key()).isEqualTo("B");
                            assertThat(it.reason()).contains("vatRate").contains("T99");
                        });
    }

    /** No WSDL is read, so it can't lead anywhere: not in a circle, not outside, not to a file. */
    @Test
    void importsOfTheWsdlAreNeitherFetchedNorInTheWay() {
        erp.plays(request -> soap11(ROW.formatted("good")));
        String wsdl =
                """
                <!DOCTYPE d [<!ENTITY x SYSTEM "%1$s/entity">]>
                <definitions xmlns="http://schemas.xmlsoap.org/wsdl/">
                  <import namespace="urn:b" location="%2$s"/>
                  <import namespace="urn:out" location="%1$s/outside.wsdl"/>
                  <types><schema xmlns="http://www.w3.org/2001/XMLSchema">
                    <import schemaLocation="%1$s/outside.xsd"/>
                    <include schemaLocation="file:///etc/passwd"/>
                  </schema></types>
                </definitions>
                """;

        ErpClient client =
                erp.open(
                        Map.of(),
                        Clock.systemUTC(),
                        HEAD.formatted("soap-1.1")
                                + "wsdl: a.wsdl\nauth: { kind: none }\n"
                                + PRODUCTS.formatted("//good", "\"no\"", "tax", "at"),
                        "ping.xml",
                        "<ping/>",
                        "list.xml",
                        "<q xmlns='urn:x'/>",
                        "a.wsdl",
                        wsdl.formatted(erp.address(), "b.wsdl"),
                        "b.wsdl",
                        wsdl.formatted(erp.address(), "a.wsdl"));

        assertThat(products(client)).containsExactly("A");
        assertThat(erp.asked()).containsExactly("POST /");
    }

    private ErpClient open(
            String version, String request, String records, String no, String tax, String at) {
        return erp.open(
                Map.of(),
                Clock.systemUTC(),
                HEAD.formatted(version)
                        + "auth: { kind: none }\n"
                        + PRODUCTS.formatted(records, '"' + no + '"', tax, at),
                "ping.xml",
                "<ping/>",
                "list.xml",
                request.replace("${since}", "${#since}${since}${/since}"));
    }

    private static List<String> products(ErpClient client) {
        return client.products(Cursor.START, 10).records().stream().map(ErpProduct::code).toList();
    }

    private static Reply soap11(String body) {
        return soap(SOAP11, body);
    }

    private static Reply soap(String envelope, String body) {
        return Reply.ok(
                "<s:Envelope xmlns:s='%s'><s:Body>%s</s:Body></s:Envelope>"
                        .formatted(envelope, body));
    }

    private static Reply fault(String words) {
        return new Reply(
                500,
                "<s:Envelope xmlns:s='%s'><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>%s</faultstring></s:Fault></s:Body></s:Envelope>"
                        .formatted(SOAP11, words),
                Map.of());
    }

    private static Document xml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (Exception e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Element body(String envelope) {
        return (Element)
                xml(envelope).getDocumentElement().getElementsByTagNameNS("*", "Body").item(0);
    }

    private static Element first(Element parent) {
        Node child = parent.getFirstChild();
        while (!(child instanceof Element)) {
            child = child.getNextSibling();
        }
        return (Element) child;
    }

    private static Element next(Element element) {
        Node sibling = element.getNextSibling();
        while (!(sibling instanceof Element)) {
            sibling = sibling.getNextSibling();
        }
        return (Element) sibling;
    }

    private static String name(Element element) {
        return element.getNamespaceURI() == null
                ? element.getLocalName()
                : "{" + element.getNamespaceURI() + "}" + element.getLocalName();
    }
}
