package io.mallhub.routes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.Quarantine;
import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.order.OfflineOrders;
import io.mallhub.order.OfflineOrders.OfflineState;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.Protocol;
import io.mallhub.routes.fixture.SimulatorTest;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import io.mallhub.simulator.fixture.SimulatorAdmin;
import io.mallhub.simulator.fixture.TestSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program enters orders into the ERP: they are history of their customers in the mall. */
@SimulatorTest
class OrdersByTelephoneTest {
    private static final String CUSTOMER = "KH000002";

    @Autowired private Desk desk;
    @Autowired private Bindings bindings;
    @Autowired private CustomerFixtures customers;
    @Autowired private OfflineOrders orders;
    @Autowired private Quarantine quarantine;
    private String material = "";
    private final SimulatorAdmin erp = TestSimulator.shared().admin();

    @ParameterizedTest
    @EnumSource
    void anOrderEnteredInTheErpIsSeenByItsCustomerAsItGoesOn(Protocol protocol)
            throws IOException, InterruptedException {
        String connection = desk.aConnection(protocol);
        CustomerId company = customers.anActiveCustomer().id();
        bindings.link(
                connection,
                Entity.CUSTOMER,
                List.of(new Link(company.toString(), CUSTOMER, null, null)));
        String number = enter();

        FlowView view = desk.run(connection, Flow.ORDER_STATUS_IN);

        assertThat(view.lastError()).isNull();
        OfflineOrders.Row row = find(company, number);
        assertThat(row.state()).isEqualTo(OfflineState.NEW);
        OfflineOrders.View order = orders.find(company, row.id()).orElseThrow();
        assertThat(order.row().total().toString()).isEqualTo("73.00");
        assertThat(order.lines())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.code()).isEqualTo(material);
                            assertThat(line.quantity()).isEqualByComparingTo("2");
                        });

        erp.reject(number, "停供");
        desk.run(connection, Flow.ORDER_STATUS_IN);

        assertThat(find(company, number).state()).isEqualTo(OfflineState.REJECTED);
    }

    @Test
    void anOrderBringsItsCustomerOnlyWhereCustomersComeIn()
            throws IOException, InterruptedException {
        String open = desk.aConnection(Protocol.REST);
        String number = enter();
        desk.run(open, Flow.ORDER_STATUS_IN);
        assertThat(waiting(open)).isEmpty();
        Link brought =
                Objects.requireNonNull(
                        bindings.byErpIds(open, Entity.CUSTOMER, List.of(CUSTOMER)).get(CUSTOMER));
        assertThat(find(CustomerId.of(brought.mallId()), number).code()).isEqualTo(number);

        String closed = desk.aConnection(Protocol.REST);
        desk.connections().changePolicies(closed, Map.of(Entity.CUSTOMER, Depth.OUT), Desk.CLERK);
        FlowView view = desk.run(closed, Flow.ORDER_STATUS_IN);

        assertThat(view.lastError()).isNull();
        assertThat(waiting(closed)).isEmpty();
    }

    private List<String> waiting(String connection) {
        return quarantine.page(connection, null, true, PageRequest.of(0, 200)).items().stream()
                .map(Quarantine.Item::key)
                .toList();
    }

    private OfflineOrders.Row find(CustomerId company, String number) {
        return orders.page(company, number, PageRequest.first(5)).items().getFirst();
    }

    /** As the wholesaler's telephone desk does, by a program of its own. */
    private String enter() throws IOException, InterruptedException {
        material = call("GET", "/goods?limit=1", "").path("rows").path(0).path("wlbm").asString("");
        String order =
                """
                {"wbdh":"TEL-%s","khbm":"%s","mx":[{"hh":1,"wlbm":"%s","sl":"2","dj":"36.5","je":"73.00"}]}"""
                        .formatted(
                                UUID.randomUUID().toString().substring(0, 8), CUSTOMER, material);
        return call("POST", "/orders", order).path("ddbh").asString("");
    }

    private static JsonNode call(String method, String path, String body)
            throws IOException, InterruptedException {
        ConnectionSettings way = Protocol.REST.settings("telephone", Duration.ofSeconds(5));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(way.endpoint() + path))
                                    .header("X-HT-Key", way.secrets().getOrDefault("apiKey", ""))
                                    .header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"code\":0");
            return JsonMapper.builder().build().readTree(answer.body()).path("data");
        }
    }
}
