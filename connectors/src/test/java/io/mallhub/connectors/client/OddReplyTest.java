package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.UploadedDefinitions;
import io.mallhub.connectors.canonical.ErpProduct;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ERPs and the servers before them do beside their description. */
final class OddReplyTest {
    private static final DefinedErpClients CLIENTS =
            new DefinedErpClients(Clock.systemUTC(), "", UploadedDefinitions.NONE);
    private static final String ROW =
            """
            {"wlbm":"%s","wlmc":"%s","jx":"","gg":"","pzwh":"","cyrzw":"","cyryw":"","cjzw":"",
             "cjyw":"","bwm":"","dw":"盒","sl":"0.13","bzj":"%s","zt":1,"xgsj":%d}""";
    private static final String MATERIAL =
            """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
            <r:QueryMaterialsResponse xmlns:r="urn:other"><r:IsSuccess>true</r:IsSuccess>%s
            <r:FHasMore>false</r:FHasMore></r:QueryMaterialsResponse></soap:Body></soap:Envelope>""";
    private static final String CELLS =
            """
            <r:Material><r:FNumber>%s</r:FNumber><r:FName>%s</r:FName><r:FTaxRate>13.00</r:FTaxRate>
            <r:FSalePrice>1</r:FSalePrice><r:FForbidStatus>N</r:FForbidStatus>
            <r:FModifyTime>2026-11-24T08:00:00.001</r:FModifyTime></r:Material>""";

    private final ScriptedErp script = new ScriptedErp();
    private final List<Exchange> log = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        script.close();
    }

    @ParameterizedTest
    @CsvSource({
        "500, OutcomeUnknown",
        "502, OutcomeUnknown",
        "302, OutcomeUnknown",
        "408, OutcomeUnknown",
        "200, OutcomeUnknown",
        "404, DataInvalid",
        "401, CredentialsRefused"
    })
    void aVoidingCallIsOnlySureWhenTheReplyIs(int status, String fault) {
        script.answers(status, "<html>oops</html>");

        assertThatThrownBy(() -> rest().voidOrder("X-1", "cancelled"))
                .isInstanceOf(ErpFault.class)
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(fault));
    }

    @ParameterizedTest
    @CsvSource({"500, Unavailable", "302, DataInvalid", "200, DataInvalid", "404, DataInvalid"})
    void aReadingCallNeverHasAnUnknownOutcome(int status, String fault) {
        script.answers(status, "<html>oops</html>");

        assertThatThrownBy(() -> rest().products(Cursor.START, 10))
                .isInstanceOf(ErpFault.class)
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(fault));
    }

    @Test
    void aServerErrorWithAFailureInItMayStillHaveWritten() {
        script.answers(500, "{\"code\":500,\"msg\":\"NullPointerException\"}");

        assertThatThrownBy(() -> rest().voidOrder("X-1", "cancelled"))
                .isInstanceOf(ErpFault.OutcomeUnknown.class);
    }

    @Test
    void retryAfterIsHandedOn() {
        script.answers(503, new byte[0], Map.of("Retry-After", "7"));

        assertThatThrownBy(() -> rest().voidOrder("X-1", "cancelled"))
                .isInstanceOfSatisfying(
                        ErpFault.Unavailable.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void nobodyListeningIsUnavailableForAWriteToo() {
        URI gone = script.address();
        script.close();

        assertThatThrownBy(() -> open("simulator-rest", gone).voidOrder("X-1", "cancelled"))
                .isInstanceOf(ErpFault.Unavailable.class);
    }

    @Test
    void aReplyWithoutTheMarkOfSuccessIsNoEmptyList() {
        script.answers(200, "{}");

        assertThatThrownBy(() -> rest().products(Cursor.START, 10))
                .isInstanceOf(ErpFault.DataInvalid.class);
    }

    @Test
    void aBadRecordIsHandedOutWithItsReasonAndItsNeighboursSurvive() {
        script.answers(
                200, page(row("A", "good", "1.5"), row("B", "bad", "x9"), row("C", "good", "2")));

        ErpPage<ErpProduct> page = rest().products(Cursor.START, 10);

        assertThat(page.records()).extracting(ErpProduct::code).containsExactly("A", "C");
        assertThat(page.bad())
                .singleElement()
                .satisfies(
                        b -> {
                            assertThat(b.key()).isEqualTo("B");
                            assertThat(b.reason()).contains("price").contains("x9");
                            assertThat(b.payload()).contains("\"wlbm\":\"B\"");
                        });
    }

    @Test
    void theCursorPassesABadRecordAtTheEndOfAPage() {
        script.answers(200, page(row("A", "good", "1"), row("B", "bad", "x")));

        Cursor next = rest().products(Cursor.START, 2).next();

        assertThat(next).isEqualTo(new Cursor(Instant.ofEpochMilli(1764000000000L), "B"));
    }

    @Test
    void aPageThatPromisesMoreButLeadsNowhereIsRefused() {
        script.answers(200, "{\"code\":0,\"data\":{\"rows\":[],\"more\":true}}");

        assertThatThrownBy(() -> rest().products(Cursor.START, 2))
                .isInstanceOf(ErpFault.DataInvalid.class);
    }

    @Test
    void gbkBytesUnderAUtf8LabelAreRead() {
        byte[] gbk = soapPage("盐酸", "A").getBytes(Charset.forName("GBK"));
        script.answers(200, gbk, Map.of("Content-Type", "text/xml; charset=UTF-8"));

        assertThat(soap().products(Cursor.START, 10).records())
                .extracting(ErpProduct::name)
                .containsExactly("盐酸");
    }

    @Test
    void aByteOrderMarkIsNoText() {
        script.answers(200, ("\uFEFF" + soapPage("盐酸", "A")));

        assertThat(soap().products(Cursor.START, 10).records()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "&#x1F;", "&#0;"})
    void aControlCharacterSpoilsItsRecordOnly(String control) {
        script.answers(
                200,
                MATERIAL.formatted(
                        CELLS.formatted("A", "x" + control) + CELLS.formatted("B", "good")));

        ErpPage<ErpProduct> page = soap().products(Cursor.START, 10);

        assertThat(page.records()).extracting(ErpProduct::code).containsExactly("B");
        assertThat(page.bad())
                .singleElement()
                .satisfies(b -> assertThat(b.reason()).contains("name"));
    }

    @Test
    void brokenBytesSpoilTheirRecordOnlyAndNeverBecomeQuestionMarks() {
        byte[] bytes = soapPage("@", "A").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '@' ? (byte) 0xFF : bytes[i];
        }
        script.answers(200, bytes, Map.of());

        ErpPage<ErpProduct> page = soap().products(Cursor.START, 10);

        assertThat(page.records()).isEmpty();
        assertThat(page.bad()).hasSize(1);
    }

    @Test
    void aDocumentTypeWithEntitiesIsRefused() {
        script.answers(
                200,
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + soapPage("&e;", "A"));

        assertThatThrownBy(() -> soap().products(Cursor.START, 10))
                .isInstanceOf(ErpFault.DataInvalid.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void bottomlessNestingIsRefused() {
        script.answers(200, "<a>".repeat(5000) + "</a>".repeat(5000));
        script.answers(200, "[".repeat(5000) + "]".repeat(5000));

        assertThatThrownBy(() -> soap().products(Cursor.START, 10))
                .isInstanceOf(ErpFault.DataInvalid.class);
        assertThatThrownBy(() -> rest().products(Cursor.START, 10))
                .isInstanceOf(ErpFault.DataInvalid.class);
    }

    @Test
    void aMillionElementsAreTooMany() {
        script.answers(200, "<a>" + "<b/>".repeat(1_000_001) + "</a>");
        script.answers(200, "[" + "1,".repeat(2_000_001) + "1]");

        assertThatThrownBy(() -> soap().products(Cursor.START, 10))
                .isInstanceOf(ErpFault.DataInvalid.class)
                .hasMessageContaining("more than 1000000 elements");
        assertThatThrownBy(() -> rest().products(Cursor.START, 10))
                .isInstanceOf(ErpFault.DataInvalid.class)
                .hasMessageContaining("2000000");
    }

    @Test
    void anErpsWordsWriteNoLinesOfTheirOwn() {
        script.answers(200, "{\"code\":7,\"msg\":\"no\\r\\n2026-11-30 INFO order paid\\u2028x\"}");

        assertThatThrownBy(() -> rest().voidOrder("X-1", "cancelled"))
                .isInstanceOf(ErpFault.Rejected.class)
                .hasMessageContaining("no 2026-11-30 INFO order paid x");
    }

    @Test
    void aSecretThatStandsInABadRecordIsMaskedWhereTheRecordIsKept() {
        script.answers(200, page(row("A", "secret-key-1", "secret-key-1")));

        assertThat(rest().products(Cursor.START, 10).bad())
                .singleElement()
                .satisfies(
                        bad -> {
                            assertThat(bad.payload())
                                    .doesNotContain("secret-key-1")
                                    .contains("***");
                            assertThat(bad.reason()).doesNotContain("secret-key-1").contains("***");
                        });
    }

    /** Row 32 for SOAP: empty because it failed, and empty because nothing has changed. */
    @Test
    void anEmptyEnvelopeWithoutTheMarkOfSuccessIsNoEmptyList() {
        String empty = MATERIAL.formatted("").replace("<r:IsSuccess>true</r:IsSuccess>", "");
        script.answers(200, empty).answers(200, MATERIAL.formatted(""));
        Cursor since = new Cursor(Instant.parse("2026-11-24T08:00:00Z"), "A");

        assertThatThrownBy(() -> soap().products(since, 10))
                .isInstanceOf(ErpFault.DataInvalid.class)
                .hasMessageContaining("neither a success nor a failure");
        assertThat(soap().products(since, 10).records()).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() {
        script.answers(302, new byte[0], Map.of("Location", script.address() + "/elsewhere"));

        assertThatThrownBy(() -> rest().products(Cursor.START, 10))
                .isInstanceOf(ErpFault.DataInvalid.class);
        assertThat(script.requests).hasSize(1);
    }

    @Test
    void secretsAreMaskedInLogAndFaultEvenWhenTheErpRepeatsThem() {
        script.answers(200, "{\"code\":7,\"msg\":\"key secret-key-1 unknown\"}");

        assertThatThrownBy(() -> rest().ping()).hasMessageNotContaining("secret-key-1");
        assertThat(log.toString()).doesNotContain("secret-key-1").contains("***");
    }

    @Test
    void longBodiesAreCutInTheLog() {
        script.answers(200, page(row("A", "x".repeat(400_000), "1")));

        rest().products(Cursor.START, 10);

        assertThat(log.getFirst().response().length()).isBetween(262_144, 262_300);
    }

    @Test
    void aLogThatFailsDoesNotChangeTheAnswer() {
        script.answers(200, "{\"code\":0}");
        ErpClient erp =
                CLIENTS.open(
                        settings("simulator-rest", script.address()),
                        x -> {
                            throw new IllegalStateException("disk full");
                        });

        erp.voidOrder("X-1", "cancelled");

        assertThat(script.requests).hasSize(1);
    }

    @Test
    void valuesCannotBreakOutOfTheirPlace() {
        script.answers(200, "{\"code\":0}");

        rest().voidOrder("a/../b?c", "\"}, \"x\": {\"");

        assertThat(script.requests.getFirst())
                .contains("POST /orders/a%2F..%2Fb%3Fc/void")
                .contains("\\\"}, \\\"x\\\": {\\\"");
    }

    private static String page(String... rows) {
        return "{\"code\":0,\"data\":{\"time\":1,\"rows\":["
                + String.join(",", rows)
                + "],\"more\":false}}";
    }

    private static String row(String code, String name, String price) {
        return ROW.formatted(code, name, price, 1764000000000L);
    }

    private static String soapPage(String name, String code) {
        return MATERIAL.formatted(CELLS.formatted(code, name));
    }

    private ErpClient rest() {
        return open("simulator-rest", script.address());
    }

    private ErpClient soap() {
        return open("simulator-soap", script.address());
    }

    private ErpClient open(String definition, URI address) {
        return CLIENTS.open(settings(definition, address), log::add);
    }

    private static ConnectionSettings settings(String definition, URI address) {
        return new ConnectionSettings(
                "erp",
                definition,
                address,
                Map.of("username", "u", "password", "secret-word", "apiKey", "secret-key-1"),
                Set.of("127.0.0.1"),
                Duration.ofSeconds(5));
    }
}
