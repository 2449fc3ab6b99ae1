package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.simulator.SoapClient.Reply;
import io.mallhub.simulator.kernel.Operation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Each fault switch, over each protocol, against what the oracle says was committed. */
class FaultTest {

    enum Way {
        SOAP {
            @Override
            HttpResponse<String> order(String reference) throws Exception {
                return Example.SOAP.post(
                        """
                        <SaveSalesOrder xmlns="urn:haitang:ht2005"><FClientBillNo>%s</FClientBillNo><FCustNumber>%s</FCustNumber>
                        <Entry><FEntryID>1</FEntryID><FItemNumber>%s</FItemNumber><FQty>1</FQty><FPrice>2</FPrice><FAmount>2</FAmount></Entry>
                        </SaveSalesOrder>
                        """
                                .formatted(reference, Example.CUSTOMER, material));
            }
        },
        REST {
            @Override
            HttpResponse<String> order(String reference) throws Exception {
                return Example.REST.send(
                        "POST",
                        "/api/orders",
                        JsonMapper.shared()
                                .writeValueAsString(
                                        Map.of(
                                                "wbdh",
                                                reference,
                                                "khbm",
                                                Example.CUSTOMER,
                                                "mx",
                                                List.of(
                                                        RestClient.line(
                                                                1, material, "1", "2", "2")))));
            }
        };

        abstract HttpResponse<String> order(String reference) throws Exception;
    }

    private static String material = "";

    @BeforeEach
    void aMaterial() throws Exception {
        if (material.isEmpty()) {
            material = Example.aMaterialWithBatches(1000);
        }
    }

    @AfterEach
    void allOff() {
        Example.ADMIN.clearFaults();
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionDroppedBeforeTheCommitLeavesNothing(Way way) {
        String reference = Example.aReference();
        Example.ADMIN.breakNext(Operation.CREATE_ORDER, "DROP_BEFORE_COMMIT", 1);

        assertThatThrownBy(() -> way.order(reference)).isInstanceOf(IOException.class);

        assertThat(committed(reference)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aReplyLostAfterTheCommitLeavesTheOrderAndTheSwitchIsWornOut(Way way) throws Exception {
        String reference = Example.aReference();
        int callsBefore = Example.ADMIN.calls(Operation.CREATE_ORDER);
        Example.ADMIN.breakNext(Operation.CREATE_ORDER, "DROP_AFTER_COMMIT", 1);

        assertThatThrownBy(() -> way.order(reference)).isInstanceOf(IOException.class);

        assertThat(committed(reference)).isEqualTo(1);
        assertThat(way.order(reference).statusCode()).isEqualTo(200);
        assertThat(committed(reference)).isEqualTo(2);
        assertThat(Example.ADMIN.calls(Operation.CREATE_ORDER)).isEqualTo(callsBefore + 2);
    }

    @ParameterizedTest
    @EnumSource
    void aTruncatedReplyLeavesTheOrder(Way way) {
        String reference = Example.aReference();
        Example.ADMIN.breakNext(Operation.CREATE_ORDER, "TRUNCATED_REPLY", 1);

        assertThatThrownBy(() -> way.order(reference)).isInstanceOf(IOException.class);

        assertThat(committed(reference)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void anHttpErrorComesBeforeAnythingIsDone(int status) throws Exception {
        for (Way way : Way.values()) {
            String reference = Example.aReference();
            Example.ADMIN.post(
                    "/admin/faults",
                    Map.of(
                            "operation",
                            "CREATE_ORDER",
                            "protocol",
                            way.name(),
                            "kind",
                            "HTTP_" + status,
                            "next",
                            1,
                            "retryAfterSeconds",
                            7));

            HttpResponse<String> response = way.order(reference);

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.headers().firstValue("Retry-After")).contains("7");
            assertThat(committed(reference)).isZero();
        }
    }

    @Test
    void aFailureInside200LooksLikeARefusalInEachProtocol() throws Exception {
        String reference = Example.aReference();
        Example.ADMIN.breakNext(Operation.CREATE_ORDER, "FAILURE_IN_200", 2);

        HttpResponse<String> soap = Way.SOAP.order(reference);
        HttpResponse<String> rest = Way.REST.order(reference);

        assertThat(soap.statusCode()).isEqualTo(200);
        Reply reply = Reply.parse(soap.body());
        assertThat(reply.element().getLocalName()).isEqualTo("SaveSalesOrderResponse");
        assertThat(reply.text("IsSuccess")).isEqualTo("false");
        assertThat(reply.text("FErrCode")).isEqualTo("XT001");
        assertThat(rest.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(rest.body()).get("code").asInt()).isEqualTo(9001);
        assertThat(committed(reference)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aDelayedCallIsAnsweredLateAndWhole(Way way) throws Exception {
        String reference = Example.aReference();
        Example.ADMIN.delayNext(Operation.CREATE_ORDER, 300, 1);
        long start = System.nanoTime();

        assertThat(way.order(reference).statusCode()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(300));
        assertThat(committed(reference)).isEqualTo(1);
    }

    @Test
    void aDelayIsAddedToAnotherFault() {
        String reference = Example.aReference();
        Example.ADMIN.breakNext(Operation.CREATE_ORDER, "DROP_AFTER_COMMIT", 1);
        Example.ADMIN.delayNext(Operation.CREATE_ORDER, 300, 1);
        long start = System.nanoTime();

        assertThatThrownBy(() -> Way.REST.order(reference)).isInstanceOf(IOException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(300));
        assertThat(committed(reference)).isEqualTo(1);
    }

    @Test
    void aSwitchStrikesOnlyItsOperationAndProtocol() throws Exception {
        Example.ADMIN.post(
                "/admin/faults",
                Map.of(
                        "operation",
                        "LIST_STOCK",
                        "protocol",
                        "REST",
                        "kind",
                        "HTTP_503",
                        "probability",
                        1));

        assertThat(Way.REST.order(Example.aReference()).statusCode()).isEqualTo(200);
        assertThat(
                        Example.SOAP
                                .call(
                                        "<QueryInventory xmlns='urn:haitang:ht2005'><FTop>1</FTop></QueryInventory>")
                                .text("IsSuccess"))
                .isEqualTo("true");
        assertThat(Example.REST.send("GET", "/api/stock?limit=1", null).statusCode())
                .isEqualTo(503);
        assertThat(Example.ADMIN.get("/admin/faults").get(0).get("struck").asInt()).isEqualTo(1);
    }

    @Test
    void aSwitchThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Example.ADMIN.post("/admin/faults", Map.of("kind", "HTTP_500")))
                .hasMessageContaining("HTTP 400");
        assertThatThrownBy(
                        () ->
                                Example.ADMIN.post(
                                        "/admin/faults", Map.of("kind", "DELAY", "next", 1)))
                .hasMessageContaining("HTTP 400");
        assertThat(Example.ADMIN.get("/admin/faults")).isEmpty();
    }

    private static int committed(String reference) {
        return Example.ADMIN.commits(Operation.CREATE_ORDER).getOrDefault(reference, 0);
    }
}
