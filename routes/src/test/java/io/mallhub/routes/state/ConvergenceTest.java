package io.mallhub.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.MallChanges.Tally;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.FieldOwner;
import io.mallhub.conflict.FieldOwners;
import io.mallhub.connectors.ErpFault;
import io.mallhub.fixture.MutableClock;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.PaperErp;
import io.mallhub.routes.fixture.PaperErps;
import io.mallhub.routes.inbound.Inbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Whatever both sides do to a record, in whatever order the flows get their turns and whichever
 * request or reply is lost: in the end both say the same, and nothing was written but what somebody
 * had changed.
 *
 * @param <R> the record as the ERP has it
 */
abstract class ConvergenceTest<R> {
    private static final Set<Act> UNANSWERED =
            EnumSet.of(Act.A_REQUEST_IS_LOST, Act.A_REPLY_IS_LOST, Act.A_REQUEST_IS_DELAYED);
    private static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, null);

    @Autowired Desk desk;
    @Autowired PaperErps erps;
    @Autowired MallChanges changes;
    @Autowired FieldOwners owners;
    @Autowired Inbound<R> inbound;
    @Autowired TransactionTemplate transaction;
    @Autowired MutableClock clock;

    String connection = "";
    PaperErp erp = new PaperErp();
    private final List<Field> fields;
    private final Entity entity;
    private final Flow in;
    private final Flow out;
    private final List<R> read = new ArrayList<>();
    private Tally before = NONE;

    ConvergenceTest(Field.Kind kind, Entity entity, Flow in, Flow out) {
        this.fields = Field.of(kind);
        this.entity = entity;
        this.in = in;
        this.out = out;
    }

    /** A record that both sides know, read from the ERP. */
    abstract void makeRecord();

    abstract R inErp();

    abstract void editInErp(Map<String, String> fields);

    /** Something that no field of both sides is about. */
    abstract void changeInErpWhatIsItsOwn(int value);

    abstract void editInMall(Field field, String value);

    /** A value for the field; of small numbers both sides say the same. */
    abstract String value(Field field, int number, String side);

    abstract Map<Field, String> sayErp();

    abstract Map<Field, String> sayMall();

    enum Act {
        MALL_EDITS,
        ERP_EDITS,
        ERP_CHANGES_ITS_OWN,
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

        Map<Field, String> said = sayMall();
        assertThat(sayErp()).isEqualTo(said);
        nothingMoreHappens(said);
        if (history.counts()) {
            Tally after = tally();
            assertThat(erp.updates.size()).isLessThanOrEqualTo(edits(after));
            assertThat(after.rebounds()).isEqualTo(before.rebounds());
            assertThat(after.writes() - before.writes()).isLessThanOrEqualTo(edits(after));
            // Without an answer it is told by content: not if the ERP has written the same, or has
            // written over it, before anybody looked.
            if (history.steps().stream().noneMatch(step -> UNANSWERED.contains(step.act()))) {
                assertThat(after.writes() - before.writes()).isEqualTo(erp.updates.size());
            }
        }
    }

    private int edits(Tally after) {
        return (int) (after.edits() - before.edits());
    }

    private Tally tally() {
        return changes.tallies(connection).getOrDefault(entity, NONE);
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
        makeRecord();
        editInErp(Map.of());
        desk.run(connection, in);
        before = tally();
    }

    private void take(Step step) {
        switch (step.act()) {
            case MALL_EDITS -> {
                clock.advance(Duration.ofSeconds(1));
                editInMall(step.field(), value(step.field(), step.value(), "m"));
            }
            case ERP_EDITS ->
                    editInErp(Map.of(step.field().key(), value(step.field(), step.value(), "e")));
            case ERP_CHANGES_ITS_OWN -> changeInErpWhatIsItsOwn(step.value());
            case IN -> desk.run(connection, in);
            case OUT -> write();
            case A_REQUEST_IS_LOST -> erp.failBefore(new ErpFault.OutcomeUnknown("lost", null));
            case A_REPLY_IS_LOST -> erp.failAfter(new ErpFault.OutcomeUnknown("lost", null));
            case A_REQUEST_IS_DELAYED -> erp.delayNext();
            case THE_DELAYED_ONE_LANDS -> erp.lands();
            case THE_ERP_IS_AWAY -> erp.failBefore(new ErpFault.Unavailable("away", null, null));
            case A_PAGE_IS_READ -> read.add(inErp());
            case THE_PAGE_IS_APPLIED -> applyOld();
        }
    }

    private void applyOld() {
        if (!read.isEmpty()) {
            R old = read.removeFirst();
            transaction.executeWithoutResult(status -> inbound.apply(connection, List.of(old)));
        }
    }

    private int write() {
        return desk.writeChanges(changes, connection, out);
    }

    private void drain() {
        erp.heal();
        for (int round = 0; round < 12; round++) {
            erp.lands();
            desk.jdbc().sql("update mall_change set lease_until = null").update();
            desk.run(connection, in);
            while (!read.isEmpty()) {
                applyOld();
            }
            write();
        }
        desk.run(connection, in);
    }

    private void nothingMoreHappens(Map<Field, String> said) {
        int updates = erp.updates.size();
        desk.run(connection, in);
        assertThat(write()).isZero();
        desk.run(connection, in);
        assertThat(erp.updates).hasSize(updates);
        assertThat(sayMall()).isEqualTo(said);
    }

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<Step> steps =
                Combinators.combine(
                                Arbitraries.of(Act.class),
                                Arbitraries.of(fields),
                                Arbitraries.integers().between(0, 2))
                        .as(Step::new);
        Arbitrary<Map<Field, FieldOwner>> owned =
                Arbitraries.of(FieldOwner.MALL, FieldOwner.ERP, FieldOwner.NEWEST)
                        .list()
                        .ofSize(fields.size())
                        .map(this::byField);
        return Combinators.combine(
                        Arbitraries.of(true, false), owned, steps.list().ofMinSize(4).ofMaxSize(24))
                .as(History::new);
    }

    private Map<Field, FieldOwner> byField(List<FieldOwner> owners) {
        Map<Field, FieldOwner> byField = new EnumMap<>(Field.class);
        for (int i = 0; i < fields.size(); i++) {
            byField.put(fields.get(i), owners.get(i));
        }
        return byField;
    }
}
