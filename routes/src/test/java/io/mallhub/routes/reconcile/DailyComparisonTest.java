package io.mallhub.routes.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Connections;
import io.mallhub.binding.DailyComparisons;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Reconciliations;
import io.mallhub.binding.Reconciliations.Run;
import io.mallhub.fixture.MutableClock;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.PageRequest;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The comparison that nobody has to start. */
@RoutesTest
class DailyComparisonTest {
    private static final LocalTime NIGHT = LocalTime.of(2, 30);

    @Autowired private Desk desk;
    @Autowired private Connections connections;
    @Autowired private DailyComparisons daily;
    @Autowired private Reconciliations reconciliations;
    @Autowired private ProducerTemplate camel;
    @Autowired private TransactionTemplate transaction;
    @Autowired private MutableClock clock;
    private String connection = "";

    @BeforeEach
    void productsAndCustomersAreOn() {
        connection = desk.aConnection();
        desk.switchOnBothWays(connection);
        connections.compareDaily(connection, NIGHT, Desk.CLERK);
    }

    @AfterEach
    void back() {
        connections.compareDaily(connection, null, Desk.CLERK);
        toTheEnd();
        clock.reset();
    }

    @Test
    void onceADayAtItsTimeAllThatIsSwitchedOnIsComparedByTheSystem() {
        daily.startDue();
        clock.set("2026-11-25T02:29:59");
        daily.startDue();
        assertThat(runs()).as("today's time was over when it was set").isEmpty();

        clock.set("2026-11-25T02:30:00");
        daily.startDue();
        daily.startDue();

        assertThat(runs())
                .extracting(Run::entity)
                .containsExactlyInAnyOrder(Entity.PRODUCT, Entity.CUSTOMER);
        assertThat(runs()).extracting(Run::startedBy).containsOnly("daily-comparison");
        toTheEnd();
        clock.set("2026-11-25T23:59:00");
        daily.startDue();
        assertThat(runs()).hasSize(2);
        clock.set("2026-11-26T02:30:10");
        daily.startDue();
        assertThat(runs()).hasSize(4);
    }

    @Test
    void whereOneIsUnderWayNoSecondIsStarted() {
        long begun = reconciliations.start(connection, Entity.PRODUCT, Desk.CLERK);

        clock.set("2026-11-25T02:31:00");
        daily.startDue();

        assertThat(runs()).hasSize(2);
        assertThat(runs())
                .filteredOn(run -> run.entity() == Entity.PRODUCT)
                .extracting(Run::id)
                .containsExactly(begun);
    }

    @Test
    void whatNoNodeWasThereForIsMadeUpForOnce() {
        clock.set("2026-11-28T09:00:00");
        daily.startDue();
        toTheEnd();
        daily.startDue();

        assertThat(runs()).hasSize(2);
    }

    @Test
    void nodesThatLookTogetherStartNoneTwice() {
        clock.set("2026-11-25T02:30:00");

        transaction.executeWithoutResult(
                status -> {
                    daily.startDue();
                    CompletableFuture.runAsync(daily::startDue).join();
                });
        daily.startDue();

        assertThat(runs()).hasSize(2);
    }

    private void toTheEnd() {
        for (int i = 0; i < 100 && runs().stream().anyMatch(it -> it.finishedAt() == null); i++) {
            camel.sendBody("direct:" + ReconciliationRoute.ID, "");
        }
    }

    private List<Run> runs() {
        return reconciliations.runs(PageRequest.first(50)).items().stream()
                .filter(run -> run.connection().equals(connection))
                .toList();
    }
}
