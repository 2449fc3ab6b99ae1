package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.PersonalMasks;
import io.mallhub.connectors.UploadedDefinitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefinedMaskTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private DefinedErpClients erps;

    @BeforeAll
    void load() {
        erps =
                new DefinedErpClients(
                        Clock.fixed(NOW, ZoneOffset.UTC), "", UploadedDefinitions.NONE);
    }

    @AfterAll
    void end() {
        erps.shutdown();
    }

    /** lxr and dh mean nothing to whoever does not know the definition. */
    @Test
    void whatTheMapReadsAsContactTelephoneAndAddressIsHiddenAndNothingElse() {
        Exchange seen =
                masked(
                        "simulator-rest",
                        "list-customers",
                        "",
                        """
                        {"code":0,"data":{"rows":[{"khbm":"K1","khmc":"康宁大药房","shxydm":"91350100M000100Y43",
                        "sf":"福建","dz":"五一路 8 号","lxr":"李娜","dh":59187654,"zt":1,"xgsj":1764000000000}],"more":false}}
                        """);

        assertThat(seen.response())
                .contains("\"khbm\":\"K1\"", "康宁大药房", "91350100M000100Y43", "1764000000000")
                .contains("\"lxr\":\"***\"", "\"dh\":\"***\"", "\"sf\":\"***\"", "\"dz\":\"***\"")
                .doesNotContain("李娜", "59187654", "五一路");
    }

    @Test
    void aListInXmlIsHiddenByTheNamesOfItsMap() {
        Exchange seen =
                masked(
                        "simulator-soap",
                        "list-customers",
                        "<QueryCustomers><FTop>10</FTop></QueryCustomers>",
                        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                                + "<Customer><FNumber>K1</FNumber><FName>康宁大药房</FName>"
                                + "<FProvince>福建</FProvince><h:FAddress xmlns:h=\"u\">五一路</h:FAddress>"
                                + "<FContact><![CDATA[李娜]]></FContact><FPhone>0591-87654</FPhone>"
                                + "</Customer></s:Body></s:Envelope>");

        assertThat(seen.request()).isEqualTo("<QueryCustomers><FTop>10</FTop></QueryCustomers>");
        assertThat(seen.response())
                .contains("<FNumber>K1</FNumber><FName>康宁大药房</FName>", "<![CDATA[***]]>")
                .doesNotContain("李娜", "福建", "五一路", "0591");
    }

    /** Rows without names: only the map knows which column is which. */
    @Test
    void whatIsReadByItsPlaceIsHiddenByItsValue() {
        Exchange seen =
                masked(
                        "kingdee-k3cloud",
                        "list-customers",
                        "",
                        "[[\"K1\",\"康宁大药房\",\"91350100M000100Y43\",\"五一路 8 号\",\"0591-87654\","
                                + "\"C\",\"A\",\"2026-11-01T08:00:00\",\"C1\"]]");

        assertThat(seen.response())
                .isEqualTo(
                        "[[\"K1\",\"康宁大药房\",\"91350100M000100Y43\",\"***\",\"***\","
                                + "\"C\",\"A\",\"2026-11-01T08:00:00\",\"C1\"]]");
    }

    @Test
    void aReplyThatIsReadByPlacesAndIsCutIsHiddenAsAWhole() {
        Exchange seen =
                masked(
                        "kingdee-k3cloud",
                        "list-customers",
                        "",
                        "[[\"K1\",\"康宁\",\"9\",\"五一路\",\"0591… (900000 characters in all)");

        assertThat(seen.response()).isEqualTo("***");
    }

    /** FTEL stands in no map as a name, only in the template that writes it. */
    @Test
    void aRequestIsHiddenWhereItsTemplatePutsSuchValues() {
        Exchange seen =
                masked(
                        "kingdee-k3cloud",
                        "create-customer",
                        "{\"data\":{\"Model\":{\"FName\":\"康宁\",\"FADDRESS\":\"五一路\",\"FTEL\":\"0591\"}}}",
                        "{\"Result\":{\"ResponseStatus\":{\"IsSuccess\":false}},\"m\":\"五一路 is refused\"}",
                        "refused: 五一路");

        assertThat(seen.request())
                .isEqualTo(
                        "{\"data\":{\"Model\":{\"FName\":\"康宁\",\"FADDRESS\":\"***\",\"FTEL\":\"***\"}}}");
        assertThat(seen.response()).contains("*** is refused").doesNotContain("五一路");
        assertThat(seen.fault()).isEqualTo("refused: ***");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"contact\":\"李娜\",\"code\":\"K1\"} | {\"contact\":\"***\",\"code\":\"K1\"}",
                "{\"receiver\":{\"first\":\"娜\",\"n\":[7]}} | {\"receiver\":{\"first\":\"***\",\"n\":[\"***\"]}}",
                "{\"note\":\"call 13812345678 now\"} | {\"note\":\"call *** now\"}",
                "{\"x\":\"na@mail.example.com\"} | {\"x\":\"***\"}",
                "{\"x\":\"350102199003071234\"} | {\"x\":\"***\"}",
                "{\"x\":\"6222021234567890128\",\"y\":\"6222021234567890129\"}"
                        + " | {\"x\":\"***\",\"y\":\"6222021234567890129\"}",
                "{\"x\":\"{\\\"phone\\\":\\\"0591\\\"}\"} | {\"x\":\"{\\\"phone\\\":\\\"***\\\"}\"}",
                "{\"SO\":\"SO20261121000007\",\"at\":1764000000000} | {\"SO\":\"SO20261121000007\",\"at\":1764000000000}",
                "<a><Phone>0591</Phone><b phone=\"1\" c=\"2\"/></a> | <a><Phone>***</Phone><b phone=\"***\" c=\"2\"/></a>",
                "<a>&lt;Phone&gt;0591&lt;/Phone&gt;</a> | <a>&lt;Phone&gt;***&lt;/Phone&gt;</a>",
                "phone=0591&code=K1 | phone=***&code=K1",
                "{\"phone\":\"0591 | {\"phone\":\"***"
            })
    void whatSpeaksForItselfIsHiddenWithoutADefinition(String sent, String shown) {
        assertThat(masked("none", "called: customers", sent, "").request()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":",
                "<a",
                "<a b='",
                "<![CDATA[",
                "<!--",
                "\"\\",
                "&#x;%",
                "]}]",
                "</a>"
            })
    void whatIsIllFormedStaysAsItIs(String body) {
        Exchange seen = masked("simulator-rest", "list-customers", body, body);

        assertThat(seen.request()).isEqualTo(body);
        assertThat(seen.response()).isEqualTo(body);
    }

    @Test
    void aRecordInQuarantineIsHiddenByTheNamesOfTheDefinition() {
        PersonalMasks.Mask mask = erps.of("simulator-rest");

        assertThat(mask.record("{\"khbm\":\"K1\",\"lxr\":\"李娜\",\"dh\":\"87654\"}"))
                .isEqualTo("{\"khbm\":\"K1\",\"lxr\":\"***\",\"dh\":\"***\"}");
        assertThat(mask.record("{\"code\":\"K1\",\"contact\":\"李娜\"}"))
                .isEqualTo("{\"code\":\"K1\",\"contact\":\"***\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "concat(FProvince, FAddress) | FProvince,FAddress",
                "$boolean(mobile) ? mobile : phone | mobile,phone",
                "sf & dz | sf,dz",
                "//Customer/c:Contact/text() | Contact",
                "data.owner.phone | phone",
                "row[4] | ''",
                "data.rows[0].dh | dh",
                "$code(zt, 'order-state') | zt"
            })
    void theNamesOfAnExpressionAreItsLastSteps(String expression, String names) {
        assertThat(PersonalPlaces.lastSteps(expression))
                .containsExactlyInAnyOrder(names.isEmpty() ? new String[0] : names.split(","));
    }

    private Exchange masked(String definition, String operation, String request, String response) {
        return masked(definition, operation, request, response, null);
    }

    private Exchange masked(
            String definition,
            String operation,
            String request,
            String response,
            @Nullable String fault) {
        return erps.of(definition)
                .masked(
                        new Exchange(
                                "erp",
                                operation,
                                "",
                                "http://erp",
                                request,
                                response,
                                200,
                                NOW,
                                Duration.ofMillis(5),
                                fault));
    }
}
