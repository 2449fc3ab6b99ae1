package io.mallhub.routes.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.CancelPart;
import io.mallhub.order.ErpOrders;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.order.ErpOrders.VoidOutcome;
import io.mallhub.order.ErpState;
import io.mallhub.order.Invoices;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.PartCancellations;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.Protocol;
import io.mallhub.routes.fixture.SimulatorTest;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.simulator.fixture.SimulatorAdmin;
import io.mallhub.simulator.fixture.TestSimulator;
import io.mallhub.simulator.kernel.Operation;
import io.mallhub.stock.Stock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Orders of the mall in the ERP: whatever breaks on the way, each is there once. */
@SimulatorTest
class OrdersOutTest {
    private static final Logger LOG = LoggerFactory.getLogger(OrdersOutTest.class);

    /** Connections with products and stock, loaded once for all tests. */
    private static final Map<Protocol, String> LOADED = new EnumMap<>(Protocol.class);

    @Autowired private Desk desk;
    @Autowired private Products products;
    @Autowired private Stock stock;
    @Autowired private Orders orders;
    @Autowired private PartCancellations parts;
    @Autowired private Invoices invoices;
    @Autowired private ErpOrders erpOrders;
    @Autowired private CustomerFixtures customers;
    @Autowired private TradeFixtures trade;
    @Autowired private MutableClock clock;
    private final SimulatorAdmin erp = TestSimulator.shared().admin();

    @BeforeEach
    void anErpThatWorks() {
        erp.clearFaults();
        erp.resetOracle();
    }

    @AfterEach
    void back() {
        erp.clearFaults();
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "SOAP, DROP_BEFORE_COMMIT", "REST, DROP_BEFORE_COMMIT",
        "SOAP, DROP_AFTER_COMMIT", "REST, DROP_AFTER_COMMIT",
        "SOAP, HTTP_500", "REST, HTTP_500",
        "SOAP, HTTP_503", "REST, HTTP_503",
        "SOAP, TRUNCATED_REPLY", "REST, TRUNCATED_REPLY",
        "SOAP, FAILURE_IN_200", "REST, FAILURE_IN_200"
    })
    void anOrderArrivesOnceThrough(Protocol protocol, String fault) {
        connect(protocol);
        String number = anApprovedOrder();
        erp.breakNext(Operation.CREATE_CUSTOMER, fault, 1);
        erp.breakNext(Operation.CREATE_ORDER, fault, 1);

        int pushes = pushUntilAcknowledged(number);

        assertNoneLostNoneTwice(protocol + " " + fault, number, pushes);
    }

    @ParameterizedTest
    @EnumSource
    void anOrderArrivesOnceThroughAnErpSlowerThanTheTimeout(Protocol protocol) {
        String connection = connect(protocol);
        String number = anApprovedOrder();
        hurry(connection, protocol, Duration.ofSeconds(1));
        try {
            erp.delayNext(Operation.CREATE_ORDER, 2500, 1);
            assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Unknown.class);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> erp.commits(Operation.CREATE_ORDER).containsKey(number));
        } finally {
            hurry(connection, protocol, Duration.ofSeconds(20));
        }

        int pushes = pushUntilAcknowledged(number);

        assertNoneLostNoneTwice(protocol + " DELAY", number, pushes + 1);
    }

    @ParameterizedTest
    @EnumSource
    void theDeskShowsWhatWentOutAndWhatStoodInTheWay(Protocol protocol) {
        String connection = connect(protocol);
        FlowView before = desk.view(connection, Flow.ORDER_OUT);
        String number = anApprovedOrder();
        erp.breakNext(Operation.CREATE_ORDER, "HTTP_503", 1);

        erpOrders.push(number);
        FlowView broken = desk.view(connection, Flow.ORDER_OUT);
        pushUntilAcknowledged(number);
        FlowView after = desk.view(connection, Flow.ORDER_OUT);

        assertThat(broken.read()).isEqualTo(before.read() + 1);
        assertThat(broken.applied()).isEqualTo(before.applied());
        assertThat(broken.lastError()).isNotBlank();
        assertThat(broken.waiting()).isEqualTo(before.waiting() + 1);
        assertThat(after.applied()).isEqualTo(before.applied() + 1);
        assertThat(after.lastSuccess()).isNotNull();
        assertThat(after.lastError()).isNull();
        assertThat(after.waiting()).isEqualTo(before.waiting());
    }

    @ParameterizedTest
    @EnumSource
    void acceptanceAndPartialShipmentsWithBatchesComeBack(Protocol protocol) {
        String connection = connect(protocol);
        String number = anApprovedOrder();
        pushUntilAcknowledged(number);
        String code = erpNumber(number);

        erp.accept(code);
        run(connection, Flow.ORDER_STATUS_IN);
        assertThat(order(number).erpState()).isEqualTo(ErpState.ACCEPTED);
        assertStockFollows(connection, protocol, order(number).lines().getFirst());

        JsonNode batch = erp.get("/admin/orders/" + code + "/proposal").get(0);
        erp.post(
                "/admin/orders/" + code + "/ship",
                Map.of(
                        "lines",
                        List.of(
                                Map.of(
                                        "line",
                                        1,
                                        "batch",
                                        batch.get("batch").asString(),
                                        "quantity",
                                        "1"))));
        run(connection, Flow.ORDER_STATUS_IN);
        assertThat(order(number).shipments())
                .singleElement()
                .satisfies(
                        s -> {
                            assertThat(s.batches()).hasSize(1);
                            assertThat(s.batches().getFirst().batch())
                                    .isEqualTo(batch.get("batch").asString());
                            assertThat(s.batches().getFirst().quantity()).isEqualTo(Quantity.of(1));
                        });

        erp.ship(code);
        run(connection, Flow.ORDER_STATUS_IN);
        assertThat(order(number).shipments()).hasSize(2);
        assertThat(order(number).lines().getFirst().shipped()).isEqualTo(Quantity.of(3));
        assertThat(erpOrders.tellsOfInvoices(number)).isTrue();
        assertThat(invoices.of(number)).hasSize(2);
        assertThat(
                        invoices.of(number).stream()
                                .map(Invoices.Invoice::amount)
                                .reduce(Money.ZERO, Money::plus))
                .isEqualTo(order(number).total());
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionComesBackInTheWordsOfTheErp(Protocol protocol) {
        String connection = connect(protocol);
        String number = anApprovedOrder();
        pushUntilAcknowledged(number);

        erp.reject(erpNumber(number), "价格有误");
        run(connection, Flow.ORDER_STATUS_IN);

        assertThat(order(number).erpState()).isEqualTo(ErpState.REJECTED);
        assertThat(order(number).erpWords()).contains("价格有误");
    }

    @ParameterizedTest
    @EnumSource
    void anOrderIsVoidedOnceThoughTheReplyIsLost(Protocol protocol) {
        connect(protocol);
        String number = anApprovedOrder();
        pushUntilAcknowledged(number);
        erp.breakNext(Operation.VOID_ORDER, "DROP_AFTER_COMMIT", 1);

        VoidOutcome outcome = erpOrders.voidOrder(number, "客户取消");
        for (int i = 0; i < 5 && outcome instanceof VoidOutcome.Unavailable; i++) {
            clock.advance(Duration.ofSeconds(61));
            outcome = erpOrders.voidOrder(number, "客户取消");
        }

        assertThat(outcome).isInstanceOf(VoidOutcome.Voided.class);
        assertThat(erp.commits(Operation.VOID_ORDER)).containsOnly(Map.entry(number, 1));
    }

    @ParameterizedTest
    @CsvSource({"SOAP, DROP_AFTER_COMMIT", "REST, DROP_AFTER_COMMIT", "REST, DROP_BEFORE_COMMIT"})
    void anOrderOfWhichAPartIsCancelledIsThereOnceAsItIsNow(Protocol protocol, String fault) {
        String connection = connect(protocol);
        String number = anApprovedOrder();
        pushUntilAcknowledged(number);
        String before = erpNumber(number);
        long part = twoOfThree(number);
        assertThat(parts.start(part)).isInstanceOf(PartCancellations.Start.Granted.class);
        assertThat(erpOrders.voidOrder(number, "订多了")).isInstanceOf(VoidOutcome.Voided.class);
        parts.carryOut(part);
        erp.breakNext(Operation.CREATE_ORDER, fault, 1);

        pushUntilAcknowledged(number);

        assertOneOpenOfTwo(number, before);
        run(connection, Flow.ORDER_STATUS_IN);
        assertOneOpenOfTwo(number, before);
        assertThat(erpOrders.voidOrder(number, "全不要了")).isInstanceOf(VoidOutcome.Voided.class);
        assertThat(orders.erpNumbersLeft(number)).contains(before, newestErpNumber(number));
    }

    private long twoOfThree(String number) {
        Map<Integer, Quantity> keep = Map.of(1, Quantity.of(2));
        var shown = (PartCancellations.Preview.Shown) parts.preview(number, keep);
        var asked =
                (PartCancellations.Outcome.Requested)
                        parts.request(
                                new CancelPart(
                                        number,
                                        0,
                                        keep,
                                        "订多了",
                                        shown.statement().seen(),
                                        TradeFixtures.BUYER));
        return asked.part();
    }

    private void assertOneOpenOfTwo(String number, String before) {
        List<JsonNode> open = new ArrayList<>();
        erp.ordersWithReference(number)
                .forEach(
                        it -> {
                            if (!it.get("status").asString().equals("VOID")) {
                                open.add(it);
                            }
                        });
        assertThat(open).hasSize(1);
        JsonNode now = open.getFirst();
        assertThat(now.get("lines").get(0).get("quantity").asDouble()).isEqualTo(2.0);
        assertThat(now.get("billNo").asString()).isNotEqualTo(before);
        assertThat(order(number).erpNumber()).isEqualTo(now.get("billNo").asString());
    }

    private String newestErpNumber(String number) {
        JsonNode all = erp.ordersWithReference(number);
        return all.get(all.size() - 1).get("billNo").asString();
    }

    /** As the engine does: the outcome says whether to come again. */
    private int pushUntilAcknowledged(String number) {
        for (int pushes = 1; pushes <= 20; pushes++) {
            PushOutcome outcome = erpOrders.push(number);
            LOG.info("push {} of {}: {}", pushes, number, outcome);
            switch (outcome) {
                case PushOutcome.Acknowledged done -> {
                    assertThat(done.erpNumber()).isNotBlank();
                    return pushes;
                }
                case PushOutcome.Unknown(String detail, boolean parked) ->
                        assertThat(parked).as(detail).isFalse();
                case PushOutcome.Unavailable _, PushOutcome.Waiting _ -> {}
                case PushOutcome.Withheld held -> throw new AssertionError(held);
                case PushOutcome.Refused refused -> throw new AssertionError(refused);
            }
            clock.advance(Duration.ofSeconds(61));
        }
        throw new AssertionError(number + " never arrived");
    }

    /** Judged by what the ERP committed, not by what the hub believes. */
    private void assertNoneLostNoneTwice(String fault, String number, int pushes) {
        Map<String, Integer> commits = erp.commits(Operation.CREATE_ORDER);
        long lost = commits.containsKey(number) ? 0 : 1;
        long twice = commits.values().stream().filter(count -> count > 1).count();
        long unexpected = commits.keySet().stream().filter(key -> !key.equals(number)).count();
        LOG.info(
                "{}: lost {}, twice {}, unexpected {}, after {} pushes",
                fault,
                lost,
                twice,
                unexpected,
                pushes);
        assertThat(List.of(lost, twice, unexpected)).containsOnly(0L);
        assertThat(erp.commits(Operation.CREATE_CUSTOMER).values()).containsExactly(1);
        assertThat(erp.ordersWithReference(number)).hasSize(1);
        assertThat(order(number).erpNumber()).isEqualTo(erpNumber(number));
    }

    private String connect(Protocol protocol) {
        String connection = LOADED.computeIfAbsent(protocol, desk::aConnection);
        desk.switchOn(connection);
        if (desk.view(connection, Flow.STOCK_IN).lastSuccess() == null) {
            run(connection, Flow.PRODUCT_IN);
            run(connection, Flow.STOCK_IN);
        }
        return connection;
    }

    private void hurry(String connection, Protocol protocol, Duration timeout) {
        desk.connections().save(protocol.settings(connection, timeout), "An ERP", Desk.CLERK);
    }

    private FlowView run(String connection, Flow flow) {
        FlowView view = desk.run(connection, flow);
        assertThat(view.lastError()).isNull();
        assertThat(asideOf(connection, flow)).isZero();
        return view;
    }

    /** Of the mall's own records: others enter orders into the ERP as well, and certify it. */
    private long asideOf(String connection, Flow flow) {
        return desk.jdbc()
                .sql(
                        "select count(*) from quarantine where connection = ? and flow = ?"
                                + " and state = 'OPEN' and payload not like '%\"TEL-%'"
                                + " and payload not like '%\"CERT-%'")
                .params(connection, flow.id())
                .query(Long.class)
                .single();
    }

    private String anApprovedOrder() {
        CustomerId buyer = customers.anActiveCustomer().id();
        trade.giveCredit(buyer, "1000000");
        String number =
                trade.submitted(
                        TradeFixtures.anOrderOf(buyer, TradeFixtures.line(plenty().id(), 3)));
        orders.approve(number, 0);
        return number;
    }

    /** A drug the ERP still sells and has much of. */
    private ProductView plenty() {
        ProductView product =
                products
                        .search(new Products.Query(null, null, true, false), PageRequest.first(200))
                        .items()
                        .stream()
                        .filter(p -> p.code().startsWith("JK."))
                        .filter(
                                p ->
                                        stock.equation(p.id()).sellable().compareTo(Quantity.of(50))
                                                > 0)
                        .findFirst()
                        .orElseThrow();
        products.categorise(product.id(), RegulatoryCategory.PRESCRIPTION, TradeFixtures.DESK);
        return product;
    }

    private void assertStockFollows(String connection, Protocol protocol, OrderView.Line line) {
        run(connection, Flow.STOCK_IN);
        var ours = stock.equation(line.product());
        JsonNode theirs = erp.get("/admin/stock/" + line.code());
        BigDecimal onHand = new BigDecimal(theirs.get("onHand").asString());
        BigDecimal allocated = new BigDecimal(theirs.get("allocated").asString());
        LOG.info("{}: {} on hand, {} allocated in the ERP; {}", protocol, onHand, allocated, ours);
        assertThat(allocated).isPositive();
        switch (protocol) {
            case SOAP -> {
                assertThat(ours.onHand().amount()).isEqualByComparingTo(onHand);
                assertThat(ours.allocated().amount()).isEqualByComparingTo(allocated);
            }
            case REST ->
                    assertThat(ours.onHand().minus(ours.allocated()).amount())
                            .isEqualByComparingTo(onHand.subtract(allocated));
        }
    }

    private OrderView order(String number) {
        return orders.order(number).orElseThrow();
    }

    private String erpNumber(String reference) {
        return erp.ordersWithReference(reference).get(0).get("billNo").asString();
    }
}
