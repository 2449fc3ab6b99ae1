package io.mallhub.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Hours;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.MallChanges.Tally;
import io.mallhub.binding.Schedule;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Products.ReviseProduct;
import io.mallhub.conflict.ConflictView;
import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Conflicts.DecideConflict;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.FieldOwner;
import io.mallhub.conflict.FieldOwners;
import io.mallhub.conflict.Side;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.PaperErp;
import io.mallhub.routes.fixture.PaperErps;
import io.mallhub.routes.fixture.Records;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.routes.inbound.Inbound;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** One product that both sides change. */
@RoutesTest
class BothWaysTest {
    @Autowired Desk desk;
    @Autowired PaperErps erps;
    @Autowired Connections connections;
    @Autowired MallChanges changes;
    @Autowired Bindings bindings;
    @Autowired Products products;
    @Autowired Conflicts conflicts;
    @Autowired FieldOwners owners;
    @Autowired Inbound<ErpProduct> inbound;
    @Autowired TransactionTemplate transaction;

    private final String code = "B" + UUID.randomUUID().toString().substring(0, 8);
    private String connection = "";
    private PaperErp erp = new PaperErp();

    @BeforeEach
    void aProductOfBoth() {
        connection = desk.aConnection();
        desk.switchOnBothWays(connection);
        erp = erps.erp(connection);
        erp.products.add(Records.product(code, "10.00", Records.T0));
        erp.edit(erp.productNamed(code), Map.of());
        desk.run(connection, Flow.PRODUCT_IN);
    }

    @Test
    void anEditOfTheMallIsOneWriteAndItsEchoEndsThere() {
        nameInMall("新名");

        write();
        int rounds = write();
        desk.run(connection, Flow.PRODUCT_IN);

        assertThat(inErp().name()).isEqualTo("新名");
        assertThat(inErp().price()).isEqualByComparingTo("10.00");
        assertThat(rounds).isZero();
        assertThat(write()).isZero();
        assertThat(tally()).isEqualTo(new Tally(1, 1, 1, 0, 0, 0, null));
        assertThat(desk.view(connection, Flow.PRODUCT_IN).echoes()).isEqualTo(1);
        assertThat(mall().name()).isEqualTo("新名");
    }

    @Test
    void manyEditsAreOneWriteOfTheLatestState() {
        nameInMall("one");
        nameInMall("two");
        products.revise(new ReviseProduct(mall().id(), "three", "片剂", "5mg"), Desk.CLERK);

        write();

        assertThat(erp.updates).hasSize(1);
        assertThat(erp.updates.getFirst().fields())
                .containsEntry("name", "three")
                .containsEntry("dosageForm", "片剂")
                .containsEntry("strength", "5mg");
    }

    @Test
    void anEditThatIsTakenBackIsNoWrite() {
        String name = mall().name();
        nameInMall("other");
        nameInMall(name);

        assertThat(write()).isOne();

        assertThat(erp.updates).isEmpty();
        assertThat(write()).isZero();
    }

    @Test
    void anEditThatIsRolledBackMarksNothing() {
        transaction.executeWithoutResult(
                status -> {
                    nameInMall("never");
                    status.setRollbackOnly();
                });

        assertThat(write()).isZero();
    }

    @Test
    void nothingGoesOutWhereProductsOnlyComeIn() {
        connections.changePolicies(connection, Map.of(Entity.PRODUCT, Depth.IN), Desk.CLERK);

        nameInMall("only here");

        assertThat(write()).isZero();
        desk.run(connection, Flow.PRODUCT_IN);
        assertThat(mall().name()).isEqualTo("only here");
    }

    @Test
    void anEditWaitsForTheHoursOfItsFlow() {
        schedule(new Schedule(null, new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0))));
        nameInMall("新名");

        assertThat(write()).isZero();
        assertThat(tally().waiting()).isOne();

        schedule(Schedule.ALWAYS);
        assertThat(write()).isOne();
        assertThat(inErp().name()).isEqualTo("新名");
    }

    private void schedule(Schedule schedule) {
        connections.changeSchedules(connection, Map.of(Flow.PRODUCT_OUT, schedule), Desk.CLERK);
    }

    @Test
    void anotherFieldOfTheErpComesInBesideTheEdit() {
        nameInMall("新名");
        erp.edit(inErp(), Map.of("strength", "10mg"));

        write();
        desk.run(connection, Flow.PRODUCT_IN);
        write();

        assertThat(inErp().name()).isEqualTo("新名");
        assertThat(inErp().strength()).isEqualTo("10mg");
        assertThat(mall().strength()).isEqualTo("10mg");
        assertThat(mall().name()).isEqualTo("新名");
    }

    @Test
    void aLostReplyIsLookedForAndNotSentAgain() {
        nameInMall("新名");
        erp.failAfter(new ErpFault.OutcomeUnknown("lost", null));

        write();
        write();

        assertThat(inErp().name()).isEqualTo("新名");
        assertThat(erp.updates).hasSize(1);
        assertThat(tally().writes()).isOne();
        assertThat(tally().rebounds()).isZero();
    }

    @Test
    void aLostRequestIsSentAgainOnceTheErpWasAsked() {
        nameInMall("新名");
        erp.failBefore(new ErpFault.OutcomeUnknown("lost", null));

        write();

        assertThat(inErp().name()).isEqualTo("新名");
        assertThat(erp.updates).hasSize(1);
        assertThat(erp.calls).contains("productByCode");
    }

    @Test
    void anErpThatIsAwayGetsItLater() {
        nameInMall("新名");
        erp.failBefore(new ErpFault.Unavailable("away", null, null));

        write();
        assertThat(inErp().name()).isNotEqualTo("新名");
        assertThat(desk.view(connection, Flow.PRODUCT_OUT).waiting()).isOne();
        write();

        assertThat(inErp().name()).isEqualTo("新名");
        assertThat(tally().rebounds()).isZero();
    }

    @Test
    void aNoOfTheErpWaitsForANewEdit() {
        nameInMall("新名");
        erp.failBefore(new ErpFault.Rejected("no such word"));

        write();
        assertThat(write()).isZero();
        assertThat(tally().refused()).isOne();
        nameInMall("other");
        write();

        assertThat(inErp().name()).isEqualTo("other");
        assertThat(tally().refused()).isZero();
    }

    @Test
    void whereBothChangedAFieldItsOwnerDecides() {
        owner(FieldOwner.MALL);
        bothChange();
        assertThat(inErp().name()).isEqualTo("mall's");
        assertThat(mall().name()).isEqualTo("mall's");

        owner(FieldOwner.ERP);
        bothChange();
        assertThat(inErp().name()).isEqualTo("erp's");
        assertThat(mall().name()).isEqualTo("erp's");
    }

    @Test
    void theNewestHoldsWhereThatIsTheRule() {
        owner(FieldOwner.NEWEST);
        bothChange();

        // The paper ERP's clock is far ahead of the mall's.
        assertThat(inErp().name()).isEqualTo("erp's");
        assertThat(mall().name()).isEqualTo("erp's");
    }

    @Test
    void whatIsAskedStaysOnBothSidesUntilItIsDecided() {
        owner(FieldOwner.ASK);
        bothChange();

        ConflictView conflict = open();
        assertThat(conflict.mallValue()).isEqualTo("mall's");
        assertThat(conflict.erpValue()).isEqualTo("erp's");
        assertThat(inErp().name()).isEqualTo("erp's");
        assertThat(mall().name()).isEqualTo("mall's");
        conflicts.decide(
                new DecideConflict(conflict.number(), "mall's", "erp's", Side.MALL, "as labelled"),
                Desk.CLERK);
        write();
        assertThat(inErp().name()).isEqualTo("mall's");
    }

    @Test
    void anotherFieldGoesOutWhileOneIsAskedAbout() {
        owner(FieldOwner.ASK);
        bothChange();

        products.revise(
                new ReviseProduct(mall().id(), mall().name(), "片剂", mall().strength()), Desk.CLERK);
        write();

        assertThat(inErp().dosageForm()).isEqualTo("片剂");
        assertThat(inErp().name()).isEqualTo("erp's");
    }

    @Test
    void aCategoryOfTheDeskGoesOut() {
        products.categorise(mall().id(), RegulatoryCategory.OTC_A, Desk.CLERK);

        write();

        assertThat(inErp().category()).isEqualTo("OTC_A");
    }

    @Test
    void aPageThatWasReadBeforeTheWriteDoesNotTakeItBack() {
        ErpProduct old = inErp();
        nameInMall("新名");
        write();

        transaction.executeWithoutResult(status -> inbound.apply(connection, List.of(old)));

        assertThat(mall().name()).isEqualTo("新名");
    }

    @Test
    void aSecondWayIntoTheErpMarksOnlyWhatItWritesOtherwise() {
        String other = desk.aConnection();
        desk.switchOnBothWays(other);
        PaperErp second = erps.erp(other);
        second.products.add(erp.productNamed(code));
        owners.change(other, Field.PRODUCT_STRENGTH, FieldOwner.MALL, Desk.CLERK);
        desk.run(other, Flow.PRODUCT_IN);
        assertThat(desk.writeChanges(changes, other, Flow.PRODUCT_OUT)).isZero();

        String third = desk.aConnection();
        desk.switchOnBothWays(third);
        owners.change(third, Field.PRODUCT_STRENGTH, FieldOwner.MALL, Desk.CLERK);
        erps.erp(third).products.add(erp.productNamed(code));
        erps.erp(third).edit(erp.productNamed(code), Map.of("strength", "otherwise"));
        desk.run(third, Flow.PRODUCT_IN);
        assertThat(desk.writeChanges(changes, third, Flow.PRODUCT_OUT)).isOne();
        assertThat(erps.erp(third).productNamed(code).strength()).isEqualTo(mall().strength());
    }

    @Test
    void twoNodesNeverTakeTheSameRecord() {
        nameInMall("新名");

        List<MallChanges.Change> first = mine();
        List<MallChanges.Change> second = mine();

        assertThat(first).hasSize(1);
        assertThat(second).isEmpty();
    }

    @Test
    void whoWasOvertakenSendsNothing() {
        nameInMall("新名");
        MallChanges.Change slow = mine().getFirst();
        desk.jdbc().sql("update mall_change set lease_until = null").update();
        MallChanges.Change fast = mine().getFirst();
        desk.camel().requestBody("direct:" + Flow.PRODUCT_OUT.id(), fast);

        nameInMall("later");
        desk.camel().requestBody("direct:" + Flow.PRODUCT_OUT.id(), slow);

        assertThat(erp.updates).hasSize(1);
        assertThat(inErp().name()).isEqualTo("新名");
    }

    private List<MallChanges.Change> mine() {
        return changes.take(Flow.PRODUCT_OUT, 100).stream()
                .filter(change -> change.connection().equals(connection))
                .toList();
    }

    private void bothChange() {
        nameInMall("mall's");
        erp.edit(inErp(), Map.of("name", "erp's"));
        desk.run(connection, Flow.PRODUCT_IN);
        write();
        desk.run(connection, Flow.PRODUCT_IN);
    }

    private void owner(FieldOwner owner) {
        owners.change(connection, Field.PRODUCT_NAME, owner, Desk.CLERK);
    }

    private void nameInMall(String name) {
        ProductView now = mall();
        products.revise(
                new ReviseProduct(now.id(), name, now.dosageForm(), now.strength()), Desk.CLERK);
    }

    private int write() {
        return desk.writeChanges(changes, connection, Flow.PRODUCT_OUT);
    }

    private ErpProduct inErp() {
        return erp.productNamed(code);
    }

    private ProductView mall() {
        return products.byCode(code).orElseThrow();
    }

    private Tally tally() {
        return Objects.requireNonNull(changes.tallies(connection).get(Entity.PRODUCT));
    }

    private ConflictView open() {
        return conflicts.page(true, PageRequest.first(200)).items().stream()
                .filter(it -> it.subject().equals(mall().id().toString()))
                .findFirst()
                .orElseThrow();
    }
}
