package io.mallhub.routes.reconcile;

import static io.mallhub.routes.fixture.Records.T0;
import static io.mallhub.routes.fixture.Records.product;
import static io.mallhub.routes.fixture.Records.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Reconciliations;
import io.mallhub.binding.Reconciliations.Difference;
import io.mallhub.binding.Reconciliations.Kind;
import io.mallhub.binding.Reconciliations.Outcome;
import io.mallhub.binding.Reconciliations.Repair;
import io.mallhub.catalog.Products;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.ErpOrders;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.order.ErpState;
import io.mallhub.order.Orders;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.PaperErp;
import io.mallhub.routes.fixture.PaperErps;
import io.mallhub.routes.fixture.Records;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Six of everything, of which the ERP deletes one: few enough to believe its list. */
@RoutesTest
class DeletedInErpTest {
    private static final int EACH = 6;

    @Autowired private Desk desk;
    @Autowired private PaperErps erps;
    @Autowired private Products products;
    @Autowired private Orders orders;
    @Autowired private ErpOrders erpOrders;
    @Autowired private Bindings bindings;
    @Autowired private Reconciliations reconciliations;
    @Autowired private CustomerFixtures customers;
    @Autowired private TradeFixtures trade;
    @Autowired private MutableClock clock;
    private final List<String> numbers = new ArrayList<>();
    private final List<CustomerId> buyers = new ArrayList<>();
    private String connection = "";
    private PaperErp erp = new PaperErp();

    @BeforeEach
    void ordersOfSixCustomers() {
        connection = desk.aConnection();
        erp = erps.erp(connection);
        for (int i = 0; i < EACH; i++) {
            erp.products.add(product(code(i), "10", T0.plusSeconds(i)));
            erp.stock.add(stock(code(i), "100", T0.plusSeconds(i)));
        }
        desk.run(connection, Flow.PRODUCT_IN);
        desk.run(connection, Flow.STOCK_IN);
        for (int i = 0; i < EACH; i++) {
            CustomerId buyer = customers.anActiveCustomer().id();
            trade.giveCredit(buyer, "100000");
            String number =
                    trade.submitted(
                            TradeFixtures.anOrderOf(
                                    buyer,
                                    TradeFixtures.line(
                                            products.byCode(code(i)).orElseThrow().id(), 2)));
            orders.approve(number, 0);
            assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);
            numbers.add(number);
            buyers.add(buyer);
        }
        clock.advance(Duration.ofSeconds(1)); // what was bound is older than what begins now
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void aDeletedProductIsNotSoldAnyMoreUntilTheErpHasItAgain() {
        ErpProduct gone = erp.productNamed(code(4));
        erp.products.remove(gone);

        Difference found = only(Entity.PRODUCT);
        assertThat(found.repairs()).isEqualTo(Set.of(Repair.APPLY_ERP));
        repaired(found, Repair.APPLY_ERP);

        assertThat(products.byCode(code(4)).orElseThrow().active()).isFalse();
        assertThat(products.byCode(code(3)).orElseThrow().active()).isTrue();
        erp.products.add(gone);
        desk.connections().reload(connection, Flow.PRODUCT_IN.id(), Desk.CLERK);
        desk.run(connection, Flow.PRODUCT_IN);
        assertThat(products.byCode(code(4)).orElseThrow().active()).isTrue();
    }

    @Test
    void aDeletedCustomerIsCreatedThereAgainWithHisNextOrder() {
        ErpCustomer gone = erp.customers.get(2);
        erp.customers.remove(gone);

        Difference found = only(Entity.CUSTOMER);
        assertThat(found.key()).isEqualTo(gone.code());
        assertThat(found.repairs()).isEqualTo(Set.of(Repair.SEND_OURS));
        repaired(found, Repair.SEND_OURS);

        String mine = buyers.get(2).toString();
        assertThat(bindings.byMallId(connection, Entity.CUSTOMER, mine)).isEmpty();
        String next =
                trade.submitted(
                        TradeFixtures.anOrderOf(
                                buyers.get(2),
                                TradeFixtures.line(
                                        products.byCode(code(0)).orElseThrow().id(), 1)));
        orders.approve(next, 0);
        assertThat(erpOrders.push(next)).isInstanceOf(PushOutcome.Acknowledged.class);
        assertThat(erp.customers).hasSize(EACH);
        assertThat(bindings.byMallId(connection, Entity.CUSTOMER, mine)).isPresent();
    }

    @Test
    void aDeletedOrderIsVoidHereTooAndWhatTheErpSellsByItselfIsItsOwnAffair() {
        erp.orders.removeIf(it -> it.reference().equals(numbers.get(1)));
        erp.orders.add(Records.order("TEL-1", "TEL-4711", ErpOrderStatus.State.NEW));

        Difference found = only(Entity.ORDER);
        assertThat(found.title()).isEqualTo(numbers.get(1));
        assertThat(found.repairs()).isEqualTo(Set.of(Repair.APPLY_ERP));
        assertThat(orders.order(numbers.get(1)).orElseThrow().erpState())
                .as("nothing is repaired by itself")
                .isNotEqualTo(ErpState.VOIDED);
        repaired(found, Repair.APPLY_ERP);

        assertThat(orders.order(numbers.get(1)).orElseThrow().erpState())
                .isEqualTo(ErpState.VOIDED);
        assertThat(orders.order(numbers.get(0)).orElseThrow().erpState())
                .isNotEqualTo(ErpState.VOIDED);
    }

    private void repaired(Difference difference, Repair how) {
        assertThat(reconciliations.repair(difference.id(), how, Desk.CLERK))
                .isInstanceOf(Outcome.Done.class);
        assertThat(reconciliations.difference(difference.id()).orElseThrow().repairs()).isEmpty();
    }

    /** What the ERP sells itself it may tell of or not; one record is missing. */
    private Difference only(Entity entity) {
        long id = reconciliations.start(connection, entity, Desk.CLERK);
        for (int i = 0; i < 20 && isUnderWay(id); i++) {
            desk.jdbc().sql("update reconciliation set next_try = null").update();
            desk.camel().sendBody("direct:" + ReconciliationRoute.ID, "");
        }
        List<Difference> deleted =
                reconciliations.differences(id, Kind.DELETED, true, PageRequest.first(10)).items();
        assertThat(deleted).as("%s", reconciliations.run(id)).hasSize(1);
        assertThat(
                        reconciliations
                                .differences(id, Kind.UNKNOWN, true, PageRequest.first(10))
                                .items())
                .isEmpty();
        return deleted.getFirst();
    }

    private boolean isUnderWay(long id) {
        return reconciliations.run(id).orElseThrow().finishedAt() == null;
    }

    private String code(int i) {
        return "%s-%02d".formatted(connection, i);
    }
}
