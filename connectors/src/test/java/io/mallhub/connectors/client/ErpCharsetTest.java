package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.client.PlayedErp.Reply;
import io.mallhub.connectors.client.PlayedErp.Request;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fault rows 35 to 38 over both protocols: an ERP that reads bytes by its own charset gets what was
 * written, and what it sends is decoded, or reported for its record alone.
 */
final class ErpCharsetTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** In GBK, in GB18030 only, in one GBK and not in another, and beyond the first plane. */
    private static final String NAME = "阿莫西林·镕 㐀 € 𠮷 😀 \"<&>\\' 龴";

    private static final String HEAD =
            """
            id: acme
            title: Acme
            version: 1
            protocol: %s
            charset: %s
            timezone: Asia/Shanghai
            times: yyyy-MM-dd HH:mm:ss
            guarantee: { orders: neither, customers: probeable, stock: on-hand }
            """;

    @TempDir private Path folder;
    private PlayedErp erp;
    private String kept = "";

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
        "soap-1.1, xml, GBK",
        "soap-1.1, xml, GB2312",
        "soap-1.2, xml, GB18030",
        "soap-1.2, xml, UTF-8",
        "rest, xml, GBK",
        "rest, xml, UTF-8",
        "rest, json, GBK",
        "rest, json, GB2312",
        "rest, json, GB18030",
        "rest, json, UTF-8"
    })
    void aNameComesBackFromTheErpAsItWasSent(String protocol, String format, String charset) {
        boolean xml = format.equals("xml");
        erp.plays(xml ? this::keepingXml : request -> keepingJson(request, charset));
        ErpClient client = open(protocol, format, charset);

        client.createCustomer(customer(NAME));

        assertThat(kept).isEqualTo(NAME);
        assertThat(client.findCustomer("C-1", "")).map(ErpCustomer::name).hasValue(NAME);
        Request created = erp.requests.getFirst();
        assertThat(created.header("Content-Type")).endsWith("; charset=" + charset);
        assertThat(created.body())
                .as("the log shows what went out")
                .isEqualTo(erp.log.getFirst().request())
                .as("only what the charset lacks is escaped")
                .contains("阿莫西林");
    }

    /** It looks at no header, only at what the XML says of itself. */
    private Reply keepingXml(Request request) {
        Document asked = parsed(request.bytes());
        NodeList names = asked.getElementsByTagName("name");
        kept = names.getLength() == 0 ? kept : names.item(0).getTextContent();
        String name = kept.codePoints().mapToObj("&#%d;"::formatted).collect(Collectors.joining());
        return Reply.ok(
                inEnvelope(request, "<c><code>K1</code><name>%s</name></c>".formatted(name)));
    }

    /** It takes all bytes for its own charset. */
    private Reply keepingJson(Request request, String charset) {
        try {
            JsonNode asked =
                    JSON.readTree(PlayedErp.strictly(request.bytes(), Charset.forName(charset)));
            kept = asked.has("name") ? asked.get("name").asString() : kept;
        } catch (java.nio.charset.CharacterCodingException e) {
            return new Reply(400, e.toString(), Map.of());
        }
        String name = kept.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
        return Reply.ok("{\"code\":\"K1\",\"name\":\"%s\"}".formatted(name));
    }

    @Test
    void aFormCarriesWhatItsCharsetHasAndRefusesTheRestByName() {
        erp.plays(
                request -> {
                    kept = request.form().getOrDefault("name", kept);
                    return Reply.ok("{\"code\":\"K1\"}");
                });
        ErpClient client =
                erp.open(
                        Map.of(),
                        Clock.systemUTC(),
                        head("rest", "json", "GBK")
                                + """
                                auth: { kind: none }
                                operations:
                                  ping: { path: /ping }
                                  create-customer:
                                    path: /customers
                                    form: { name: "${name}" }
                                    map: { code: code }
                                """);

        client.createCustomer(customer("阿莫西林 a&b=c"));

        assertThat(kept).isEqualTo("阿莫西林 a&b=c");
        assertThat(erp.requests.getFirst().header("Content-Type"))
                .isEqualTo("application/x-www-form-urlencoded; charset=GBK");
        assertThatThrownBy(() -> client.createCustomer(customer("𠮷野药房")))
                .isInstanceOf(ErpFault.DataInvalid.class)
                .hasMessageContaining("'𠮷' (U+20BB7)")
                .hasMessageContaining("a form in GBK")
                .hasMessageContaining("name");
        assertThat(erp.requests).as("nothing was sent").hasSize(1);
    }

    @Test
    void aHeaderThatCannotCarryAValueIsRefusedByName() {
        ErpClient client =
                erp.open(
                        Map.of(),
                        Clock.systemUTC(),
                        head("rest", "json", "UTF-8")
                                + """
                                auth: { kind: none }
                                operations:
                                  ping: { path: /ping }
                                  create-customer:
                                    path: /customers
                                    request: create.json
                                    headers: { X-Name: "${name}" }
                                    map: { code: code }
                                """,
                        "create.json",
                        "{}");

        assertThatThrownBy(() -> client.createCustomer(customer("药房")))
                .isInstanceOf(ErpFault.DataInvalid.class)
                .hasMessageContaining("'药'")
                .hasMessageContaining("X-Name");
        assertThat(erp.requests).isEmpty();
    }

    /** The ERP digests the bytes it got. */
    @Test
    void whatIsSignedIsWhatIsSent() {
        erp.plays(
                request ->
                        md5(request.bytes()).equals(request.header("X-Sign"))
                                ? Reply.ok("{\"code\":\"K1\"}")
                                : Reply.status(401));
        ErpClient client =
                erp.open(
                        Map.of("secret", "geheim"),
                        Clock.systemUTC(),
                        head("rest", "json", "GBK")
                                + """
                                auth:
                                  kind: signed
                                  algorithm: md5
                                  secrets: []
                                  text: "${body}"
                                  headers: { X-Sign: "${signature}" }
                                operations:
                                  ping: { path: /ping }
                                  create-customer:
                                    path: /customers
                                    request: create.json
                                    map: { code: code }
                                """,
                        "create.json",
                        "{\"name\": \"${name}\"}");

        assertThat(client.createCustomer(customer(NAME)).code()).isEqualTo("K1");
    }

    /** The password stands in the log in none of the forms it is sent in. */
    @ParameterizedTest
    @CsvSource({"soap-1.1, xml", "rest, json"})
    void anEscapedPasswordIsMaskedToo(String protocol, String format) {
        erp.plays(request -> Reply.ok(inEnvelope(request, "{}")));
        boolean xml = format.equals("xml");
        ErpClient client =
                erp.open(
                        Map.of("password", "药&房𠮷1"),
                        Clock.systemUTC(),
                        head(protocol, format, "GBK")
                                + """
                                auth: { kind: session, secrets: [password], cookie: S,
                                        login: { request: login.txt } }
                                operations:
                                  ping: { request: ping.txt }
                                """,
                        "login.txt",
                        xml ? "<p>${password}</p>" : "{\"p\":\"${password}\"}",
                        "ping.txt",
                        xml ? "<p/>" : "{}");

        assertThatThrownBy(client::ping).isInstanceOf(ErpFault.DataInvalid.class);
        assertThat(erp.requests.getFirst().body()).contains(xml ? "&#134071;1" : "\\udfb71");
        assertThat(erp.log.getFirst().request()).contains(xml ? "<p>***</p>" : "{\"p\":\"***\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "soap-1.1, GBK, text/xml; charset=UTF-8",
        "soap-1.1, UTF-8, text/xml; charset=GBK",
        "rest, GBK, application/json; charset=UTF-8",
        "rest, GBK, text/plain; charset=ISO-8859-1",
        "rest, UTF-8, application/json; charset=GBK",
        "rest, GBK, ''"
    })
    void aReplyIsReadWhateverItsLabelSays(String protocol, String really, String label) {
        for (String defined : new String[] {"GBK", "UTF-8"}) {
            erp.plays(
                    request ->
                            products(request, "阿莫西林胶囊", "盐酸二甲双胍")
                                    .in(Charset.forName(really))
                                    .with("Content-Type", label));

            assertThat(read(protocol, defined).records())
                    .as(defined)
                    .extracting(ErpProduct::name)
                    .containsExactly("阿莫西林胶囊", "盐酸二甲双胍");
        }
    }

    @ParameterizedTest
    @CsvSource({"soap-1.1", "soap-1.2", "rest"})
    void aByteOrderMarkIsBelieved(String protocol) {
        for (Charset marked :
                new Charset[] {
                    StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE
                }) {
            erp.plays(
                    request -> {
                        Reply plain = products(request, "阿莫西林", "b");
                        return new Reply(200, "\uFEFF" + plain.body(), Map.of(), marked);
                    });

            assertThat(read(protocol, "GBK").records())
                    .as(marked.name())
                    .extracting(ErpProduct::name)
                    .containsExactly("阿莫西林", "b");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "soap-1.1, ^",
        "soap-1.1, &#x1F;",
        "soap-1.1, &#xD842;",
        "soap-1.1, &#1114112;",
        "rest, ^",
        "rest, \\u0001",
        "rest, \\ud842",
        "rest, \uFFFF"
    })
    void aControlCharacterOrHalfACharacterSpoilsItsRecordOnly(String protocol, String control) {
        String spoilt = "阿莫" + control.replace('^', '\u0001');
        erp.plays(request -> products(request, spoilt, "盐酸"));

        ErpPage<ErpProduct> page = read(protocol, "GBK");

        assertThat(page.records()).extracting(ErpProduct::name).containsExactly("盐酸");
        assertThat(page.bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).contains("name"));
    }

    @ParameterizedTest
    @CsvSource({
        "soap-1.1, &#134071;野&#x20AC;",
        "soap-1.1, &#55362;&#xDFB7;野€",
        "rest, \\ud842\\udfb7野\\u20ac"
    })
    void whatTheErpEscapesIsReadToo(String protocol, String escaped) {
        erp.plays(request -> products(request, escaped, "b").in(GBK));

        assertThat(read(protocol, "GBK").records().getFirst().name()).isEqualTo("𠮷野€");
    }

    // ── fixtures ──

    private ErpPage<ErpProduct> read(String protocol, String charset) {
        boolean xml = !protocol.equals("rest");
        return erp.open(
                        Map.of(),
                        Clock.systemUTC(),
                        head(protocol, xml ? "xml" : "json", charset)
                                + """
                                auth: { kind: none }
                                operations:
                                  ping: { request: ping.txt }
                                  list-products:
                                    request: ping.txt
                                    records: %s
                                    paging: { kind: none }
                                    map: { code: "no", name: name, vatRate: tax, changedAt: at }
                                """
                                        .formatted(xml ? "//good" : "goods"),
                        "ping.txt",
                        xml ? "<p/>" : "{}")
                .products(Cursor.START, 10);
    }

    private static String head(String protocol, String format, String charset) {
        String head = HEAD.formatted(protocol, charset);
        return protocol.equals("rest") ? head + "format: " + format + "\n" : head;
    }

    private static Reply products(Request request, String first, String second) {
        boolean xml = request.body().contains("Envelope");
        String row =
                xml
                        ? "<good><no>A</no><name>%s</name><tax>0.13</tax><at>2026-11-24 16:00:00</at></good>"
                        : "{\"no\":\"A\",\"name\":\"%s\",\"tax\":\"0.13\",\"at\":\"2026-11-24 16:00:00\"}";
        return Reply.ok(
                xml
                        ? inEnvelope(request, row.formatted(first) + row.formatted(second))
                        : "{\"goods\":["
                                + row.formatted(first)
                                + ","
                                + row.formatted(second)
                                + "]}");
    }

    private static String inEnvelope(Request request, String body) {
        if (!request.body().contains("Envelope")) {
            return body;
        }
        String namespace =
                request.body().contains("2003/05")
                        ? "http://www.w3.org/2003/05/soap-envelope"
                        : "http://schemas.xmlsoap.org/soap/envelope/";
        return "<e:Envelope xmlns:e='%s'><e:Body>%s</e:Body></e:Envelope>"
                .formatted(namespace, body);
    }

    private ErpClient open(String protocol, String format, String charset) {
        boolean xml = format.equals("xml");
        return erp.open(
                Map.of(),
                Clock.systemUTC(),
                head(protocol, format, charset)
                        + """
                        auth: { kind: none }
                        operations:
                          ping: { request: find.txt }
                          create-customer:
                            request: create.txt
                            map: { code: %1$scode }
                          find-customer-by-reference:
                            request: find.txt
                            records: %2$s
                            map: { code: code, name: name }
                        """
                                .formatted(xml ? "//" : "", xml ? "//c" : "$"),
                "create.txt",
                xml ? "<m><name>${name}</name></m>" : "{\"name\": \"${name}\"}",
                "find.txt",
                xml ? "<find/>" : "{}");
    }

    private static ErpCustomer customer(String name) {
        return new ErpCustomer("", "C-1", name, "", "", "", "", "", true, null);
    }

    private static Document parsed(byte[] xml) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml));
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
