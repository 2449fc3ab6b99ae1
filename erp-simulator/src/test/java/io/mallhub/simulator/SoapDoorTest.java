package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.simulator.SoapClient.Reply;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who and what gets through the SOAP door. */
class SoapDoorTest {

    private static final String QUERY =
            "<QueryMaterials xmlns='urn:haitang:ht2005'><FTop>1</FTop></QueryMaterials>";
    private static final String DIGEST_TYPE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    @Test
    void aWrongPasswordAWrongUserAndNoTokenAreFaults() throws Exception {
        String base = Example.SIMULATOR.address().toString();
        assertFault(new SoapClient(java.net.URI.create(base), "interface", "wrong").post(QUERY));
        assertFault(new SoapClient(java.net.URI.create(base), "nobody", "ht2005-demo").post(QUERY));
        assertFault(new SoapClient(java.net.URI.create(base), "nobody", "").post(QUERY));
        assertFault(
                Example.SOAP.send(
                        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                                + QUERY
                                + "</s:Body></s:Envelope>"));
    }

    @Test
    void aPasswordDigestIsAcceptedOnceAndNeverAgain() throws Exception {
        String element = digestOf("ht2005-demo", "nonce-" + System.nanoTime());

        HttpResponse<String> first = Example.SOAP.withPasswordElement(element, QUERY);
        HttpResponse<String> replayed = Example.SOAP.withPasswordElement(element, QUERY);

        assertThat(first.statusCode()).isEqualTo(200);
        assertFault(replayed);
    }

    @Test
    void aDigestOfTheWrongPasswordIsAFault() throws Exception {
        assertFault(
                Example.SOAP.withPasswordElement(
                        digestOf("wrong", "n-" + System.nanoTime()), QUERY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<QueryMaterials xmlns='urn:haitang:ht2005'><FTop>0</FTop></QueryMaterials>",
                "<QueryMaterials xmlns='urn:haitang:ht2005'><FTop>5001</FTop></QueryMaterials>",
                "<QueryMaterials xmlns='urn:haitang:ht2005'><FSinceNumber>JK.01.000006</FSinceNumber></QueryMaterials>",
                "<QueryMaterials xmlns='urn:haitang:ht2005'><FSinceTime>yesterday</FSinceTime></QueryMaterials>",
                "<QueryMaterials xmlns='urn:other'/>",
                "<DeleteEverything xmlns='urn:haitang:ht2005'/>",
                "<SaveSalesOrder xmlns='urn:haitang:ht2005'><FClientBillNo></FClientBillNo><FCustNumber>KH000002</FCustNumber></SaveSalesOrder>",
                "<SaveSalesOrder xmlns='urn:haitang:ht2005'><FCustNumber>KH000002</FCustNumber></SaveSalesOrder>",
                "<SaveSalesOrder xmlns='urn:haitang:ht2005'><FClientBillNo>A</FClientBillNo><FCustNumber>KH000002</FCustNumber><Entry><FEntryID>1</FEntryID><FItemNumber>X</FItemNumber><FQty>1e9</FQty><FPrice>1</FPrice><FAmount>1</FAmount></Entry></SaveSalesOrder>",
                ""
            })
    void aRequestOutsideTheSchemaIsAFault(String payload) throws Exception {
        assertFault(Example.SOAP.post(payload));
    }

    @Test
    void documentTypesAndBrokenXmlAreFaults() throws Exception {
        assertFault(
                Example.SOAP.send(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>&e;</s:Body></s:Envelope>"));
        assertFault(
                Example.SOAP.send(
                        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Bo"));
        assertFault(Example.SOAP.send("no xml"));
    }

    @Test
    void aRequestOfMoreThan8MegabytesIsRefused() throws Exception {
        HttpResponse<String> response =
                Example.SOAP.send("<a>" + "x".repeat(8 * 1024 * 1024) + "</a>");
        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void theWsdlIsPublishedWithTheAddressItIsReadFrom() throws Exception {
        String wsdl = Example.REST.send("GET", "/ws/HT2005?wsdl", null).body();
        assertThat(wsdl)
                .contains("name=\"HT2005Port\"", Example.SIMULATOR.address() + "/ws/HT2005");
    }

    @Test
    void timesAreLocalTimesOfShanghaiWithoutZone() throws Exception {
        Reply reply = Example.SOAP.call(QUERY);
        long rest =
                Example.REST
                        .get("/api/goods?limit=1")
                        .get("data")
                        .get("rows")
                        .get(0)
                        .get("xgsj")
                        .asLong();
        assertThat(reply.all("Material").getFirst().text("FModifyTime"))
                .isEqualTo(
                        java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS")
                                .format(
                                        Instant.ofEpochMilli(rest)
                                                .atZone(java.time.ZoneId.of("Asia/Shanghai"))));
    }

    private static String digestOf(String password, String nonce) throws Exception {
        String created = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        MessageDigest sha = MessageDigest.getInstance("SHA-1");
        sha.update(nonce.getBytes(StandardCharsets.UTF_8));
        sha.update(created.getBytes(StandardCharsets.UTF_8));
        String digest =
                Base64.getEncoder()
                        .encodeToString(sha.digest(password.getBytes(StandardCharsets.UTF_8)));
        return "<wsse:Password Type='%s'>%s</wsse:Password><wsse:Nonce>%s</wsse:Nonce><wsu:Created xmlns:wsu='%s'>%s</wsu:Created>"
                .formatted(
                        DIGEST_TYPE,
                        digest,
                        Base64.getEncoder().encodeToString(nonce.getBytes(StandardCharsets.UTF_8)),
                        WSU,
                        created);
    }

    private static void assertFault(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("Fault").doesNotContain("root:", "Exception");
    }
}
