package io.mallhub.gateway;

import static io.mallhub.gateway.fixture.Goods.T0;
import static io.mallhub.gateway.fixture.Goods.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.MessageLog;
import io.mallhub.catalog.Products;
import io.mallhub.connectors.Exchange;
import io.mallhub.fixture.MutableClock;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.RestProgram;
import io.mallhub.gateway.fixture.SoapProgram;
import io.mallhub.shared.PageRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a stranger, or a program that was taken over, may try. */
@GatewayTest
class SecurityCasesTest {
    @LocalServerPort private int port;
    @Autowired private CallingErps erps;
    @Autowired private Products products;
    @Autowired private MessageLog log;
    @Autowired private MutableClock clock;
    private String connection = "";
    private ShownOnce client = new ShownOnce("", "");

    @BeforeEach
    void aProgram() {
        connection = erps.aConnection();
        client = erps.aClient(connection);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private String record(String name) {
        return "<product><code>"
                + connection
                + "</code><name>"
                + name
                + "</name><unit>盒</unit><vatRate>0.13</vatRate>"
                + "<changedAt>2026-11-24T09:00:00+08:00</changedAt></product>";
    }

    private static String envelope(String before, String header, String body) {
        return before
                + "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>"
                + header
                + "</s:Header><s:Body><UpsertProducts xmlns=\"urn:mallhub:erp:1\">"
                + body
                + "</UpsertProducts></s:Body></s:Envelope>";
    }

    private RestProgram basic() {
        return RestProgram.at(port)
                .with(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (client.id() + ":" + client.secret()).getBytes()));
    }

    private HttpResponse<String> soap(String message) {
        return basic().post("/services/erp", "text/xml; charset=utf-8", message);
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 599);
        assertThat(answer.body()).doesNotContain("TAKEN");
        assertThat(products.byCode(connection)).isEmpty();
    }

    @Test
    void thePlainMessageOfTheseTestsIsTaken() {
        assertThat(soap(envelope("", "", record("a"))).body()).contains("TAKEN");
    }

    @Test
    void aDocumentTypeIsRefusedWhateverItHolds() {
        String file = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        String bomb =
                "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY x \"&b;&b;&b;&b;&b;&b;&b;\">]>";

        assertRefused(soap(envelope(file, "", record("&x;"))));
        assertRefused(soap(envelope(bomb, "", record("&x;"))));
        assertRefused(soap(envelope("<!DOCTYPE a>", "", record("a"))));
    }

    @Test
    void aMillionElementsAndBottomlessNestingAreRefused() {
        assertRefused(soap(envelope("", "", record("a") + "<a/>".repeat(1_000_000))));
        assertRefused(soap(envelope("", "", record("<a>".repeat(500)))));
        String batch = "<batch><number>1</number><quantity>1</quantity></batch>";
        String valid =
                envelope(
                                "",
                                "",
                                "<stock><productCode>1</productCode><asOf>2026-11-24T09:00:00</asOf>"
                                        + batch.repeat(70_000)
                                        + "</stock>")
                        .replace("UpsertProducts", "UpdateStock");
        assertThat(soap(valid).body()).doesNotContain("<status>").contains("Fault");
        RestProgram rest = RestProgram.at(port).with("X-Api-Key", client.key());
        assertRefused(rest.post("/erp-api/products", "{\"records\":" + "[".repeat(5_000)));
    }

    @Test
    void moreThanTheLargestMessageIsNotRead() {
        String huge = "<a>" + "x".repeat(9_000_000) + "</a>";
        assertRefused(soap(envelope("", "", huge)));
        assertThat(
                        RestProgram.at(port)
                                .with("X-Api-Key", client.key())
                                .post("/erp-api/products", huge)
                                .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aReferenceToAFileIsNoText() {
        String xop =
                "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\""
                        + " href=\"file:///etc/hostname\"/>";
        assertRefused(soap(envelope("", "", record(xop))));
        String related =
                "--b\r\nContent-Type: application/xop+xml; type=\"text/xml\"\r\n\r\n"
                        + envelope("", "", record(xop))
                        + "\r\n--b--";
        assertRefused(
                basic().post(
                                "/services/erp",
                                "multipart/related; type=\"application/xop+xml\"; boundary=b",
                                related));
    }

    @Test
    void aSoapActionThatNamesAnotherOperationIsRefused() {
        HttpResponse<String> other =
                basic().with("SOAPAction", "\"urn:mallhub:erp:1:ConfirmOrders\"")
                        .post(
                                "/services/erp",
                                "text/xml; charset=utf-8",
                                envelope("", "", record("a")));
        assertRefused(other);
        HttpResponse<String> unknown =
                basic().with("SOAPAction", "\"urn:something\"")
                        .post(
                                "/services/erp",
                                "text/xml; charset=utf-8",
                                envelope("", "", record("a")));
        assertRefused(unknown);
    }

    @Test
    void whatTheSchemaDoesNotKnowIsRefused() {
        assertRefused(soap(envelope("", "", "<product><code>1</code></product>")));
        assertRefused(soap(envelope("", "", record("a") + "<other/>")));
    }

    @Test
    void aDigestCountsOnce() throws Exception {
        String header = digest(client, "bm9uY2UgMTIzNDU2Nzg=", Instant.now());
        RestProgram nobody = RestProgram.at(port);

        HttpResponse<String> first =
                nobody.post("/services/erp", "text/xml", envelope("", header, record("a")));
        HttpResponse<String> again =
                nobody.post("/services/erp", "text/xml", envelope("", header, record("a")));

        assertThat(first.body()).contains("TAKEN");
        assertThat(again.statusCode()).isEqualTo(500);
        assertThat(again.body()).doesNotContain("TAKEN");
    }

    @Test
    void anOldDigestIsRefused() throws Exception {
        String header =
                digest(client, "bm9uY2UgMTIzNDU2Nzg=", Instant.now().minus(Duration.ofHours(1)));

        assertRefused(
                RestProgram.at(port)
                        .post("/services/erp", "text/xml", envelope("", header, record("a"))));
    }

    private static String digest(ShownOnce client, String nonce, Instant created) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-1");
        sha.update(Base64.getDecoder().decode(nonce));
        sha.update(created.toString().getBytes());
        String digest = Base64.getEncoder().encodeToString(sha.digest(client.secret().getBytes()));
        String ns = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
        return "<w:Security xmlns:w=\""
                + ns
                + "wssecurity-secext-1.0.xsd\" xmlns:u=\""
                + ns
                + "wssecurity-utility-1.0.xsd\"><w:UsernameToken><w:Username>"
                + client.id()
                + "</w:Username><w:Password Type=\""
                + ns
                + "username-token-profile-1.0#PasswordDigest\">"
                + digest
                + "</w:Password><w:Nonce>"
                + nonce
                + "</w:Nonce><u:Created>"
                + created
                + "</u:Created></w:UsernameToken></w:Security>";
    }

    @Test
    void nobodyComesInWithoutAGoodSecret() {
        assertRefused(
                RestProgram.at(port)
                        .post("/services/erp", "text/xml", envelope("", "", record("a"))));
        ShownOnce right = client;
        client = new ShownOnce(right.id(), "wrong");
        assertRefused(soap(envelope("", "", record("a"))));
        for (String key : List.of("", ".", right.id() + ".", right.id() + ".wrong", "x.y")) {
            assertThat(
                            RestProgram.at(port)
                                    .with("X-Api-Key", key)
                                    .post("/erp-api/orders/fetch", "{}")
                                    .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void whatLiesBesideTheTokensIsNoDoorAndNoFault() {
        for (String path : List.of("/erp-api/oauth/", "/erp-api/oauth/authorize", "/erp-api/x")) {
            assertThat(RestProgram.at(port).post(path, "{}").statusCode()).as(path).isEqualTo(401);
            assertThat(
                            RestProgram.at(port)
                                    .with("X-Api-Key", client.key())
                                    .post(path, "{}")
                                    .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void headersAndParametersForTheRoutesChangeNothing() {
        HttpResponse<String> answer =
                basic().with("CAmelHttpUri", "http://127.0.0.1:1/")
                        .with("CamelHttpMethod", "DELETE")
                        .with("org.apache.camel.bean", "x")
                        .post(
                                "/services/erp?CamelHttpPath=/etc&CamelBeanMethodName=close",
                                "text/xml; charset=utf-8",
                                envelope("", "", record("a")));

        assertThat(answer.body()).contains("TAKEN");
    }

    @Test
    void theMessageLogHasEveryCallWithItsOutcomeAndNoSecret() {
        SoapProgram.text(SoapProgram.soap11(port), client.id(), client.secret())
                .upsertProducts(List.of(product(connection, "10", T0)));
        RestProgram.at(port)
                .with("X-Api-Key", client.key())
                .post("/erp-api/products", "{\"records\":[{\"code\":\"a\"}]}");

        List<Exchange> kept =
                log.page(MessageLog.Query.of(connection), PageRequest.of(0, 10)).items().stream()
                        .map(it -> log.message(it.id()).orElseThrow())
                        .toList();

        assertThat(kept).hasSize(2);
        assertThat(kept.toString())
                .contains("TAKEN", "REFUSED", client.id())
                .doesNotContain(client.secret());
    }
}
