package io.mallhub.routes.order;

import static io.mallhub.routes.fixture.Records.T0;
import static io.mallhub.routes.fixture.Records.product;
import static io.mallhub.routes.fixture.Records.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.binding.Flow;
import io.mallhub.binding.Hours;
import io.mallhub.binding.Schedule;
import io.mallhub.catalog.Products;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Guarantees;
import io.mallhub.connectors.Guarantees.Repeat;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.ErpOrders;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.order.ErpOrders.VoidOutcome;
import io.mallhub.order.Orders;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.PaperErp;
import io.mallhub.routes.fixture.PaperErps;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.CustomerId;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoutesTest
class OrderOutRouteTest {
    @Autowired private Desk desk;
    @Autowired private PaperErps erps;
    @Autowired private Products products;
    @Autowired private Orders orders;
    @Autowired private ErpOrders erpOrders;
    @Autowired private CustomerFixtures customers;
    @Autowired private TradeFixtures trade;
    @Autowired private MutableClock clock;
    private PaperErp erp = new PaperErp();
    private String connection = "";
    private String number = "";

    @BeforeEach
    void anApprovedOrder() {
        connection = desk.aConnection();
        erp = erps.erp(connection);
        erp.products.add(product(connection, "10", T0));
        erp.stock.add(stock(connection, "100", T0));
        desk.run(connection, Flow.PRODUCT_IN);
        desk.run(connection, Flow.STOCK_IN);
        CustomerId buyer = customers.anActiveCustomer().id();
        trade.giveCredit(buyer, "100000");
        number =
                trade.submitted(
                        TradeFixtures.anOrderOf(
                                buyer,
                                TradeFixtures.line(
                                        products.byCode(connection).orElseThrow().id(), 2)));
        orders.approve(number, 0);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void anOrderArrivesOnceWithItsCustomerHoweverOftenItIsPushed() {
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);

        assertThat(erp.orders).hasSize(1);
        assertThat(erp.customers).hasSize(1);
    }

    @Test
    void aLostReplyIsFoundByAskingAndNothingIsSentAgain() {
        erp.failAfter(new ErpFault.OutcomeUnknown("customer reply lost", null));
        erp.failAfter(new ErpFault.OutcomeUnknown("order reply lost", null));

        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);

        assertThat(erp.count("createOrder")).isEqualTo(1);
        assertThat(erp.count("createCustomer")).isEqualTo(1);
    }

    @Test
    void aHubThatDiedAfterTheErpCommittedAsksFirst() {
        erpOrders.push(number);
        String second = another();
        erp.failAfter(new AssertionError("kill -9"));
        assertThatThrownBy(() -> erpOrders.push(second)).hasMessage("kill -9");
        assertThat(erpOrders.push(second)).isInstanceOf(PushOutcome.Unavailable.class);
        restart();

        assertThat(erpOrders.push(second)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erp.orders).hasSize(2);
    }

    @Test
    void anErpThatShowsNothingAtFirstIsAskedUntilItsNoCanBeBelieved() {
        erpOrders.push(number);
        String second = another();
        erp.failAfter(new ErpFault.OutcomeUnknown("timeout", null));
        erp.blind = true;
        for (int i = 0; i < 4; i++) {
            assertThat(erpOrders.push(second)).isInstanceOf(PushOutcome.Unknown.class);
            clock.advance(Duration.ofSeconds(15));
        }
        erp.blind = false;

        assertThat(erpOrders.push(second)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erp.orders).hasSize(2);
    }

    @Test
    void anErpThatCannotBeAskedParksTheOrder() {
        erpOrders.push(number);
        erp.guarantees = new Guarantees(Repeat.NEITHER, Repeat.NEITHER, false);
        String second = another();
        erp.failAfter(new ErpFault.OutcomeUnknown("timeout", null));

        assertThat(erpOrders.push(second))
                .isInstanceOfSatisfying(
                        PushOutcome.Unknown.class,
                        unknown -> assertThat(unknown.parked()).isTrue());
        assertThat(erp.count("createOrder")).isEqualTo(2);
    }

    @Test
    void anOrderWaitsForTheHoursOfItsFlowAndLeavesOnce() {
        hours(Flow.ORDER_OUT, "22:00", "06:00");

        assertWaits("%s is closed for erp-order-out until 22:00".formatted(connection), 60);
        clock.set("2026-11-24T21:59:30");
        assertWaits("until 22:00", 30);
        assertThat(erp.calls).doesNotContain("createOrder", "findOrders", "createCustomer");

        clock.set("2026-11-24T22:00:00");
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erp.orders).hasSize(1);
    }

    @Test
    void anOrderThatMayHaveArrivedIsNotAskedForBeforeItsFlowOpensAgain() {
        erpOrders.push(number);
        number = another();
        erp.failAfter(new ErpFault.OutcomeUnknown("timeout", null));
        erp.blind = true;
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Unknown.class);
        erp.blind = false;
        long asked = erp.count("findOrders");

        hours(Flow.ORDER_OUT, "08:00", "10:00");
        clock.advance(Duration.ofHours(9));
        assertWaits("until 08:00", 60);
        assertThat(erp.count("findOrders")).isEqualTo(asked);

        clock.set("2026-11-25T08:00:00");
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erp.orders).hasSize(2);
        assertThat(erp.count("createOrder")).isEqualTo(2);
    }

    @Test
    void whatTheErpHasIsVoidedAtTheHoursOfTheFlowOnly() {
        erpOrders.push(number);
        hours(Flow.ORDER_OUT, "12:00", "14:00");

        assertThat(erpOrders.voidOrder(number, "not wanted"))
                .isInstanceOf(VoidOutcome.Waiting.class);
        assertThat(erp.calls).doesNotContain("voidOrder");

        clock.set("2026-11-24T12:00:00");
        assertThat(erpOrders.voidOrder(number, "not wanted"))
                .isInstanceOf(VoidOutcome.Voided.class);
    }

    @Test
    void anOrderWaitsForTheHoursOfItsCustomer() {
        hours(Flow.CUSTOMER_OUT, "12:00", "14:00");

        assertWaits("Its customer: %s is closed for erp-customer-out".formatted(connection), 60);

        clock.set("2026-11-24T12:00:00");
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erp.customers).hasSize(1);
    }

    @Test
    void aPauseIsAPauseAtWhateverHour() {
        hours(Flow.ORDER_OUT, "12:00", "14:00");
        desk.connections().pauseFlow(connection, Flow.ORDER_OUT.id(), "stocktaking", Desk.CLERK);

        assertThat(erpOrders.push(number))
                .isEqualTo(new PushOutcome.Unavailable(connection + " is paused: stocktaking"));
    }

    private void hours(Flow flow, String opens, String closes) {
        Hours hours = new Hours(LocalTime.parse(opens), LocalTime.parse(closes));
        desk.connections()
                .changeSchedules(connection, Map.of(flow, new Schedule(null, hours)), Desk.CLERK);
    }

    private void assertWaits(String words, int seconds) {
        assertThat(erpOrders.push(number))
                .isInstanceOfSatisfying(
                        PushOutcome.Waiting.class,
                        waiting -> {
                            assertThat(waiting.detail()).contains(words);
                            assertThat(waiting.lookAgain()).isEqualTo(Duration.ofSeconds(seconds));
                        });
    }

    /** A form that can't carry a character, a definition without the operation. */
    @Test
    void whatTheDefinitionCannotSendIsToldAndSentOnceItIsMended() {
        erpOrders.push(number);
        String second = another();
        erp.failBefore(ErpFault.DataInvalid.lasting("no '𠮷' in a form in GBK", null));

        assertThat(erpOrders.push(second))
                .isEqualTo(new PushOutcome.Refused("no '𠮷' in a form in GBK"));

        assertThat(erp.orders).hasSize(1);
        assertThat(erpOrders.push(second)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erp.orders).hasSize(2);
    }

    /** As a proxy's 404 while the ERP is being updated: no order is refused for it. */
    @Test
    void anAnswerOfAServerInBetweenIsTriedAgain() {
        erpOrders.push(number);
        String second = another();
        erp.failBefore(new ErpFault.DataInvalid("HTTP 404", null));

        assertThat(erpOrders.push(second)).isInstanceOf(PushOutcome.Unavailable.class);

        assertThat(erpOrders.push(second)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erp.orders).hasSize(2);
    }

    @Test
    void anOrderInDoubtThatCannotBeAskedForIsParkedAndFoundOnceTheDefinitionIsMended() {
        erpOrders.push(number);
        String second = another();
        erp.failAfter(new ErpFault.OutcomeUnknown("timeout", null));
        erp.failNext(
                "findOrders", ErpFault.DataInvalid.lasting("no operation 'find-orders'", null));

        assertThat(erpOrders.push(second))
                .isInstanceOfSatisfying(
                        PushOutcome.Unknown.class,
                        unknown -> {
                            assertThat(unknown.parked()).isTrue();
                            assertThat(unknown.detail()).contains("find-orders");
                        });

        assertThat(erpOrders.push(second)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erp.count("createOrder")).isEqualTo(2);
    }

    private String another() {
        var order = orders.order(number).orElseThrow();
        String second =
                trade.submitted(
                        TradeFixtures.anOrderOf(
                                order.customer(),
                                TradeFixtures.line(order.lines().getFirst().product(), 1)));
        orders.approve(second, 0);
        return second;
    }

    private void restart() {
        desk.expireLeases();
        clock.advance(Duration.ofMinutes(30));
    }
}
