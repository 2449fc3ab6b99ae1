package io.mallhub.processes.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.audit.AuditEntry;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.HeatMaps;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.Repair;
import io.mallhub.processes.Repairs;
import io.mallhub.processes.Repairs.Item;
import io.mallhub.processes.Repairs.ItemState;
import io.mallhub.processes.Repairs.Step;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestAudit;
import io.mallhub.processes.fixture.Trial;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each kind of repair, of three instances at once, of which one has ended. */
class RepairsOfManyTest extends ProcessTest {
    private static final StaffView OPERATOR = staff("olga", Role.OPERATOR);

    @Autowired private Repairs repairs;
    @Autowired private HeatMaps heat;
    @Autowired private TestAudit audit;
    private final String first = newNumber("TM");
    private final String second = newNumber("TM");
    private final String ended = newNumber("TM");
    private Trial trial;

    @BeforeEach
    void theTrialIsDeployed() {
        trial = new Trial(client);
    }

    @AfterEach
    void theNextTestFindsTheFirstVersion() {
        trial.deploy(1);
        trial.close();
    }

    @ParameterizedTest
    @EnumSource(RepairKind.class)
    void isPreviewedNeedsAReasonIsDoneForEachThatCanAndKeptForAll(RepairKind kind) {
        List<Long> keys = List.of(ready(kind, first), ready(kind, second), endedOne());
        Repair repair = repair(kind);

        assertThat(repairs.preview(keys, repair))
                .extracting(Step::instance, Step::possible, Step::words)
                .containsExactly(
                        tuple(keys.get(0), true, "repair.will." + kind.word),
                        tuple(keys.get(1), true, "repair.will." + kind.word),
                        tuple(keys.get(2), false, "repair.cannot.ended"));
        String reason = "as agreed with " + first;
        long batch = repairs.start(keys, repair, reason, OPERATOR);

        eventually(() -> assertThat(repairs.batch(batch).orElseThrow().finished()).isTrue());
        assertThat(repairs.items(batch, null, PageRequest.first(9)).items())
                .extracting(Item::instance, Item::state, Item::outcome)
                .containsExactly(
                        tuple(keys.get(0), ItemState.DONE, "repair.done"),
                        tuple(keys.get(1), ItemState.DONE, "repair.done"),
                        tuple(keys.get(2), ItemState.FAILED, "repair.cannot.ended"));
        assertThat(audit.entries)
                .filteredOn(entry -> entry.reason().equals(reason))
                .extracting(AuditEntry::action, AuditEntry::subject, entry -> entry.by().id())
                .containsExactlyInAnyOrder(
                        tuple("repair-batch", Long.toString(batch), "olga"),
                        tuple(kind.auditAction, keys.get(0).toString(), "olga"),
                        tuple(kind.auditAction, keys.get(1).toString(), "olga"));
        assertDone(kind, first, keys.get(0));
        assertDone(kind, second, keys.get(1));
    }

    @Test
    void whatTheNewVersionStillHasIsNotTurnedIntoSomethingElse() {
        long key = waiting(first);
        long version = trial.deploy(2);
        eventually(() -> assertThat(heat.version(version)).isPresent());

        assertThat(
                        repairs.preview(
                                List.of(key),
                                new Repair.Migrate(version, Map.of("wait", "thanks"))))
                .extracting(Step::words, Step::detail)
                .containsExactly(tuple("repair.cannot.not-renamed", "wait"));
    }

    private long ready(RepairKind kind, String number) {
        return switch (kind) {
            case RETRY, MOVE_TOKENS -> stuck(number);
            case RESOLVE -> withoutItsNumber(number);
            case CHANGE_VARIABLES, CANCEL, MIGRATE -> waiting(number);
        };
    }

    private Repair repair(RepairKind kind) {
        return switch (kind) {
            case RETRY -> new Repair.Retry(null, null, Map.of("erp", "\"ok\""));
            case CHANGE_VARIABLES -> new Repair.ChangeVariables(Map.of("note", "\"seen\""));
            case RESOLVE -> new Repair.Resolve();
            case CANCEL -> new Repair.Cancel();
            case MOVE_TOKENS -> new Repair.MoveTokens("step", "wait");
            case MIGRATE -> new Repair.Migrate(renamed(), Map.of("wait", "pause"));
        };
    }

    private void assertDone(RepairKind kind, String number, long key) {
        switch (kind) {
            case RETRY, RESOLVE, MOVE_TOKENS -> awaitElement(number, "wait");
            case CHANGE_VARIABLES ->
                    eventually(
                            () ->
                                    assertThat(instances.instance(key).orElseThrow().variables())
                                            .anyMatch(
                                                    it ->
                                                            it.name().equals("note")
                                                                    && it.json()
                                                                            .equals("\"seen\"")));
            case CANCEL -> awaitState(number, State.CANCELED);
            case MIGRATE -> {
                awaitElement(number, "pause");
                trial.go(number);
                awaitState(number, State.COMPLETED);
                assertPassed(number, "thanks");
            }
        }
        int through = kind == RepairKind.MOVE_TOKENS ? 0 : 1;
        if (kind != RepairKind.RESOLVE) {
            assertThat(trial.timesThrough(number)).isEqualTo(through);
        }
    }

    private long endedOne() {
        long key = waiting(ended);
        trial.go(ended);
        awaitState(ended, State.COMPLETED);
        return key;
    }

    private long stuck(String number) {
        long key = trial.start(number, "away");
        awaitIncident(key);
        return key;
    }

    private long waiting(String number) {
        long key = trial.start(number, "ok");
        awaitElement(number, "wait");
        return key;
    }

    /** The wait can't be begun; then the number is there. */
    private long withoutItsNumber(String number) {
        long key =
                client.newCreateInstanceCommand()
                        .bpmnProcessId(Trial.PROCESS)
                        .latestVersion()
                        .variables(Map.of("erp", "ok"))
                        .send()
                        .join()
                        .getProcessInstanceKey();
        awaitIncident(key);
        repairs.repair(
                key,
                new Repair.ChangeVariables(Map.of("orderNumber", "\"" + number + "\"")),
                "was missing",
                OPERATOR);
        return key;
    }

    private void awaitIncident(long key) {
        eventually(
                () ->
                        assertThat(instances.instance(key))
                                .hasValueSatisfying(
                                        view -> assertThat(view.incidents()).isNotEmpty()));
    }

    /** Key of a version in which the wait has another id. */
    private long renamed() {
        long version = trial.deploy(3);
        eventually(() -> assertThat(heat.version(version)).isPresent());
        return version;
    }
}
