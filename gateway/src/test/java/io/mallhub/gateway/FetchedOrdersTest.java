package io.mallhub.gateway;

import static io.mallhub.gateway.fixture.Goods.T0;
import static io.mallhub.gateway.fixture.Goods.product;
import static io.mallhub.gateway.fixture.Goods.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Hours;
import io.mallhub.binding.MessageLog;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Schedule;
import io.mallhub.catalog.Products;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.RestProgram;
import io.mallhub.gateway.fixture.SoapProgram;
import io.mallhub.gateway.wire.MallPort;
import io.mallhub.order.ErpOrders;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.order.ErpState;
import io.mallhub.order.OrderState;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Orders of an ERP that cannot be called: fetched, confirmed, and told of by calls. */
@GatewayTest
class FetchedOrdersTest {
    @LocalServerPort private int port;
    @Autowired private CallingErps erps;
    @Autowired private Connections connections;
    @Autowired private Products products;
    @Autowired private Orders orders;
    @Autowired private ErpOrders erpOrders;
    @Autowired private Customers book;
    @Autowired private CustomerFixtures customers;
    @Autowired private TradeFixtures trade;
    @Autowired private Quarantine quarantine;
    @Autowired private MessageLog log;
    @Autowired private MutableClock clock;
    @Autowired private JdbcClient jdbc;
    private String connection = "";
    private RestProgram program = RestProgram.at(0);
    private ShownOnce client = new ShownOnce("", "");
    private CustomerId buyer = CustomerId.of("00000000-0000-0000-0000-000000000000");
    private String number = "";

    @BeforeEach
    void anApprovedOrderThatTheProcessPushes() {
        connection = erps.aConnection();
        client = erps.aClient(connection);
        program = RestProgram.at(port).with("X-Api-Key", client.key());
        MallPort mall = SoapProgram.text(SoapProgram.soap11(port), client.id(), client.secret());
        mall.upsertProducts(List.of(product(connection, "10", T0)));
        mall.updateStock(List.of(stock(connection, "100", T0)));
        buyer = customers.anActiveCustomer().id();
        trade.giveCredit(buyer, "100000");
        number = anOrder();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private String anOrder() {
        String fresh =
                trade.submitted(
                        TradeFixtures.anOrderOf(
                                buyer,
                                TradeFixtures.line(
                                        products.byCode(connection).orElseThrow().id(), 2)));
        orders.approve(fresh, 0);
        assertThat(erpOrders.push(fresh)).isInstanceOf(PushOutcome.Waiting.class);
        return fresh;
    }

    private JsonNode fetch() {
        return RestProgram.json(program.post("/erp-api/orders/fetch", "{}"));
    }

    private JsonNode post(String path, String record) {
        return RestProgram.json(program.post("/erp-api" + path, "{\"records\":[" + record + "]}"))
                .path("results")
                .path(0);
    }

    private JsonNode confirm(String reference, String erpNumber, String more) {
        return post(
                "/orders/confirmations",
                "{\"reference\":\"%s\",\"erpNumber\":\"%s\",\"at\":\"%s\"%s}"
                        .formatted(reference, erpNumber, clock.instant(), more));
    }

    private String xs(String of) {
        return "XS-" + of;
    }

    @Test
    void anErpThatCallsChoosesItsTimeWhateverTheHoursOfTheFlow() {
        Hours atNight = new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0));
        connections.changeSchedules(
                connection, Map.of(Flow.ORDER_OUT, new Schedule(null, atNight)), CallingErps.CLERK);

        String fresh = anOrder();

        assertThat(fetch().path("orders"))
                .extracting(order -> order.path("reference").asString())
                .containsExactlyInAnyOrder(number, fresh);
    }

    @Test
    void anOrderIsFetchedOnceAndConfirmedAsOftenAsTheErpLikes() {
        JsonNode order = fetch().path("orders").path(0);

        assertThat(order.path("reference").asString()).isEqualTo(number);
        assertThat(order.path("again").asBoolean()).isFalse();
        assertThat(order.path("customer").path("name").asString()).isNotBlank();
        assertThat(order.path("line").path(0).path("productCode").asString()).isEqualTo(connection);
        assertThat(fetch().path("orders")).isEmpty();
        assertThat(orders.standing(number).orElseThrow().erpState()).isEqualTo(ErpState.SENDING);
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Waiting.class);

        String code = ",\"customerCode\":\"KH-" + number + "\"";
        JsonNode first = confirm(number, xs(number), code);
        JsonNode second = confirm(number, xs(number), code);

        assertThat(first.path("status").asString()).isEqualTo("TAKEN");
        assertThat(second).isEqualTo(first);
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(book.customer(buyer).orElseThrow().erpNumber()).isEqualTo("KH-" + number);
        assertThat(orders.standing(number).orElseThrow().erpNumber()).isEqualTo(xs(number));
    }

    @Test
    void anOrderWhoseReplyWasLostIsHandedOutAgainUnderItsReference() {
        fetch();
        clock.advance(Duration.ofMinutes(3));
        leasesEnd();

        JsonNode again = fetch().path("orders").path(0);

        assertThat(again.path("reference").asString()).isEqualTo(number);
        assertThat(again.path("again").asBoolean()).isTrue();
        assertThat(confirm(number, xs(number), "").path("status").asString()).isEqualTo("TAKEN");
        assertThat(confirm(number, "XS-other", "").path("code").asString())
                .isEqualTo("order.other-number");
    }

    @Test
    void anOrderThatTheErpRejectedIsHandedOutAgainWhenItIsPushedAgain() {
        fetch();
        confirm(number, xs(number), "");
        post(
                "/orders/rejections",
                "{\"reference\":\"%s\",\"erpNumber\":\"%s\",\"words\":\"客户已冻结\",\"at\":\"%s\"}"
                        .formatted(number, xs(number), clock.instant()));
        assertThat(fetch().path("orders")).isEmpty();

        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Waiting.class);
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Waiting.class);
        JsonNode again = fetch().path("orders").path(0);

        assertThat(again.path("reference").asString()).isEqualTo(number);
        assertThat(again.path("again").asBoolean()).isFalse();
        assertThat(confirm(number, "XS-anew-" + number, "").path("status").asString())
                .isEqualTo("TAKEN");
        assertThat(orders.standing(number).orElseThrow().erpNumber())
                .isEqualTo("XS-anew-" + number);
    }

    @Test
    void anAnswerIsRepeatedUnderItsKeyWithTheSameOrders() {
        RestProgram keyed = program.with("Idempotency-Key", "fetch-1");

        JsonNode first = RestProgram.json(keyed.post("/erp-api/orders/fetch", "{}"));
        JsonNode again = RestProgram.json(keyed.post("/erp-api/orders/fetch", "{}"));

        assertThat(first.path("orders")).hasSize(1);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void noOrderGoesToSomeoneWhoseLicenceEnded() {
        clock.advance(Duration.ofDays(20 * 366));

        assertThat(fetch().path("orders")).isEmpty();
        assertThat(orders.standing(number).orElseThrow().erpState()).isEqualTo(ErpState.NOT_SENT);
    }

    @Test
    void whatBecomesOfItIsReportedStepByStep() {
        fetch();
        confirm(number, xs(number), "");
        String is = "{\"reference\":\"" + number + "\",\"erpNumber\":\"" + xs(number) + "\",";
        String at = "\"" + clock.instant() + "\"";
        String batch =
                "\"batch\":[{\"productCode\":\""
                        + connection
                        + "\",\"batch\":\"B1\",\"quantity\":1}]}";

        assertThat(post("/orders/acceptances", is + "\"at\":" + at + "}").path("status").asString())
                .isEqualTo("TAKEN");
        String first = is + "\"deliveryNumber\":\"F1\",\"shippedAt\":" + at + "," + batch;
        String second = is + "\"deliveryNumber\":\"F2\",\"shippedAt\":" + at + "," + batch;
        String third = is + "\"deliveryNumber\":\"F3\",\"shippedAt\":" + at + "," + batch;
        JsonNode results =
                RestProgram.json(
                                program.post(
                                        "/erp-api/orders/shipments",
                                        "{\"records\":[%s,%s,%s]}".formatted(first, second, third)))
                        .path("results");
        JsonNode repeated = post("/orders/shipments", first);
        JsonNode invoice =
                post(
                        "/orders/invoices",
                        is
                                + "\"number\":\"24352000000000000001\",\"issuedOn\":\"2026-11-25\",\"amount\":20.00}");

        assertThat(results.valueStream().map(it -> it.path("status").asString()))
                .containsExactly("TAKEN", "TAKEN", "KEPT_ASIDE");
        assertThat(repeated.path("status").asString()).isEqualTo("TAKEN");
        assertThat(invoice.path("status").asString()).isEqualTo("TAKEN");
        OrderView order = orders.order(number).orElseThrow();
        assertThat(order.state()).isEqualTo(OrderState.SHIPPED);
        assertThat(order.shipments()).hasSize(2);
        assertThat(quarantine.page(connection, null, true, PageRequest.of(0, 10)).items())
                .extracting(Quarantine.Item::key)
                .containsExactly(xs(number) + "/shipped/F3");
        assertThat(log.about(number)).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void anotherConnectionsOrderIsAsUnknownAsNone() {
        fetch();
        confirm(number, xs(number), "");
        String other = erps.aConnection();
        program = RestProgram.at(port).with("X-Api-Key", erps.aClient(other).key());
        String is = "{\"erpNumber\":\"X\",\"at\":\"" + clock.instant() + "\",\"reference\":\"";

        JsonNode foreign = post("/orders/acceptances", is + number + "\"}");
        JsonNode unknown = post("/orders/acceptances", is + "nothing\"}");

        assertThat(foreign.path("status").asString()).isEqualTo("REFUSED");
        assertThat(foreign.path("code")).isEqualTo(unknown.path("code"));
        assertThat(foreign.path("reason").asString().replace(number, ""))
                .isEqualTo(unknown.path("reason").asString().replace("nothing", ""));
        assertThat(confirm(number, "X", "").path("code").asString()).isEqualTo("order.unknown");
        assertThat(fetch().path("orders")).isEmpty();
    }

    @Test
    void anOrderThatWasNeverHandedOutCannotBeConfirmedOrAccepted() {
        assertThat(confirm(number, "X", "").path("code").asString()).isEqualTo("order.unknown");
        JsonNode accepted =
                post(
                        "/orders/acceptances",
                        "{\"reference\":\"%s\",\"erpNumber\":\"X\",\"at\":\"%s\"}"
                                .formatted(number, clock.instant()));
        assertThat(accepted.path("code").asString()).isEqualTo("order.unknown");
        assertThat(orders.standing(number).orElseThrow().erpNumber()).isNull();
    }

    @Test
    void aPausedConnectionHandsOutNothingAndSaysSo() {
        connections.pause(connection, "stocktaking", CallingErps.CLERK);

        var answer = program.post("/erp-api/orders/fetch", "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("stocktaking");
    }

    /** They are kept by the clock of the database. */
    private void leasesEnd() {
        jdbc.sql("update outgoing set lease_until = null").update();
    }
}
