package io.mallhub.routes.customer;

import static io.mallhub.routes.fixture.Records.T0;
import static io.mallhub.routes.fixture.Records.customer;
import static io.mallhub.routes.fixture.Records.product;
import static io.mallhub.routes.fixture.Records.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Backlog;
import io.mallhub.binding.Bindings;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Hours;
import io.mallhub.binding.Schedule;
import io.mallhub.catalog.Products;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.customer.CustomerState;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.ErpCustomers;
import io.mallhub.customer.ErpCustomers.Outcome;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.ErpOrders;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.order.Orders;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.PaperErp;
import io.mallhub.routes.fixture.PaperErps;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.CustomerId;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers that go out to no ERP, and what becomes of them and their orders. */
@RoutesTest
class CustomersKeptInTheMallTest {
    @Autowired private Desk desk;
    @Autowired private PaperErps erps;
    @Autowired private Products products;
    @Autowired private Orders orders;
    @Autowired private ErpOrders erpOrders;
    @Autowired private Customers customers;
    @Autowired private ErpCustomers erpCustomers;
    @Autowired private Bindings bindings;
    @Autowired private Backlog backlog;
    @Autowired private CustomerFixtures given;
    @Autowired private TradeFixtures trade;
    @Autowired private ProducerTemplate camel;
    @Autowired private MutableClock clock;
    private String connection = "";
    private PaperErp erp = new PaperErp();

    @BeforeEach
    void anErpThatTakesOrders() {
        connection = desk.aConnection();
        erp = erps.erp(connection);
        erp.products.add(product(connection, "10", T0));
        erp.stock.add(stock(connection, "100", T0));
        desk.run(connection, Flow.PRODUCT_IN);
        desk.run(connection, Flow.STOCK_IN);
    }

    private void customersGo(Depth depth) {
        desk.connections().changePolicies(connection, Map.of(Entity.CUSTOMER, depth), Desk.CLERK);
    }

    @ParameterizedTest
    @EnumSource(names = {"OFF", "IN"})
    void noErpIsAskedToTakeACustomerThatDoesNotGoOut(Depth depth) {
        customersGo(depth);

        Outcome outcome = erpCustomers.push(given.anActiveCustomer().id());

        assertThat(outcome).isInstanceOf(Outcome.NotWanted.class);
        assertThat(erp.customers).isEmpty();
    }

    @Test
    void whomTheErpHadBeforeIsBoundAtOnce() {
        customersGo(Depth.IN);
        CustomerView company = given.anActiveCustomer();
        CustomerId old = broughtBeforeItApplied(company);

        Outcome outcome = erpCustomers.push(company.id());

        assertThat(outcome).isEqualTo(new Outcome.Linked("K-" + company.number(), true));
        assertThat(boundTo(company)).contains("K-" + company.number());
        assertThat(customers.customer(old).orElseThrow().state()).isEqualTo(CustomerState.CLOSED);
    }

    @Test
    void whomTheErpHadBeforeIsFoundAndBoundWhenCustomersGoOut() {
        CustomerView company = given.anActiveCustomer();
        CustomerId old = broughtBeforeItApplied(company);

        Outcome outcome = erpCustomers.push(company.id());

        assertThat(outcome).isEqualTo(new Outcome.Linked("K-" + company.number(), true));
        assertThat(boundTo(company)).contains("K-" + company.number());
        assertThat(customers.customer(old).orElseThrow().state()).isEqualTo(CustomerState.CLOSED);
    }

    /** Its code was not known to the ERP when it came in, and is now. */
    private CustomerId broughtBeforeItApplied(CustomerView company) {
        String code = "K-" + company.number();
        erp.customers.add(customer(code, company.company().uscc(), T0));
        CustomerId old =
                customers
                        .applyFromErp(
                                new Customers.ApplyErpCustomer(
                                        connection, code, "老药房" + code, "", "", "", ""))
                        .id();
        bindings.link(
                connection,
                Entity.CUSTOMER,
                List.of(new Bindings.Link(old.toString(), code, null, null)));
        customers.applyFromErp(
                new Customers.ApplyErpCustomer(
                        connection, code, "老药房" + code, company.company().uscc(), "", "", ""));
        return old;
    }

    @Test
    void anOrderWaitsUntilTheErpBringsItsCustomer() {
        customersGo(Depth.IN);
        CustomerView buyer = given.anActiveCustomer();
        String number = anOrderOf(buyer);

        assertThat(erpOrders.push(number))
                .isInstanceOfSatisfying(
                        PushOutcome.Waiting.class,
                        waiting -> assertThat(waiting.detail()).contains(buyer.number()));
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Waiting.class);
        assertThat(erp.customers).isEmpty();
        assertThat(desk.view(connection, Flow.ORDER_OUT))
                .satisfies(
                        view -> {
                            assertThat(view.waiting()).isEqualTo(1);
                            assertThat(view.lastError()).contains(buyer.number());
                        });

        erp.customers.add(customer("K-" + buyer.number(), buyer.company().uscc(), T0));
        desk.run(connection, Flow.CUSTOMER_IN);

        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erp.customers).hasSize(1);
    }

    @Test
    void anOrderWhoseCustomersAreSwitchedOnTakesItsCustomerAlong() {
        customersGo(Depth.OFF);
        String number = anOrderOf(given.anActiveCustomer());
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Waiting.class);

        customersGo(Depth.OUT);

        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erp.customers).hasSize(1);
    }

    @Test
    void onceCustomersGoOutThoseApprovedBeforeGoByThemselves() {
        customersGo(Depth.OFF);
        CustomerView one = given.anActiveCustomer();
        CustomerView other = given.anActiveCustomer();
        assertThat(backlog.take(Flow.CUSTOMER_OUT).filter(this::isHere)).isEmpty();

        customersGo(Depth.OUT);
        drain();

        assertThat(boundTo(one)).isPresent();
        assertThat(boundTo(other)).isPresent();
        assertThat(erp.customers)
                .extracting(ErpCustomer::reference)
                .contains(one.number(), other.number())
                .doesNotHaveDuplicates();
    }

    @Test
    void outsideOfTheHoursOfCustomersNobodyIsPassedOver() {
        customersGo(Depth.OFF);
        CustomerView one = given.anActiveCustomer();
        Hours atNight = new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0));
        desk.connections()
                .changeSchedules(
                        connection,
                        Map.of(Flow.CUSTOMER_OUT, new Schedule(null, atNight)),
                        Desk.CLERK);
        clock.set("2026-11-24T12:00:00");
        customersGo(Depth.OUT);
        drain();
        assertThat(boundTo(one)).isEmpty();

        clock.set("2026-11-24T22:30:00");
        drain();

        assertThat(boundTo(one)).isPresent();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private boolean isHere(Backlog.Place place) {
        return place.connection().equals(connection);
    }

    private void drain() {
        for (Optional<Backlog.Place> place = backlog.take(Flow.CUSTOMER_OUT);
                place.isPresent();
                place = backlog.take(Flow.CUSTOMER_OUT)) {
            camel.requestBody(CustomerBacklogRoute.START, place.get());
        }
    }

    private String anOrderOf(CustomerView buyer) {
        trade.giveCredit(buyer.id(), "100000");
        String number =
                trade.submitted(
                        TradeFixtures.anOrderOf(
                                buyer.id(),
                                TradeFixtures.line(
                                        products.byCode(connection).orElseThrow().id(), 2)));
        orders.approve(number, 0);
        return number;
    }

    private Optional<String> boundTo(CustomerView company) {
        return bindings.byMallId(connection, Entity.CUSTOMER, company.id().toString())
                .map(Bindings.Link::erpId);
    }
}
