package io.mallhub.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.MallChanges.Tally;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Products.ReviseProduct;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.FieldOwner;
import io.mallhub.conflict.FieldOwners;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.fixture.MutableClock;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.PaperErp;
import io.mallhub.routes.fixture.PaperErps;
import io.mallhub.routes.fixture.Records;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.routes.inbound.Inbound;
import io.mallhub.shared.RegulatoryCategory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever both sides do to a product, in whatever order the flows get their turns and whichever
 * request or reply is lost: in the end both say the same, and nothing was written but what somebody
 * had changed.
 */
@RoutesTest
class ConvergenceTest {
    private static final Set<Act> UNANSWERED =
            EnumSet.of(Act.A_REQUEST_IS_LOST, Act.A_REPLY_IS_LOST, Act.A_REQUEST_IS_DELAYED);
    private static final List<RegulatoryCategory> CATEGORIES =
            List.of(
                    RegulatoryCategory.PRESCRIPTION,
                    RegulatoryCategory.OTC_A,
                    RegulatoryCategory.OTC_B);

    @Autowired Desk desk;
    @Autowired PaperErps erps;
    @Autowired MallChanges changes;
    @Autowired Products products;
    @Autowired FieldOwners owners;
    @Autowired Inbound<ErpProduct> inbound;
    @Autowired TransactionTemplate transaction;
    @Autowired MutableClock clock;

    private String code = "";
    private String connection = "";
    private PaperErp erp = new PaperErp();
    private final List<ErpProduct> read = new ArrayList<>();

    enum Act {
        MALL_EDITS,
        ERP_EDITS,
        ERP_CHANGES_THE_PRICE,
        IN,
        OUT,
        A_REQUEST_IS_LOST,
        A_REPLY_IS_LOST,
        A_REQUEST_IS_DELAYED,
        THE_DELAYED_ONE_LANDS,
        THE_ERP_IS_AWAY,
        A_PAGE_IS_READ,
        THE_PAGE_IS_APPLIED
    }

    record Step(Act act, Field field, int value) {}

    /**
     * @param counts the ERP counts versions and refuses who names an old one
     */
    record History(boolean counts, Map<Field, FieldOwner> owners, List<Step> steps) {}

    @BeforeProperty
    void wire() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        connection = desk.aConnection();
        desk.switchOnBothWays(connection);
    }

    @AfterProperty
    void back() {
        clock.reset();
    }

    @Property(tries = 40)
    void inTheEndBothSayTheSameAndNothingGoesRoundInCircles(@ForAll("histories") History history) {
        live(history);
    }

    @Property(tries = 400)
    @Tag("slow")
    void manyHistoriesEndSo(@ForAll("histories") History history) {
        live(history);
    }

    private void live(History history) {
        begin(history);

        history.steps().forEach(this::take);
        drain();

        ErpProduct there = erp.productNamed(code);
        ProductView here = products.byCode(code).orElseThrow();
        assertThat(there.name()).isEqualTo(here.name());
        assertThat(there.dosageForm()).isEqualTo(here.dosageForm());
        assertThat(there.strength()).isEqualTo(here.strength());
        assertThat(there.category()).isEqualTo(String.valueOf(here.category()));
        nothingMoreHappens(here);
        if (history.counts()) {
            Tally after = tally();
            assertThat(erp.updates.size() - written).isLessThanOrEqualTo(edits(after));
            assertThat(after.rebounds()).isEqualTo(before.rebounds());
            assertThat(after.writes() - before.writes()).isLessThanOrEqualTo(edits(after));
            // Without an answer it is told by content: not if the ERP has written the same, or has
            // written over it, before anybody looked.
            if (history.steps().stream().noneMatch(step -> UNANSWERED.contains(step.act()))) {
                assertThat(after.writes() - before.writes())
                        .isEqualTo(erp.updates.size() - written);
            }
        }
    }

    private Tally before = new Tally(0, 0, 0, 0, 0, 0, null);
    private int written;

    private int edits(Tally after) {
        return (int) (after.edits() - before.edits());
    }

    private Tally tally() {
        return changes.tallies(connection)
                .getOrDefault(Entity.PRODUCT, new Tally(0, 0, 0, 0, 0, 0, null));
    }

    private void begin(History history) {
        erp = erps.erp(connection);
        erp.reset();
        erp.counts = history.counts();
        erp.time =
                () -> {
                    clock.advance(Duration.ofSeconds(1));
                    return clock.instant();
                };
        read.clear();
        history.owners()
                .forEach((field, owner) -> owners.change(connection, field, owner, Desk.CLERK));
        code = "V" + UUID.randomUUID().toString().substring(0, 12);
        erp.products.add(Records.product(code, "10.00", Records.T0));
        erp.edit(erp.productNamed(code), Map.of());
        desk.run(connection, Flow.PRODUCT_IN);
        before = tally();
        written = 0;
    }

    private void take(Step step) {
        switch (step.act()) {
            case MALL_EDITS -> editMall(step);
            case ERP_EDITS ->
                    erp.edit(erp.productNamed(code), Map.of(step.field().key(), value(step, "e")));
            case ERP_CHANGES_THE_PRICE -> erp.edit(priced(step.value()), Map.of());
            case IN -> desk.run(connection, Flow.PRODUCT_IN);
            case OUT -> write();
            case A_REQUEST_IS_LOST -> erp.failBefore(new ErpFault.OutcomeUnknown("lost", null));
            case A_REPLY_IS_LOST -> erp.failAfter(new ErpFault.OutcomeUnknown("lost", null));
            case A_REQUEST_IS_DELAYED -> erp.delayNext();
            case THE_DELAYED_ONE_LANDS -> erp.lands();
            case THE_ERP_IS_AWAY -> erp.failBefore(new ErpFault.Unavailable("away", null, null));
            case A_PAGE_IS_READ -> read.add(erp.productNamed(code));
            case THE_PAGE_IS_APPLIED -> applyOld();
        }
    }

    private ErpProduct priced(int value) {
        ErpProduct now = erp.productNamed(code);
        return new ErpProduct(
                now.code(),
                now.name(),
                now.dosageForm(),
                now.strength(),
                now.maker() + value,
                now.holder(),
                now.approvalNumber(),
                now.drugCodes(),
                now.category(),
                now.unit(),
                now.price(),
                now.vatRate(),
                now.active(),
                now.changedAt(),
                now.version());
    }

    private void applyOld() {
        if (!read.isEmpty()) {
            ErpProduct old = read.removeFirst();
            transaction.executeWithoutResult(status -> inbound.apply(connection, List.of(old)));
        }
    }

    private void editMall(Step step) {
        clock.advance(Duration.ofSeconds(1));
        ProductView now = products.byCode(code).orElseThrow();
        if (step.field() == Field.PRODUCT_CATEGORY) {
            products.categorise(now.id(), CATEGORIES.get(step.value()), Desk.CLERK);
            return;
        }
        String value = value(step, "m");
        products.revise(
                new ReviseProduct(
                        now.id(),
                        step.field() == Field.PRODUCT_NAME ? value : now.name(),
                        step.field() == Field.PRODUCT_DOSAGE_FORM ? value : now.dosageForm(),
                        step.field() == Field.PRODUCT_STRENGTH ? value : now.strength()),
                Desk.CLERK);
    }

    /** Small numbers are the same on both sides: they agree by chance too. */
    private static String value(Step step, String side) {
        if (step.field() == Field.PRODUCT_CATEGORY) {
            return CATEGORIES.get(step.value()).name();
        }
        return (step.value() == 0 ? "both" : side) + step.value();
    }

    private int write() {
        return desk.writeChanges(changes, connection, Flow.PRODUCT_OUT);
    }

    private void drain() {
        erp.heal();
        for (int round = 0; round < 12; round++) {
            erp.lands();
            desk.jdbc().sql("update mall_change set lease_until = null").update();
            desk.run(connection, Flow.PRODUCT_IN);
            while (!read.isEmpty()) {
                applyOld();
            }
            write();
        }
        desk.run(connection, Flow.PRODUCT_IN);
    }

    private void nothingMoreHappens(ProductView here) {
        int updates = erp.updates.size();
        desk.run(connection, Flow.PRODUCT_IN);
        assertThat(write()).isZero();
        desk.run(connection, Flow.PRODUCT_IN);
        assertThat(erp.updates).hasSize(updates);
        assertThat(products.byCode(code)).contains(here);
    }

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<Field> fields = Arbitraries.of(Field.of(Field.Kind.PRODUCT));
        Arbitrary<Step> steps =
                Combinators.combine(
                                Arbitraries.of(Act.class),
                                fields,
                                Arbitraries.integers().between(0, 2))
                        .as(Step::new);
        Arbitrary<Map<Field, FieldOwner>> owned =
                Arbitraries.of(FieldOwner.MALL, FieldOwner.ERP, FieldOwner.NEWEST)
                        .list()
                        .ofSize(4)
                        .map(ConvergenceTest::byField);
        return Combinators.combine(
                        Arbitraries.of(true, false), owned, steps.list().ofMinSize(4).ofMaxSize(24))
                .as(History::new);
    }

    private static Map<Field, FieldOwner> byField(List<FieldOwner> owners) {
        Map<Field, FieldOwner> byField = new EnumMap<>(Field.class);
        List<Field> fields = Field.of(Field.Kind.PRODUCT);
        for (int i = 0; i < fields.size(); i++) {
            byField.put(fields.get(i), owners.get(i));
        }
        return byField;
    }
}
