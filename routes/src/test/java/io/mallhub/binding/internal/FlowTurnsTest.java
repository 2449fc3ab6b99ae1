package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.binding.Counts;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowRun;
import io.mallhub.binding.FlowTurns;
import io.mallhub.binding.FlowTurns.LeaseLost;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.Hours;
import io.mallhub.binding.Progress;
import io.mallhub.binding.Schedule;
import io.mallhub.binding.Turn;
import io.mallhub.connectors.Cursor;
import io.mallhub.fixture.MutableClock;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.RoutesTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoutesTest
class FlowTurnsTest {
    private static final Instant T = Instant.parse("2026-11-24T01:00:00Z");

    @Autowired private FlowTurns turns;
    @Autowired private Desk desk;
    @Autowired private MutableClock clock;
    private String erp = "";

    @BeforeEach
    void aConnection() {
        erp = desk.aConnection();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void oneNodeAtATimeHoldsAFlow() {
        assertThat(turns.take(Flow.PRODUCT_IN)).hasSize(1);

        assertThat(turns.take(Flow.PRODUCT_IN)).isEmpty();
        assertThat(desk.view(erp, Flow.PRODUCT_IN).state()).isEqualTo(FlowView.State.RUNNING);
    }

    @Test
    void aHolderWhoseLeaseWasTakenCanNeitherSaveNorFinish() {
        Turn frozen = take();
        desk.expireLeases();
        Turn taken = take();
        turns.commit(taken, () -> progress("B"));

        assertThatThrownBy(() -> turns.commit(frozen, () -> progress("A")))
                .isInstanceOf(LeaseLost.class);
        turns.finish(frozen);
        turns.fail(frozen, "late", null);

        FlowView view = desk.view(erp, Flow.PRODUCT_IN);
        assertThat(view.cursor()).endsWith(" B");
        assertThat(view.state()).isEqualTo(FlowView.State.RUNNING);
        assertThat(view.read()).isEqualTo(1);
    }

    @Test
    void aRunTellsHowFarItIsHowFastAndHowLongItWillTake() {
        turns.finish(turns.commit(take(), () -> progress("A")));
        bound(120);
        desk.connections().reload(erp, Flow.PRODUCT_IN.id(), Desk.CLERK);
        Turn again = take();
        clock.advance(Duration.ofSeconds(30));
        Counts twenty = Counts.of(20, 0, 0, 0);
        turns.commit(again, () -> new Progress(new Cursor(T, "B"), true, twenty));

        FlowRun run = Objects.requireNonNull(desk.view(erp, Flow.PRODUCT_IN).run());

        assertThat(run.read()).as("not what was read before").isEqualTo(20);
        assertThat(run.perMinute(clock.instant())).hasValue(40L);
        assertThat(run.remaining(clock.instant())).hasValue(Duration.ofSeconds(150));
        turns.finish(again);
        assertThat(desk.view(erp, Flow.PRODUCT_IN).run()).isNull();
    }

    private void bound(int products) {
        desk.jdbc()
                .sql(
                        "insert into binding (connection, entity, mall_id, erp_id, linked_at,"
                                + " synced_at) select ?, 'PRODUCT', 'm' || n, 'e' || n, now(),"
                                + " now() from generate_series(1, ?) n")
                .params(erp, products)
                .update();
    }

    @Test
    void workAndCursorAreSavedTogetherOrNotAtAll() {
        Turn turn = take();

        assertThatThrownBy(
                        () ->
                                turns.commit(
                                        turn,
                                        () -> {
                                            throw new IllegalStateException("poison");
                                        }))
                .hasMessage("poison");

        assertThat(desk.view(erp, Flow.PRODUCT_IN).cursor()).isEmpty();
    }

    @Test
    void afterACrashTheNextTurnGoesOnFromTheSavedCursor() {
        turns.commit(take(), () -> progress("A"));
        desk.expireLeases();

        assertThat(take().position()).isEqualTo(new Cursor(T, "A"));
    }

    @Test
    void aSweepReadsFromBeforeTheCursorAndNeverMovesItBack() {
        Turn first = turns.commit(take(), () -> progress("M"));
        turns.finish(first);
        clock.advance(Duration.ofSeconds(61));
        Turn full = take();
        turns.finish(full);
        clock.advance(Duration.ofSeconds(61));
        turns.finish(
                turns.commit(
                        take(),
                        () ->
                                new Progress(
                                        new Cursor(T.plusSeconds(500), "A"), false, Counts.NONE)));
        clock.advance(Duration.ofSeconds(61));

        Turn sweep = take();

        assertThat(sweep.sweep()).isTrue();
        assertThat(sweep.position().changedAt()).isBefore(T.plusSeconds(500));
        turns.commit(sweep, () -> progress("A"));
        assertThat(desk.view(erp, Flow.PRODUCT_IN).cursor()).isEqualTo(T.plusSeconds(500) + " A");
    }

    @Test
    void forAWhileAfterNewRecordsSomeTurnsGoBackAsFarAsAClockMayJump() {
        turns.finish(turns.commit(take(), () -> progress("M")));
        clock.advance(Duration.ofMinutes(4));
        Turn late = take();
        turns.finish(late);
        clock.advance(Duration.ofMinutes(1));

        Turn deep = take();

        assertThat(late.deep()).isFalse();
        assertThat(deep.deep()).isTrue();
        assertThat(deep.position()).isEqualTo(new Cursor(T.minus(Duration.ofMinutes(15)), ""));
        turns.finish(deep);
        clock.advance(Duration.ofMinutes(10));
        Turn last = take();
        turns.finish(last);
        clock.advance(Duration.ofHours(1));
        assertThat(last.deep()).isTrue();
        assertThat(take().deep()).as("nothing came for long").isFalse();
    }

    @Test
    void failuresPauseLongerAndLongerAndAreForgottenAfterSuccess() {
        turns.fail(take(), "down", null);
        assertThat(turns.take(Flow.PRODUCT_IN)).isEmpty();
        assertThat(desk.view(erp, Flow.PRODUCT_IN).state()).isEqualTo(FlowView.State.FAILING);

        clock.advance(Duration.ofSeconds(1));
        turns.finish(take());

        assertThat(desk.view(erp, Flow.PRODUCT_IN).state()).isEqualTo(FlowView.State.IDLE);
    }

    @Test
    void whenTheErpAsksToWaitAllItsFlowsWait() {
        turns.fail(take(), "busy", Duration.ofSeconds(90));
        desk.connections().runNow(erp, Flow.CUSTOMER_IN.id(), Desk.CLERK);
        clock.advance(Duration.ofSeconds(89));
        assertThat(turns.take(Flow.CUSTOMER_IN)).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(turns.take(Flow.CUSTOMER_IN)).hasSize(1);
    }

    @Test
    void stockWaitsForTheFirstProducts() {
        assertThat(turns.take(Flow.STOCK_IN)).isEmpty();

        turns.finish(take());

        assertThat(turns.take(Flow.STOCK_IN)).hasSize(1);
    }

    @Test
    void aPausedFlowStopsAfterItsPageAndGetsNoTurn() {
        Turn turn = take();
        desk.connections().pauseFlow(erp, Flow.PRODUCT_IN.id(), "stocktaking", Desk.CLERK);

        Turn after = turns.commit(turn, () -> progress("A"));

        assertThat(after.more()).isFalse();
        turns.finish(after);
        desk.connections().runNow(erp, Flow.PRODUCT_IN.id(), Desk.CLERK);
        assertThat(turns.take(Flow.PRODUCT_IN)).isEmpty();
        desk.connections().resumeFlow(erp, Flow.PRODUCT_IN.id(), Desk.CLERK);
        assertThat(turns.take(Flow.PRODUCT_IN)).hasSize(1);
    }

    @Test
    void aReloadFencesTheRunningTurnAndBeginsAnew() {
        Turn running = turns.commit(take(), () -> progress("A"));
        desk.connections().reload(erp, Flow.PRODUCT_IN.id(), Desk.CLERK);

        assertThatThrownBy(() -> turns.commit(running, () -> progress("B")))
                .isInstanceOf(LeaseLost.class);
        assertThat(take().position()).isEqualTo(Cursor.START);
    }

    @Test
    void outsideOfItsHoursAFlowGetsNoTurnUnlessSomebodyAsksForOne() {
        hours("12:00", "14:00");
        assertThat(turns.take(Flow.PRODUCT_IN)).isEmpty();
        assertThat(desk.view(erp, Flow.PRODUCT_IN).state()).isEqualTo(FlowView.State.RESTING);

        desk.connections().runNow(erp, Flow.PRODUCT_IN.id(), Desk.CLERK);
        turns.finish(take());

        clock.set("2026-11-24T11:59:59");
        assertThat(turns.take(Flow.PRODUCT_IN)).isEmpty();
        clock.set("2026-11-24T12:00:00");
        assertThat(desk.view(erp, Flow.PRODUCT_IN).state()).isEqualTo(FlowView.State.IDLE);
        assertThat(turns.take(Flow.PRODUCT_IN)).hasSize(1);
    }

    @Test
    void aTurnThatIsUnderWayWhenItsHoursEndGoesToItsEnd() {
        hours("22:00", "06:00");
        clock.set("2026-11-25T05:59:59");
        Turn turn = take();
        clock.set("2026-11-25T06:00:00");

        Turn after = turns.commit(turn, () -> progress("A"));

        assertThat(after.more()).isTrue();
        turns.finish(turns.commit(after, () -> progress("B")));
        clock.set("2026-11-25T21:59:00");
        assertThat(turns.take(Flow.PRODUCT_IN)).isEmpty();
        clock.set("2026-11-25T22:00:00");
        assertThat(turns.take(Flow.PRODUCT_IN)).hasSize(1);
    }

    @Test
    void aFlowWithAPaceOfItsOwnComesAfterThatAndTheOthersAsTheSettingsSay() {
        pace(Duration.ofHours(1));
        turns.finish(take());
        turns.finish(turns.take(Flow.CUSTOMER_IN).getFirst());

        clock.advance(Duration.ofSeconds(15));
        assertThat(turns.take(Flow.CUSTOMER_IN)).hasSize(1);
        clock.advance(Duration.ofMinutes(59));
        assertThat(turns.take(Flow.PRODUCT_IN)).isEmpty();
        clock.advance(Duration.ofSeconds(45));
        assertThat(turns.take(Flow.PRODUCT_IN)).hasSize(1);
    }

    @Test
    void anotherPaceCountsFromTheLastTurnThatWentThrough() {
        pace(Duration.ofDays(7));
        turns.finish(take());
        clock.advance(Duration.ofSeconds(10));

        pace(Duration.ofSeconds(11));
        assertThat(turns.take(Flow.PRODUCT_IN)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        turns.finish(take());

        pace(Duration.ofHours(2));
        clock.advance(Duration.ofMinutes(119));
        assertThat(turns.take(Flow.PRODUCT_IN)).isEmpty();
        pace(null);
        assertThat(turns.take(Flow.PRODUCT_IN)).hasSize(1);
    }

    @Test
    void aFlowThatFailsRestsAsLongAsBeforeWhateverItsPace() {
        turns.fail(take(), "down", null);

        pace(Duration.ofDays(7));

        clock.advance(Duration.ofSeconds(1));
        assertThat(turns.take(Flow.PRODUCT_IN)).hasSize(1);
    }

    private void hours(String opens, String closes) {
        schedule(new Schedule(null, new Hours(LocalTime.parse(opens), LocalTime.parse(closes))));
    }

    private void pace(@Nullable Duration pace) {
        schedule(new Schedule(pace, null));
    }

    private void schedule(Schedule schedule) {
        desk.connections().changeSchedules(erp, Map.of(Flow.PRODUCT_IN, schedule), Desk.CLERK);
    }

    private Turn take() {
        return turns.take(Flow.PRODUCT_IN).getFirst();
    }

    private static Progress progress(String key) {
        return new Progress(new Cursor(T, key), true, Counts.of(1, 0, 0, 0));
    }
}
