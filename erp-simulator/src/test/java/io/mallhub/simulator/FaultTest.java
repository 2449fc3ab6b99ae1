package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mallhub.simulator.SoapClient.Reply;
import io.mallhub.simulator.kernel.Operation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
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

    @ParameterizedTest
    @CsvSource({"FAILURE_IN_200, XT001, 9001", "SESSION_LOSS, XT002, 9002"})
    void aFailureInside200LooksLikeARefusalInEachProtocol(
            String kind, String soapCode, int restCode) throws Exception {
        String reference = Example.aReference();
        Example.ADMIN.breakNext(Operation.CREATE_ORDER, kind, 2);

        HttpResponse<String> soap = Way.SOAP.order(reference);
        HttpResponse<String> rest = Way.REST.order(reference);

        assertThat(soap.statusCode()).isEqualTo(200);
        Reply reply = Reply.parse(soap.body());
        assertThat(reply.element().getLocalName()).isEqualTo("SaveSalesOrderResponse");
        assertThat(reply.text("IsSuccess")).isEqualTo("false");
        assertThat(reply.text("FErrCode")).isEqualTo(soapCode);
        assertThat(rest.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(rest.body()).get("code").asInt())
                .isEqualTo(restCode);
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

    @ParameterizedTest
    @EnumSource
    void aCallThatArrivesTwiceIsCarriedOutTwiceWhereTheErpAllowsIt(Way way) throws Exception {
        String reference = Example.aReference();
        Example.ADMIN.breakNext(Operation.CREATE_ORDER, "DUPLICATE_DELIVERY", 1);

        HttpResponse<String> response = way.order(reference);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("XSDD-").doesNotContain("DD001");
        assertThat(committed(reference)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aCallWaitsUntilALaterOneIsThrough(Way way) throws Exception {
        String held = Example.aReference();
        String later = Example.aReference();
        Example.ADMIN.post(
                "/admin/faults",
                Map.of(
                        "operation",
                        "CREATE_ORDER",
                        "kind",
                        "REORDERING",
                        "next",
                        1,
                        "delayMillis",
                        60_000));
        int calls = Example.ADMIN.calls(Operation.CREATE_ORDER);

        CompletableFuture<HttpResponse<String>> waiting =
                CompletableFuture.supplyAsync(() -> sent(way, held));
        await().until(() -> Example.ADMIN.calls(Operation.CREATE_ORDER) == calls + 1);
        await().until(() -> Example.ADMIN.get("/admin/faults").isEmpty());
        assertThat(committed(held)).isZero();
        way.order(later);

        assertThat(waiting.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(commitOf(held)).isGreaterThan(commitOf(later));
    }

    @Test
    void bytesOfGbkComeUnderTheLabelOfUtf8() throws Exception {
        Example.ADMIN.breakNext(Operation.LIST_MATERIALS, "GBK_BYTES", 1);

        byte[] reply = Example.REST.bytes("/api/goods?limit=50");

        assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(reply)))
                .isInstanceOf(CharacterCodingException.class);
        JsonNode rows =
                JsonMapper.shared()
                        .readTree(new String(reply, Charset.forName("GB18030")))
                        .get("data")
                        .get("rows");
        assertThat(rows).isEqualTo(Example.REST.get("/api/goods?limit=50").get("data").get("rows"));
    }

    @Test
    void charactersThatDoNotBelongStandBeforeTheReplyAndInItsTexts() throws Exception {
        Example.ADMIN.breakNext(Operation.LIST_MATERIALS, "BAD_CHARACTERS", 1);

        String spoiled = Example.REST.send("GET", "/api/goods?limit=5", null).body();

        assertThat(spoiled).startsWith("\uFEFF").contains("\u0001");
        assertThat(Example.REST.send("GET", "/api/goods?limit=5", null).body())
                .doesNotContain("\uFEFF", "\u0001");
    }

    @Test
    void rowsMoveToTheEndOfAListWhileItIsPaged() throws Exception {
        JsonNode whole = Example.REST.get("/api/goods?limit=3141").get("data").get("rows");
        Example.ADMIN.breakNext(Operation.LIST_MATERIALS, "PAGING_DRIFT", 1);

        JsonNode drifted = Example.REST.get("/api/goods?limit=3141").get("data").get("rows");

        assertThat(drifted).hasSameSizeAs(whole);
        assertThat(numbers(drifted)).isNotEqualTo(numbers(whole));
        assertThat(numbers(drifted)).containsExactlyInAnyOrderElementsOf(numbers(whole));
        assertThatThrownBy(() -> breakAll("CREATE_ORDER", "PAGING_DRIFT"))
                .hasMessageContaining("only lists are paged");
    }

    @ParameterizedTest
    @ValueSource(ints = {600, -600})
    void theClockIsWrongWhileItsSwitchIsOn(int seconds) throws Exception {
        Instant before = timeOfTheErp();
        Example.ADMIN.post(
                "/admin/faults",
                Map.of("kind", "CLOCK_SKEW", "probability", 1, "skewSeconds", seconds));

        Duration skew = Duration.between(before, timeOfTheErp());
        Example.ADMIN.clearFaults();

        assertThat(skew).isCloseTo(Duration.ofSeconds(seconds), Duration.ofSeconds(60));
        assertThat(Duration.between(before, timeOfTheErp()))
                .isBetween(Duration.ZERO, Duration.ofSeconds(60));
        assertThatThrownBy(() -> breakAll("LIST_STOCK", "CLOCK_SKEW"))
                .hasMessageContaining("HTTP 400");
    }

    private static void breakAll(String operation, String kind) {
        Example.ADMIN.post(
                "/admin/faults", Map.of("operation", operation, "kind", kind, "probability", 1));
    }

    private static Instant timeOfTheErp() throws Exception {
        return Instant.ofEpochMilli(
                Example.REST.get("/api/stock?limit=1").get("data").get("time").asLong());
    }

    private static List<String> numbers(JsonNode rows) {
        return rows.valueStream().map(row -> row.get("wlbm").asString()).toList();
    }

    private static HttpResponse<String> sent(Way way, String reference) {
        try {
            return way.order(reference);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static int commitOf(String reference) {
        return Example.ADMIN
                .get("/admin/oracle/commits?operation=CREATE_ORDER&reference=" + reference)
                .get(0)
                .get("id")
                .asInt();
    }

    private static int committed(String reference) {
        return Example.ADMIN.commits(Operation.CREATE_ORDER).getOrDefault(reference, 0);
    }
}
