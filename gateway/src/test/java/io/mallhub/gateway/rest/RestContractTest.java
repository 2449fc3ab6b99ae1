package io.mallhub.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.ErpContract;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.RestProgram;
import io.mallhub.gateway.internal.Fetchings;
import io.mallhub.gateway.internal.Operation;
import io.mallhub.gateway.internal.Operations;
import jakarta.xml.bind.annotation.XmlType;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * The examples of the published document, messages that no generated client would send, and the
 * document beside the code.
 */
@GatewayTest
class RestContractTest {
    @LocalServerPort private int port;
    @Autowired private CallingErps erps;
    @Autowired private Fetchings kinds;
    @Autowired private RequestMappingHandlerMapping handlers;
    private RestProgram program = RestProgram.at(0);
    private ErpContract contract = ErpContract.of("{}");

    @BeforeEach
    void aProgram() {
        String key = erps.aClient(erps.aConnection()).key();
        program = RestProgram.at(port).with("X-Api-Key", key);
        contract = ErpContract.of(RestProgram.at(port).get("/erp-api/openapi.yaml").body());
    }

    @Test
    void everyExampleIsTakenAndEveryAnswerIsAsTheDocumentSays() {
        Set<String> tried = new TreeSet<>();
        contract.paths()
                .propertyStream()
                .filter(it -> it.getValue().has("post") && !it.getKey().startsWith("/oauth"))
                .forEach(
                        it -> {
                            String path = it.getKey();
                            String body = contract.example(path).toString();
                            assertThat(contract.wrongInRequest(path, body)).as(path).isEmpty();

                            HttpResponse<String> answer = program.post("/erp-api" + path, body);

                            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
                            holds(path, answer);
                            tried.add(path);
                        });
        assertThat(tried).hasSize(Operations.ALL.size() + 2 * kinds.all().size());
    }

    @Test
    void refusalsAreAsTheDocumentSaysToo() {
        holds("/products", RestProgram.at(port).post("/erp-api/products", "{\"records\":[{}]}"));
        holds("/products", program.post("/erp-api/products", "[1"));
        holds("/products", program.post("/erp-api/products", "{\"recordz\":[{}]}"));
        holds("/orders/fetch", program.post("/erp-api/orders/fetch", "{\"most\":0}"));
    }

    @Test
    void aBadRecordNeverRejectsItsNeighbours() {
        String good = contract.example("/products").path("records").get(0).toString();
        HttpResponse<String> answer =
                program.post(
                        "/erp-api/products",
                        "{\"records\":["
                                + good
                                + ",7,{\"code\":\"x\",\"prize\":1},{\"code\":\"y\",\"price\":\"cheap\"}]}");

        JsonNode results = RestProgram.json(answer).path("results");
        assertThat(results.valueStream().map(it -> it.path("status").asString()))
                .containsExactly("TAKEN", "REFUSED", "REFUSED", "REFUSED");
        assertThat(results.get(2).path("reason").asString()).contains("prize");
        assertThat(results.get(3).path("reason").asString()).contains("price");
        holds("/products", answer);
    }

    @Test
    void theDocumentHasEveryHandlerAndNoOther() {
        Set<String> code =
                handlers.getHandlerMethods().entrySet().stream()
                        .filter(
                                it ->
                                        it.getValue()
                                                .getBeanType()
                                                .getPackage()
                                                .equals(RecordsApi.class.getPackage()))
                        .flatMap(it -> it.getKey().getPatternValues().stream())
                        .filter(it -> !it.endsWith("**"))
                        .map(it -> it.substring("/erp-api".length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        code.add(TokenDoor.PATH.substring("/erp-api".length()));

        assertThat(new TreeSet<>(contract.paths().propertyNames())).isEqualTo(code);
    }

    /** Both contracts name one set of fields: the classes come from the WSDL. */
    @Test
    void theDocumentAndTheWsdlHaveTheSameRecords() {
        List<Class<?>> types =
                new java.util.ArrayList<>(
                        Operations.ALL.stream().<Class<?>>map(Operation::type).toList());
        types.add(io.mallhub.gateway.wire.Order.class);
        types.add(io.mallhub.gateway.wire.OrderLine.class);
        types.add(io.mallhub.gateway.wire.OrderCustomer.class);
        kinds.all().forEach(it -> types.add(it.type()));
        types.add(io.mallhub.gateway.wire.CustomerSheet.class);
        types.add(io.mallhub.gateway.wire.ReturnOrder.class);
        types.add(io.mallhub.gateway.wire.ReturnLine.class);
        types.add(io.mallhub.gateway.wire.Voucher.class);
        types.add(io.mallhub.gateway.wire.RecordResult.class);
        types.add(io.mallhub.gateway.wire.StockBatch.class);
        types.add(io.mallhub.gateway.wire.ShippedBatch.class);
        types.add(io.mallhub.gateway.wire.ReceivedBatch.class);
        for (Class<?> type : types) {
            assertThat(new TreeSet<>(properties(type)))
                    .as(type.getSimpleName())
                    .isEqualTo(
                            new TreeSet<>(
                                    Arrays.asList(type.getAnnotation(XmlType.class).propOrder())));
        }
    }

    private Set<String> properties(Class<?> type) {
        return Set.copyOf(contract.schema(type.getSimpleName()).path("properties").propertyNames());
    }

    private void holds(String path, HttpResponse<String> answer) {
        String type =
                answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(contract.wrongInAnswer(path, "post", answer.statusCode(), type, answer.body()))
                .as(path + " " + answer.statusCode() + " " + answer.body())
                .isEmpty();
    }
}
