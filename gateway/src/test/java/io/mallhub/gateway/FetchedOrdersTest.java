package io.mallhub.gateway;

import static io.mallhub.gateway.fixture.Goods.T0;
import static io.mallhub.gateway.fixture.Goods.product;
import static io.mallhub.gateway.fixture.Goods.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Hours;
import io.mallhub.binding.MessageLog;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Schedule;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.client.Fetch;
import io.mallhub.gateway.client.FetchedOrders;
import io.mallhub.gateway.client.MallApi;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.FetchingErp;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.OpenApiProgram;
import io.mallhub.gateway.fixture.Papers;
import io.mallhub.gateway.fixture.Protocol;
import io.mallhub.gateway.internal.WireJson;
import io.mallhub.gateway.wire.Acceptance;
import io.mallhub.gateway.wire.Invoice;
import io.mallhub.gateway.wire.MallPort;
import io.mallhub.gateway.wire.Order;
import io.mallhub.gateway.wire.RecordResult;
import io.mallhub.gateway.wire.Rejection;
import io.mallhub.gateway.wire.Shipment;
import io.mallhub.gateway.wire.ShippedBatch;
import io.mallhub.gateway.wire.Status;
import io.mallhub.gateway.wire.Voiding;
import io.mallhub.order.ErpOrders;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.order.ErpState;
import io.mallhub.order.OrderState;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of an ERP that cannot be called: fetched, confirmed, and told of by calls. */
@GatewayTest
@ParameterizedClass
@EnumSource(Protocol.class)
class FetchedOrdersTest {
    @Parameter private Protocol protocol = Protocol.REST;
    @LocalServerPort private int port;
    @Autowired private CallingErps erps;
    @Autowired private Connections connections;
    @Autowired private Orders orders;
    @Autowired private ErpOrders erpOrders;
    @Autowired private Customers book;
    @Autowired private CustomerFixtures customers;
    @Autowired private TradeFixtures trade;
    @Autowired private Papers papers;
    @Autowired private Quarantine quarantine;
    @Autowired private MessageLog log;
    @Autowired private WireJson json;
    @Autowired private MutableClock clock;
    @Autowired private JdbcClient jdbc;
    private String connection = "";
    private ShownOnce client = new ShownOnce("", "");
    private CustomerId buyer = CustomerId.of("00000000-0000-0000-0000-000000000000");
    private String number = "";

    private MallPort mall() {
        return protocol.open(port, client, json);
    }

    private FetchingErp erp() {
        return new FetchingErp(mall(), clock);
    }

    @BeforeEach
    void anApprovedOrderThatTheProcessPushes() {
        connection = erps.aConnection();
        client = erps.aClient(connection);
        mall().upsertProducts(List.of(product(connection, "10", T0)));
        mall().updateStock(List.of(stock(connection, "100", T0)));
        buyer = customers.anActiveCustomer().id();
        trade.giveCredit(buyer, "100000");
        number = anOrder();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private String anOrder() {
        String fresh = papers.anApprovedOrder(buyer, connection);
        assertThat(erpOrders.push(fresh)).isInstanceOf(PushOutcome.Waiting.class);
        return fresh;
    }

    private String xs() {
        return "XS-" + number;
    }

    private RecordResult confirm(String erpNumber) {
        return erp().confirmOrder(number, erpNumber, null);
    }

    @Test
    void anErpThatCallsChoosesItsTimeWhateverTheHoursOfTheFlow() {
        Hours atNight = new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0));
        connections.changeSchedules(
                connection, Map.of(Flow.ORDER_OUT, new Schedule(null, atNight)), CallingErps.CLERK);

        String fresh = anOrder();

        assertThat(erp().orders())
                .extracting(Order::getReference)
                .containsExactlyInAnyOrder(number, fresh);
    }

    @Test
    void anOrderIsFetchedOnceAndConfirmedAsOftenAsTheErpLikes() {
        Order order = erp().orders().getFirst();

        assertThat(order.getReference()).isEqualTo(number);
        assertThat(order.isAgain()).isFalse();
        assertThat(order.getCustomer().getName()).isNotBlank();
        assertThat(order.getLine().getFirst().getProductCode()).isEqualTo(connection);
        assertThat(erp().orders()).isEmpty();
        assertThat(orders.standing(number).orElseThrow().erpState()).isEqualTo(ErpState.SENDING);
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Waiting.class);

        RecordResult first = erp().confirmOrder(number, xs(), "KH-" + number);
        RecordResult second = erp().confirmOrder(number, xs(), "KH-" + number);

        assertThat(first.getStatus()).isEqualTo(Status.TAKEN);
        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(book.customer(buyer).orElseThrow().erpNumber()).isEqualTo("KH-" + number);
        assertThat(orders.standing(number).orElseThrow().erpNumber()).isEqualTo(xs());
    }

    @Test
    void anOrderWhoseReplyWasLostIsHandedOutAgainUnderItsReference() {
        erp().orders();
        clock.advance(Duration.ofMinutes(3));
        leasesEnd();

        Order again = erp().orders().getFirst();

        assertThat(again.getReference()).isEqualTo(number);
        assertThat(again.isAgain()).isTrue();
        assertThat(confirm(xs()).getStatus()).isEqualTo(Status.TAKEN);
        assertThat(confirm("XS-other").getCode()).isEqualTo("order.other-number");
    }

    @Test
    void anOrderThatTheErpRejectedIsHandedOutAgainWhenItIsPushedAgain() {
        erp().orders();
        confirm(xs());
        Rejection rejection = new Rejection();
        rejection.setReference(number);
        rejection.setErpNumber(xs());
        rejection.setWords("客户已冻结");
        rejection.setAt(clock.instant());
        assertTaken(mall().reportRejections(List.of(rejection)));
        assertThat(erp().orders()).isEmpty();

        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Waiting.class);
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Waiting.class);
        Order again = erp().orders().getFirst();

        assertThat(again.getReference()).isEqualTo(number);
        assertThat(again.isAgain()).isFalse();
        assertThat(confirm("XS-anew-" + number).getStatus()).isEqualTo(Status.TAKEN);
        assertThat(orders.standing(number).orElseThrow().erpNumber())
                .isEqualTo("XS-anew-" + number);
    }

    @Test
    void anAnswerIsRepeatedUnderItsKeyWithTheSameOrders() {
        assumeTrue(protocol == Protocol.REST);
        MallApi keyed = OpenApiProgram.at(port).withKey(client).mall();

        FetchedOrders first = keyed.fetchOrders(new Fetch(), "fetch-1");
        FetchedOrders again = keyed.fetchOrders(new Fetch(), "fetch-1");

        assertThat(first.getOrders()).hasSize(1);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void noOrderGoesToSomeoneWhoseLicenceEnded() {
        clock.advance(Duration.ofDays(20 * 366));

        assertThat(erp().orders()).isEmpty();
        assertThat(orders.standing(number).orElseThrow().erpState()).isEqualTo(ErpState.NOT_SENT);
    }

    @Test
    void whatBecomesOfItIsReportedStepByStep() {
        erp().orders();
        confirm(xs());

        assertTaken(mall().reportAcceptances(List.of(acceptance(number))));
        List<RecordResult> results =
                mall().reportShipments(List.of(shipment("F1"), shipment("F2"), shipment("F3")));
        assertTaken(mall().reportShipments(List.of(shipment("F1"))));
        Invoice invoice = new Invoice();
        invoice.setReference(number);
        invoice.setErpNumber(xs());
        invoice.setNumber("24352000000000000001");
        invoice.setIssuedOn(LocalDate.parse("2026-11-25"));
        invoice.setAmount(new BigDecimal("20.00"));
        assertTaken(mall().reportInvoices(List.of(invoice)));

        assertThat(results)
                .extracting(RecordResult::getStatus)
                .containsExactly(Status.TAKEN, Status.TAKEN, Status.KEPT_ASIDE);
        OrderView order = orders.order(number).orElseThrow();
        assertThat(order.state()).isEqualTo(OrderState.SHIPPED);
        assertThat(order.shipments()).hasSize(2);
        assertThat(quarantine.page(connection, null, true, PageRequest.of(0, 10)).items())
                .extracting(Quarantine.Item::key)
                .containsExactly(xs() + "/shipped/F3");
        assertThat(log.about(number)).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void aVoidingIsReported() {
        erp().orders();
        confirm(xs());
        Voiding voiding = new Voiding();
        voiding.setReference(number);
        voiding.setErpNumber(xs());
        voiding.setAt(clock.instant());

        assertTaken(mall().reportVoidings(List.of(voiding)));

        assertThat(orders.standing(number).orElseThrow().erpState()).isEqualTo(ErpState.VOIDED);
    }

    @Test
    void anotherConnectionsOrderIsAsUnknownAsNone() {
        erp().orders();
        confirm(xs());
        client = erps.aClient(erps.aConnection());

        RecordResult foreign = mall().reportAcceptances(List.of(acceptance(number))).getFirst();
        RecordResult unknown = mall().reportAcceptances(List.of(acceptance("nothing"))).getFirst();

        assertThat(foreign.getStatus()).isEqualTo(Status.REFUSED);
        assertThat(foreign.getCode()).isEqualTo(unknown.getCode());
        assertThat(foreign.getReason().replace(number, ""))
                .isEqualTo(unknown.getReason().replace("nothing", ""));
        assertThat(confirm("X").getCode()).isEqualTo("order.unknown");
        assertThat(erp().orders()).isEmpty();
    }

    @Test
    void anOrderThatWasNeverHandedOutCannotBeConfirmedOrAccepted() {
        assertThat(confirm("X").getCode()).isEqualTo("order.unknown");
        assertThat(mall().reportAcceptances(List.of(acceptance(number))).getFirst().getCode())
                .isEqualTo("order.unknown");
        assertThat(orders.standing(number).orElseThrow().erpNumber()).isNull();
    }

    @Test
    void aPausedConnectionHandsOutNothingAndSaysSo() {
        connections.pause(connection, "stocktaking", CallingErps.CLERK);

        // CXF reads no body of a 503; it is there for who looks.
        assertThatThrownBy(() -> erp().orders())
                .hasStackTraceContaining(protocol == Protocol.REST ? "stocktaking" : "503");
    }

    private Acceptance acceptance(String reference) {
        Acceptance acceptance = new Acceptance();
        acceptance.setReference(reference);
        acceptance.setErpNumber(xs());
        acceptance.setAt(clock.instant());
        return acceptance;
    }

    private Shipment shipment(String delivery) {
        ShippedBatch batch = new ShippedBatch();
        batch.setProductCode(connection);
        batch.setBatch("B1");
        batch.setQuantity(BigDecimal.ONE);
        Shipment shipment = new Shipment();
        shipment.setReference(number);
        shipment.setErpNumber(xs());
        shipment.setDeliveryNumber(delivery);
        shipment.setShippedAt(clock.instant());
        shipment.getBatch().add(batch);
        return shipment;
    }

    private static void assertTaken(List<RecordResult> results) {
        assertThat(results).extracting(RecordResult::getStatus).containsOnly(Status.TAKEN);
    }

    /** They are kept by the clock of the database. */
    private void leasesEnd() {
        jdbc.sql("update outgoing set lease_until = null").update();
    }
}
