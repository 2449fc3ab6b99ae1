package io.mallhub.routes.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.ReconciliationTurns;
import io.mallhub.binding.Reconciliations;
import io.mallhub.binding.Reconciliations.Difference;
import io.mallhub.binding.Reconciliations.Kind;
import io.mallhub.binding.Reconciliations.Outcome;
import io.mallhub.binding.Reconciliations.Repair;
import io.mallhub.binding.Reconciliations.Run;
import io.mallhub.binding.Reconciliations.State;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Products.ReviseProduct;
import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.fixture.MutableClock;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.PaperErp;
import io.mallhub.routes.fixture.PaperErps;
import io.mallhub.routes.fixture.Records;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What no cursor can find is found by comparing everything. */
@RoutesTest
class ReconciliationTest {
    private static final int PRODUCTS = 25;

    @Autowired Desk desk;
    @Autowired PaperErps erps;
    @Autowired Connections connections;
    @Autowired Reconciliations reconciliations;
    @Autowired ReconciliationTurns turns;
    @Autowired MallChanges changes;
    @Autowired Products products;
    @Autowired Conflicts conflicts;
    @Autowired MutableClock clock;

    private final String tag = "R" + UUID.randomUUID().toString().substring(0, 8);
    private String connection = "";
    private PaperErp erp = new PaperErp();

    @BeforeEach
    void productsOfBoth() {
        connection = desk.aConnection();
        desk.switchOnBothWays(connection);
        erp = erps.erp(connection);
        for (int i = 0; i < PRODUCTS; i++) {
            erp.products.add(Records.product(code(i), "10.00", Records.T0));
            erp.edit(erp.productNamed(code(i)), Map.of());
        }
        desk.run(connection, Flow.PRODUCT_IN);
        clock.advance(Duration.ofSeconds(1)); // what was bound is older than what begins now
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void whereBothSayTheSameNothingIsFound() {
        Run run = compared(Entity.PRODUCT);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.compared()).isEqualTo(PRODUCTS);
        assertThat(run.found()).isEmpty();
    }

    @Test
    void aChangeBehindTheBackOfTheFlowIsFoundAndTakenOver() {
        changeBehind(3, "behind");
        desk.run(connection, Flow.PRODUCT_IN);
        assertThat(mall(3).name()).isNotEqualTo("behind");

        Difference found = only(compared(Entity.PRODUCT), Kind.CHANGED);
        assertThat(found.erpValue()).contains("name: behind");
        assertThat(repair(found, Repair.APPLY_ERP)).isEqualTo(new Outcome.Done());

        assertThat(mall(3).name()).isEqualTo("behind");
        assertThat(compared(Entity.PRODUCT).found()).isEmpty();
        assertThat(reconciliations.difference(found.id()).orElseThrow().repair())
                .isEqualTo(Repair.APPLY_ERP);
    }

    @Test
    void whatTheErpHasDeletedIsFound() {
        erp.products.remove(erp.productNamed(code(4)));

        Difference found = only(compared(Entity.PRODUCT), Kind.DELETED);

        assertThat(found.key()).isEqualTo(code(4));
        assertThat(repair(found, Repair.SEND_OURS)).isInstanceOf(Outcome.NotPossible.class);
    }

    @Test
    void aLateCommitTheCursorHasPassedIsFoundAndTakenOver() {
        ErpProduct late = Records.product(tag + "-late", "3.00", Records.T0.plusSeconds(1));
        erp.products.add(late);
        desk.run(connection, Flow.PRODUCT_IN);
        assertThat(products.byCode(late.code())).isEmpty();

        Difference found = only(compared(Entity.PRODUCT), Kind.UNKNOWN);
        repair(found, Repair.APPLY_ERP);

        assertThat(products.byCode(late.code())).isPresent();
        assertThat(compared(Entity.PRODUCT).found()).isEmpty();
    }

    @Test
    void whatAFlowHasInHandIsInFlight() {
        rename(5, "on its way");
        erp.edit(erp.productNamed(code(6)), Map.of("name", "a moment ago"));

        Run run = compared(Entity.PRODUCT);

        assertThat(run.found()).isEqualTo(Map.of(Kind.IN_FLIGHT, 2L));
    }

    @Test
    void anEditThatIsOnNoWayToTheErpIsLostAndSentOnCommand() {
        depth(Depth.IN);
        rename(7, "never sent");
        depth(Depth.BOTH);
        assertThat(changes.take(Flow.PRODUCT_OUT, 10)).isEmpty();

        Difference found = only(compared(Entity.PRODUCT), Kind.LOST);
        assertThat(found.mallValue()).contains("name: never sent");
        repair(found, Repair.SEND_OURS);
        desk.writeChanges(changes, connection, Flow.PRODUCT_OUT);

        assertThat(erp.productNamed(code(7)).name()).isEqualTo("never sent");
    }

    @Test
    void aPersonIsAskedOnCommand() {
        changeBehind(8, "theirs");

        repair(only(compared(Entity.PRODUCT), Kind.CHANGED), Repair.ASK);

        assertThat(conflicts.page(true, PageRequest.first(200)).items())
                .anySatisfy(
                        it -> {
                            assertThat(it.field()).isEqualTo(Field.PRODUCT_NAME);
                            assertThat(it.subject()).isEqualTo(mall(8).id().toString());
                            assertThat(it.erpValue()).isEqualTo("theirs");
                        });
    }

    @Test
    void anEmptyAnswerIsNotAllDeleted() {
        List<ErpProduct> all = List.copyOf(erp.products);
        erp.products.clear();

        Run run = compared(Entity.PRODUCT);

        assertThat(run.state()).isEqualTo(State.NOT_BELIEVED);
        assertThat(run.found()).isEmpty();
        assertThat(run.detail()).contains("25 of 25");
        erp.products.addAll(all);
        assertThat(compared(Entity.PRODUCT).state()).isEqualTo(State.DONE);
    }

    @Test
    void whenTheErpGoesAwayTheComparisonGoesOnFromThere() {
        long id = reconciliations.start(connection, Entity.PRODUCT, Desk.CLERK);
        ReconciliationTurns.Turn turn = mine();
        turns.leave(turn, "stopped");
        erp.failBefore(new ErpFault.Unavailable("away", null, null));
        later();
        turn();
        assertThat(run(id).state()).isEqualTo(State.LISTING);
        assertThat(run(id).detail()).contains("away");

        later();
        turn();

        assertThat(run(id).state()).isEqualTo(State.DONE);
        assertThat(run(id).compared()).isEqualTo(PRODUCTS);
    }

    @Test
    void aNodeThatWasOvertakenNotesNothing() {
        long id = reconciliations.start(connection, Entity.PRODUCT, Desk.CLERK);
        ReconciliationTurns.Turn slow = mine();
        desk.jdbc().sql("update reconciliation set lease_until = null").update();
        ReconciliationTurns.Turn fast = mine();

        assertThat(turns.listed(slow, slow.position(), false, List.of("x"), List.of())).isEmpty();

        turns.leave(fast, "");
        later();
        turn();
        assertThat(run(id).compared()).isEqualTo(PRODUCTS);
    }

    @Test
    void oneComparisonOfAKindIsUnderWayAtATime() {
        long first = reconciliations.start(connection, Entity.PRODUCT, Desk.CLERK);

        assertThat(reconciliations.start(connection, Entity.PRODUCT, Desk.CLERK)).isEqualTo(first);
        compared(Entity.PRODUCT);
    }

    @Test
    void figuresThatDifferAreTakenOverOnCommand() {
        connections.changePolicies(
                connection, Map.of(Entity.STOCK, Depth.IN, Entity.PRODUCT, Depth.IN), Desk.CLERK);
        erp.stock.add(Records.stock(code(1), "20", Records.T0));
        desk.run(connection, Flow.STOCK_IN);
        assertThat(compared(Entity.STOCK).found()).isEmpty();
        erp.stock.set(0, Records.stock(code(1), "12", Records.T0.plusSeconds(60)));

        Difference found = only(compared(Entity.STOCK), Kind.CHANGED);
        assertThat(repair(found, Repair.APPLY_ERP)).isEqualTo(new Outcome.Done());

        assertThat(compared(Entity.STOCK).found()).isEmpty();
    }

    @Test
    void anOrderOfTheMallThatTheMallDoesNotKnowIsFound() {
        String number = "SO99999999%08d".formatted(Math.floorMod(tag.hashCode(), 100_000_000));
        erp.orders.add(Records.order("XSDD-" + tag, number, ErpOrderStatus.State.NEW));
        erp.orders.add(Records.order("OWN-" + tag, "", ErpOrderStatus.State.NEW));
        desk.jdbc()
                .sql(
                        "update flow_state set cursor_at = now() where connection = ?"
                                + " and flow = 'erp-order-status-in'")
                .param(connection)
                .update();

        Difference found = only(compared(Entity.ORDER), Kind.UNKNOWN);

        assertThat(found.title()).isEqualTo(number);
    }

    private Run compared(Entity entity) {
        long id = reconciliations.start(connection, entity, Desk.CLERK);
        for (int i = 0; i < 20 && run(id).finishedAt() == null; i++) {
            later();
            turn();
        }
        return run(id);
    }

    private void turn() {
        desk.camel().sendBody("direct:" + ReconciliationRoute.ID, "");
    }

    /** Pauses are over. */
    private void later() {
        desk.jdbc().sql("update reconciliation set next_try = null").update();
    }

    private ReconciliationTurns.Turn mine() {
        later();
        return turns.take().filter(it -> it.connection().equals(connection)).orElseThrow();
    }

    private Run run(long id) {
        return reconciliations.run(id).orElseThrow();
    }

    private Difference only(Run run, Kind kind) {
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.found()).isEqualTo(Map.of(kind, 1L));
        return reconciliations
                .differences(run.id(), kind, true, PageRequest.first(10))
                .items()
                .getFirst();
    }

    private Outcome repair(Difference difference, Repair how) {
        return reconciliations.repair(difference.id(), how, Desk.CLERK);
    }

    /** Somebody changes the table of the ERP by hand: its change time stays. */
    private void changeBehind(int i, String name) {
        ErpProduct now = erp.productNamed(code(i));
        ErpProduct changed = erp.edit(now, Map.of("name", name));
        ErpProduct behind =
                new ErpProduct(
                        changed.code(),
                        changed.name(),
                        changed.dosageForm(),
                        changed.strength(),
                        changed.maker(),
                        changed.holder(),
                        changed.approvalNumber(),
                        changed.drugCodes(),
                        changed.category(),
                        changed.unit(),
                        changed.price(),
                        changed.vatRate(),
                        changed.active(),
                        now.changedAt(),
                        changed.version());
        erp.products.replaceAll(it -> it.code().equals(code(i)) ? behind : it);
    }

    private void depth(Depth depth) {
        connections.changePolicies(connection, Map.of(Entity.PRODUCT, depth), Desk.CLERK);
    }

    private void rename(int i, String name) {
        ProductView now = mall(i);
        products.revise(
                new ReviseProduct(now.id(), name, now.dosageForm(), now.strength()), Desk.CLERK);
    }

    private ProductView mall(int i) {
        return products.byCode(code(i)).orElseThrow();
    }

    private String code(int i) {
        return "%s-%02d".formatted(tag, i);
    }
}
