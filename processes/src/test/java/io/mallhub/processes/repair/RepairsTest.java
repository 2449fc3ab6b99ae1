package io.mallhub.processes.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.HeatMaps;
import io.mallhub.processes.IncidentDesk;
import io.mallhub.processes.InstanceSearch;
import io.mallhub.processes.InstanceSearch.Criteria;
import io.mallhub.processes.Instances.InstanceView;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.Instances.Writer;
import io.mallhub.processes.Repair;
import io.mallhub.processes.Repairs;
import io.mallhub.processes.Repairs.Item;
import io.mallhub.processes.Repairs.ItemState;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestAudit;
import io.mallhub.processes.fixture.Trial;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every repair on the real broker, alone and for many. */
class RepairsTest extends ProcessTest {
    private static final StaffView OPERATOR = staff("olga", Role.OPERATOR);
    private static final Map<String, String> ERP_BACK = Map.of("erp", "\"ok\"");

    @Autowired private Repairs repairs;
    @Autowired private InstanceSearch search;
    @Autowired private IncidentDesk desk;
    @Autowired private HeatMaps heat;
    @Autowired private RepairQueue queue;
    @Autowired private RepairRun run;
    @Autowired private RepairCommands commands;
    @Autowired private TestAudit audit;
    @Autowired private JdbcClient jdbc;
    private Trial trial;
    private final String number = newNumber("TR");

    @BeforeEach
    void theTrialIsDeployed() {
        trial = new Trial(client);
    }

    @AfterEach
    void theWorkerIsClosed() {
        trial.close();
    }

    @Test
    void aRetryWithTheCauseFixedGoesOnAndTheHistoryNamesWhoFixedIt() {
        long key = stuck(number);

        assertThat(repairs.preview(List.of(key), new Repair.Retry(null, null, ERP_BACK)))
                .singleElement()
                .satisfies(
                        step -> {
                            assertThat(step.possible()).isTrue();
                            assertThat(step.words()).isEqualTo("repair.will.retry");
                            assertThat(step.detail()).isEqualTo("step");
                        });
        Item item =
                repairs.repair(key, new Repair.Retry(null, null, ERP_BACK), "ERP back", OPERATOR);

        assertThat(item.state()).isEqualTo(ItemState.DONE);
        awaitElement(number, "wait");
        assertThat(trial.done.get(number)).hasValue(1);
        eventually(
                () ->
                        assertThat(instances.history(key))
                                .filteredOn(change -> change.name().equals("erp"))
                                .extracting(change -> change.writer() + " " + change.who())
                                .containsExactly(Writer.PROCESS + " ", Writer.STAFF + " olga"));
        assertThat(instances.history(key))
                .filteredOn(change -> change.name().equals("answer"))
                .extracting(change -> change.writer() + " " + change.who())
                .containsExactly(Writer.JOB + " trial.step");
        assertThat(audit.entries)
                .anyMatch(
                        entry ->
                                entry.action().equals("retry-incident")
                                        && entry.subject().equals("" + key)
                                        && entry.reason().equals("ERP back"));
    }

    @Test
    void anIncidentWithoutAJobIsResolvedAfterItsVariableWasSetAndAJobsOneNeedsARetry() {
        long key =
                client.newCreateInstanceCommand()
                        .bpmnProcessId(Trial.PROCESS)
                        .latestVersion()
                        .variables(Map.of("erp", "ok"))
                        .send()
                        .join()
                        .getProcessInstanceKey();
        eventually(
                () ->
                        assertThat(instances.instance(key))
                                .hasValueSatisfying(
                                        view ->
                                                assertThat(view.incidents())
                                                        .anyMatch(
                                                                i -> i.element().equals("wait"))));

        repairs.repair(
                key,
                new Repair.ChangeVariables(Map.of("orderNumber", "\"" + number + "\"")),
                "was missing",
                OPERATOR);
        Item item = repairs.repair(key, new Repair.Resolve(), "now it is there", OPERATOR);

        assertThat(item.state()).isEqualTo(ItemState.DONE);
        awaitElement(number, "wait");
        assertThat(repairs.preview(List.of(stuck(newNumber("TR"))), new Repair.Resolve()))
                .extracting(Repairs.Step::words)
                .containsExactly("repair.cannot.needs-retry");
    }

    /** Whoever was faster with one of them. */
    @Test
    void anIncidentThatIsGoneDoesNotKeepTheOthersFromBeingRetried() {
        long key = stuck(number);
        long open = instances.instance(key).orElseThrow().incidents().getFirst().key();
        repairs.repair(key, new Repair.ChangeVariables(ERP_BACK), "ERP back", OPERATOR);

        commands.retry(
                new LeasedItem(
                        4711,
                        1,
                        key,
                        List.of(key, open), // the first is no incident of anybody
                        Repair.Retry.all(),
                        1,
                        "ERP back",
                        "olga",
                        "olga"));

        awaitElement(number, "wait");
        assertThat(trial.done.get(number)).hasValue(1);
    }

    @Test
    void aCanceledInstanceEndsAndCanNotBeRepairedAnyMore() {
        long key = stuck(number);

        assertThat(repairs.repair(key, new Repair.Cancel(), "not wanted", OPERATOR).state())
                .isEqualTo(ItemState.DONE);

        awaitState(number, State.CANCELED);
        assertThat(repairs.preview(List.of(key), new Repair.Cancel()))
                .singleElement()
                .satisfies(step -> assertThat(step.words()).isEqualTo("repair.cannot.ended"));
        assertThat(repairs.repair(key, new Repair.Cancel(), "again", OPERATOR).state())
                .isEqualTo(ItemState.FAILED);
        assertThat(repairs.of(key)).hasSize(2);
    }

    @Test
    void aTokenIsMovedOnceAlsoWhenTheAnswerWasLost() {
        long key = stuck(number);
        Repair.MoveTokens move = new Repair.MoveTokens("step", "wait");
        long batch = repairs.start(List.of(key), move, "skip", OPERATOR);
        eventually(() -> assertThat(repairs.batch(batch).orElseThrow().finished()).isTrue());
        awaitElement(number, "wait");

        // As after a crash between the engine's answer and our note of it.
        jdbc.sql("UPDATE repair_item SET state = 'RUNNING', due_at = now() WHERE batch_id = ?")
                .param(batch)
                .update();
        eventually(() -> assertThat(repairs.batch(batch).orElseThrow().finished()).isTrue());

        Item item = repairs.items(batch, null, PageRequest.first(1)).items().getFirst();
        assertThat(item.attempts()).isEqualTo(2);
        assertThat(item.state()).isEqualTo(ItemState.DONE);
        assertThat(waits(key)).isEqualTo(1);
    }

    @Test
    void tokensGoOnlyWhereThereIsAnElementForThem() {
        long key = stuck(number);

        assertThat(repairs.preview(List.of(key), new Repair.MoveTokens("step", "nowhere")))
                .extracting(Repairs.Step::words)
                .containsExactly("repair.cannot.no-element");
        assertThat(repairs.preview(List.of(key), new Repair.MoveTokens("wait", "step")))
                .extracting(Repairs.Step::words)
                .containsExactly("repair.cannot.no-token");
    }

    @Test
    void oldInstancesFinishOnTheirVersionAndTheMigratedOnesOnTheNewOne() {
        String stays = newNumber("TR");
        long old = waiting(stays);
        long moved = waiting(number);
        long next = trial.deploy(2);
        try {
            eventually(() -> assertThat(heat.version(next)).isPresent());
            assertThat(repairs.preview(List.of(moved), new Repair.Migrate(next, Map.of())))
                    .extracting(Repairs.Step::words)
                    .containsExactly("repair.will.migrate");

            assertThat(
                            repairs.repair(
                                            moved,
                                            new Repair.Migrate(next, Map.of()),
                                            "thanks are due",
                                            OPERATOR)
                                    .outcome())
                    .isEqualTo("repair.done");

            eventually(
                    () ->
                            assertThat(instances.instance(moved).orElseThrow().definitionKey())
                                    .isEqualTo(next));
            assertThat(instances.instance(moved).orElseThrow().waiting())
                    .extracting(w -> w.kind())
                    .containsExactlyInAnyOrder("message", "message", "timer");
            trial.go(stays);
            trial.go(number);
            awaitState(stays, State.COMPLETED);
            awaitState(number, State.COMPLETED);
            assertThat(elements(old)).doesNotContain("thanks");
            assertThat(elements(moved)).contains("thanks");
        } finally {
            trial.deploy(1);
        }
    }

    @Test
    void twoHundredStuckOrdersAreFixedOnceAllFinishAndNoneTwice() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            numbers.add(newNumber("TH"));
            trial.start(numbers.getLast(), "away");
        }
        // Others of the same cause may be stuck already: all two hundred of these must be.
        Criteria stuck =
                new Criteria(
                        null, null, null, "TH", null, null, true, null, null, null, null, null);
        eventually(() -> assertThat(search.count(stuck, 1000)).isEqualTo(200));
        var group =
                desk.groups().stream().filter(g -> g.victims() >= 200).findFirst().orElseThrow();
        assertThat(group.kind()).isEqualTo(IncidentDesk.Kind.ERP_AWAY);
        assertThat(group.cause()).isEqualTo("# ERP unavailable, HTTP #");
        assertThat(group.sample()).matches("TH\\S+: ERP unavailable, HTTP 503");
        desk.take(group.key(), OPERATOR);
        assertThat(desk.group(group.key()).orElseThrow().owner())
                .hasFieldOrPropertyWithValue("login", "olga");
        List<Long> victims = search.keys(Criteria.ofGroup(group.key()), Repairs.MOST);

        long batch =
                repairs.start(
                        victims,
                        new Repair.Retry(null, group.key(), ERP_BACK),
                        "the ERP is back",
                        OPERATOR);
        numbers.forEach(trial::go);

        eventually(() -> assertThat(repairs.batch(batch).orElseThrow().finished()).isTrue());
        assertThat(repairs.batch(batch).orElseThrow().done()).isEqualTo(victims.size());
        eventually(
                () ->
                        assertThat(
                                        search.count(
                                                new Criteria(
                                                        Trial.PROCESS,
                                                        null,
                                                        State.COMPLETED,
                                                        "TH",
                                                        null,
                                                        null,
                                                        false,
                                                        null,
                                                        null,
                                                        null,
                                                        null,
                                                        null),
                                                1000))
                                .isEqualTo(200));
        assertThat(numbers).allSatisfy(one -> assertThat(trial.done.get(one)).as(one).hasValue(1));
        eventually(
                () ->
                        assertThat(search.keys(Criteria.ofGroup(group.key()), Repairs.MOST))
                                .doesNotContainAnyElementsOf(victims));
    }

    @Test
    void anItemOfACrashedNodeIsTakenUpAgainAfterItsLeaseAndAStoppedBatchIsNot() {
        long key = stuck(number);
        long batch;
        List<LeasedItem> held;
        do { // the background may be faster
            batch =
                    repairs.start(
                            List.of(key), new Repair.Retry(null, null, ERP_BACK), "x", OPERATOR);
            held = queue.lease(batch, 1, Duration.ofMillis(300));
        } while (held.isEmpty());
        long taken = batch;

        eventually(() -> assertThat(repairs.batch(taken).orElseThrow().finished()).isTrue());

        Item item = repairs.items(taken, null, PageRequest.first(1)).items().getFirst();
        assertThat(item.attempts()).isGreaterThan(1);
        run.run(held.getFirst()); // the paused node comes back: its note no longer counts
        assertThat(repairs.items(taken, null, PageRequest.first(1)).items().getFirst())
                .isEqualTo(item);
        awaitElement(number, "wait");
        assertThat(trial.done.get(number)).hasValue(1);
    }

    @Test
    void noRepairWithoutAReasonOrWithAValueThatIsNoJson() {
        long key = stuck(number);
        assertThatThrownBy(() -> repairs.start(List.of(key), new Repair.Cancel(), " ", OPERATOR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                repairs.preview(
                                        List.of(key),
                                        new Repair.ChangeVariables(Map.of("a", "1}, {\"b\":2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private long stuck(String of) {
        long key = trial.start(of, "away");
        eventually(
                () ->
                        assertThat(instances.instance(key))
                                .hasValueSatisfying(
                                        view -> assertThat(view.incidents()).isNotEmpty()));
        return key;
    }

    private long waiting(String of) {
        long key = trial.start(of, "ok");
        awaitElement(of, "wait");
        return key;
    }

    private long waits(long key) {
        return instances.instance(key).orElseThrow().elements().stream()
                .filter(e -> e.element().equals("wait"))
                .count();
    }

    private List<String> elements(long key) {
        InstanceView view = instances.instance(key).orElseThrow();
        return view.elements().stream().map(e -> e.element()).toList();
    }
}
