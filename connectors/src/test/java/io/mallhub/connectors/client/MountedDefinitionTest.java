package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.UploadedDefinitions;
import io.mallhub.connectors.canonical.ErpStock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An ERP nobody has seen, connected by files in a folder: session login, pages, local times. */
final class MountedDefinitionTest {
    private static final String YAML =
            """
            id: acme
            title: Acme
            version: 3
            protocol: rest
            timezone: Asia/Shanghai
            times: yyyy/MM/dd HH:mm:ss
            auth:
              kind: session
              secrets: [username, password]
              login: { path: /login, request: login.json }
              token: sid
              header: X-Session
            guarantee: { orders: neither, customers: neither, stock: on-hand }
            success-when: ok
            failure:
              when: ok = false
              words: why
              kinds:
                - { words: "session", is: session-expired }
            operations:
              list-stock:
                path: /stock
                query: { page: "${page}", size: "${limit}", from: "${since}" }
                records: items
                paging: { kind: page, largest: 2 }
                place: { changedAt: at, key: id }
                map:
                  productCode: id
                  asOf: at
                  total: $number(qty)
              ping: { path: /ping }
            """;
    private static final String LOGIN = "{\"u\":\"${username}\",\"p\":\"${password}\"}";

    @TempDir private Path folder;
    private final ScriptedErp script = new ScriptedErp();
    private final List<Exchange> log = new CopyOnWriteArrayList<>();

    @BeforeEach
    void mount() throws IOException {
        write(YAML, LOGIN);
    }

    @AfterEach
    void stop() {
        script.close();
    }

    @Test
    void anExpiredSessionIsRenewedOnceAndTheCallRepeated() {
        script.answers(200, "{\"ok\":true,\"sid\":\"first-token\"}")
                .answers(200, "{\"ok\":false,\"why\":\"session gone\"}")
                .answers(200, "{\"ok\":true,\"sid\":\"second-token\"}")
                .answers(200, "{\"ok\":true}");

        open().ping();

        assertThat(script.requests).hasSize(4);
        assertThat(script.requests.get(3)).contains("second-token");
        assertThat(log.toString())
                .doesNotContain("first-token")
                .doesNotContain("second-token")
                .doesNotContain("pass-word");
    }

    @Test
    void aSessionRefusedRightAfterLoginIsRefusedCredentials() {
        script.answers(200, "{\"ok\":true,\"sid\":\"first-token\"}")
                .answers(401, "")
                .answers(200, "{\"ok\":true,\"sid\":\"second-token\"}")
                .answers(401, "");

        assertThatThrownBy(() -> open().ping()).isInstanceOf(ErpFault.CredentialsRefused.class);
    }

    @Test
    void aWalkByPagesEndsAtTheLatestChangeSeen() {
        script.answers(200, "{\"ok\":true,\"sid\":\"first-token\"}")
                .answers(200, items("A", "2026/11/24 16:00:00", "B", "2026/11/24 16:00:00"))
                .answers(200, items("C", "2026/11/24 15:00:00"));
        ErpClient erp = open();

        ErpPage<ErpStock> first = erp.stock(Cursor.START, 100);
        ErpPage<ErpStock> second = erp.stock(first.next(), 100);

        assertThat(first.more()).isTrue();
        assertThat(script.requests.get(2)).contains("/stock?page=2&size=2");
        assertThat(second.more()).isFalse();
        assertThat(second.next()).isEqualTo(new Cursor(Instant.parse("2026-11-24T08:00:00Z"), ""));
        assertThat(first.records().getFirst().batches().getFirst().quantity())
                .isEqualByComparingTo("5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paging: | pageing: | acme/connector.yaml:22 | paging' is missing",
                "'place: { changedAt: at, key: id }' | whole: true | acme/connector.yaml:26 | asOf is not mapped",
                "asOf: at | allocated: at | acme/connector.yaml:27 | moment of the figures",
                "total: | tottal: | acme/connector.yaml:30 | unknown field 'tottal'",
                "records: items | records: items[ | acme/connector.yaml:24 | no JSONata",
                "Asia/Shanghai | Asia/Nowhere | acme/connector.yaml:5 | Nowhere",
                "title: | tilte: | acme/connector.yaml:1 | title' is missing",
                "version: 3 | { version: 3 | acme/connector.yaml: | no YAML",
                "list-stock: | list-stok: | acme/connector.yaml:21 | unknown operation",
                "${page} | ${pag} | acme/connector.yaml:23 | named 'pag'",
                "request: login.json | request: ../x.json | acme/connector.yaml:10 | no file of this folder",
            })
    void aMistakeIsNamedWithFileAndLineBeforeAnythingIsSent(
            String right, String wrong, String where, String what) throws IOException {
        write(YAML.replace(right, wrong), LOGIN);

        assertThatThrownBy(this::open)
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessageStartingWith(where)
                .hasMessageContaining(what);
        assertThat(script.requests).isEmpty();
    }

    @Test
    void aTemplateThatMakesBrokenJsonIsNamedWithItsLine() throws IOException {
        write(YAML, "{\n\"u\": \"${username}\"\n\"p\": 1}");

        assertThatThrownBy(this::open)
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessageStartingWith("acme/login.json:3");
    }

    private static final String XML =
            """
            id: acme
            title: Acme
            version: 3
            protocol: soap-1.1
            timezone: Asia/Shanghai
            times: iso-local
            auth: { kind: none }
            guarantee: { orders: neither, customers: neither, stock: on-hand }
            operations:
              ping: { request: ping.xml }
              list-stock:
                request: ping.xml
                records: //row
                paging: { kind: none }
                place: { changedAt: at, key: id }
                map:
                  productCode: id
                  asOf: at
                  total: qty
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "total: qty | total: qty[ | acme/connector.yaml:19 | no XPath",
                "records: //row | records: //row[@a= | acme/connector.yaml:13 | no XPath",
                "records: //row | records: parse-xml(//x) | acme/connector.yaml:13 | parse-xml"
            })
    void aMistakeInAnXPathIsNamedWithItsLine(String right, String wrong, String where, String what)
            throws IOException {
        write(XML.replace(right, wrong), LOGIN);
        Files.writeString(folder.resolve("acme/ping.xml"), "<ping/>");

        assertThatThrownBy(this::open)
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessageStartingWith(where)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<q>\\n<since>1</sinc>\\n</q> | acme/ping.xml:2 | not well-formed",
                "<q>\\n\\n<a>${nothing}</a></q> | acme/ping.xml:3 | named 'nothing'",
                "<q>\\n<a>${#since}x</a></q> | acme/ping.xml: | since",
                "<q>\\n<a>&nbsp;</a>\\n</q> | acme/ping.xml:2 | not well-formed",
                "<!DOCTYPE q><q/> | acme/ping.xml:1 | not well-formed"
            })
    void aTemplateThatMakesBrokenXmlIsNamedWithItsLine(String template, String where, String what)
            throws IOException {
        write(XML, LOGIN);
        Files.writeString(folder.resolve("acme/ping.xml"), template.replace("\\n", "\n"));

        assertThatThrownBy(this::open)
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessageStartingWith(where)
                .hasMessageContaining(what);
    }

    @Test
    void aMissingSecretIsRefusedCredentialsWithoutACall() {
        try (ErpClient erp = open(Map.of("username", "u"))) {
            assertThatThrownBy(erp::ping)
                    .isInstanceOf(ErpFault.CredentialsRefused.class)
                    .hasMessageContaining("password");
        }
        assertThat(script.requests).isEmpty();
    }

    private static String items(String... idAndTime) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < idAndTime.length; i += 2) {
            items.append(items.isEmpty() ? "" : ",")
                    .append(
                            "{\"id\":\"%s\",\"at\":\"%s\",\"qty\":\" 5 \"}"
                                    .formatted(idAndTime[i], idAndTime[i + 1]));
        }
        return "{\"ok\":true,\"items\":[" + items + "]}";
    }

    private void write(String yaml, String login) throws IOException {
        Path acme = Files.createDirectories(folder.resolve("acme"));
        Files.writeString(acme.resolve("connector.yaml"), yaml);
        Files.writeString(acme.resolve("login.json"), login);
    }

    private ErpClient open() {
        return open(Map.of("username", "user", "password", "pass-word"));
    }

    private ErpClient open(Map<String, String> secrets) {
        return new DefinedErpClients(Clock.systemUTC(), folder.toString(), UploadedDefinitions.NONE)
                .open(
                        new ConnectionSettings(
                                "acme",
                                "acme",
                                script.address(),
                                secrets,
                                Set.of("127.0.0.1"),
                                Duration.ofSeconds(5)),
                        log::add);
    }
}
