package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.Reconciliations;
import io.mallhub.binding.Reconciliations.Run;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoutesTest
class RestoredDatabaseTest {
    @Autowired private Desk desk;
    @Autowired private Connections connections;
    @Autowired private ErpConnections erps;
    @Autowired private Reconciliations reconciliations;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;
    private String erp = "";

    @BeforeEach
    void aConnectionThatTakesOrders() {
        erp = desk.aConnection();
        start("");
    }

    /** As the hub does when it starts. */
    private void start(String word) {
        new RestoredDatabase(jdbc, connections, reconciliations, transaction, clock, word)
                .afterSingletonsInstantiated();
    }

    /** As a copy says that was taken elsewhere. */
    private void theDatabaseComesFromElsewhere() {
        jdbc.sql(
                        "insert into database_place (place, noted_at)"
                                + " values ('7419000000000000000/1 ', clock_timestamp())")
                .update();
    }

    private long number() {
        return jdbc.sql("select nextval('order_number')").query(Long.class).single();
    }

    private List<Run> comparisons() {
        return reconciliations.runs(PageRequest.of(0, 200)).items().stream()
                .filter(run -> run.connection().equals(erp))
                .toList();
    }

    private void assertGoesOut() {
        assertThat(erps.closed(erp, Flow.ORDER_OUT)).isEmpty();
        assertThat(comparisons()).isEmpty();
    }

    private void assertHeldBack() {
        assertThat(connections.flows(erp))
                .filteredOn(flow -> !Flow.of(flow.flow()).inbound())
                .extracting(FlowView::state)
                .containsOnly(FlowView.State.PAUSED, FlowView.State.OFF);
        assertThat(erps.closed(erp, Flow.ORDER_OUT).orElseThrow().why()).contains("was restored");
        assertThat(comparisons())
                .extracting(Run::entity)
                .containsExactlyInAnyOrder(Entity.ORDER, Entity.CUSTOMER);
    }

    @Test
    void anOrdinaryStartChangesNothing() {
        long before = number();

        start("");

        assertThat(number()).isEqualTo(before + 1);
        assertGoesOut();
    }

    @Test
    void afterARestoreNothingGoesOutAndNoNumberIsGivenTwice() {
        long before = number();
        theDatabaseComesFromElsewhere();

        start("");

        assertThat(number()).isGreaterThan(before + 50_000);
        assertHeldBack();
        assertThat(connections.flows(erp))
                .filteredOn(flow -> Flow.of(flow.flow()).inbound())
                .extracting(FlowView::state)
                .doesNotContain(FlowView.State.PAUSED);
    }

    @Test
    void whatSomebodyHasResumedAfterwardsGoesOutAlsoAfterTheNextStart() {
        theDatabaseComesFromElsewhere();
        start("");
        connections.resumeFlow(erp, Flow.ORDER_OUT.id(), Desk.CLERK);

        start("");

        assertThat(erps.closed(erp, Flow.ORDER_OUT)).isEmpty();
    }

    @Test
    void aWordSaysWhatTheDatabaseCannotTellAndSaysItOnce() {
        start("copied back on Monday " + erp);
        assertHeldBack();
        connections.resumeFlow(erp, Flow.ORDER_OUT.id(), Desk.CLERK);

        start("copied back on Monday " + erp);
        start("");

        assertThat(erps.closed(erp, Flow.ORDER_OUT)).isEmpty();
    }

    @Test
    void aSequenceThatEndsSoonGoesRound() {
        jdbc.sql("select setval('recall_number', 9990)").query(Long.class).single();
        theDatabaseComesFromElsewhere();

        start("");

        assertThat(jdbc.sql("select nextval('recall_number')").query(Long.class).single())
                .isLessThan(9990);
    }
}
