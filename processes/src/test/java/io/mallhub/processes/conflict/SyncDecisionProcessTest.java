package io.mallhub.processes.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestConflicts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code sync-decision} on the real broker. */
class SyncDecisionProcessTest extends ProcessTest {
    private static final StaffView QUALITY = staff("quinn", Role.QUALITY);
    private static final String TASK = "conflict-decision";

    private final String number = newNumber("CF");

    @Autowired private TestConflicts conflicts;

    @Test
    void theMallsValueStaysWithoutAnotherStep() {
        conflicts.find(number);

        decide(number, TASK, "mall", QUALITY);

        awaitState(number, State.COMPLETED);
        assertPassed(number, "mall-value-kept");
        assertThat(conflicts.isApplied(number)).isFalse();
    }

    @Test
    void theErpsValueIsTakenOver() {
        conflicts.find(number);

        TaskView task = openTask(number, TASK);
        assertThat(task.groups()).containsExactly("quality");
        assertThat(task.due()).isNotNull();
        assertThat(conflicts.isApplied(number)).isFalse();
        decide(number, TASK, "erp", QUALITY);

        awaitState(number, State.COMPLETED);
        assertPassed(number, "erp-value-taken");
        assertThat(conflicts.isApplied(number)).isTrue();
    }

    @Test
    void sidesThatAgreeAgainNeedNoDecision() {
        conflicts.find(number);
        openTask(number, TASK);

        conflicts.settle(number);

        awaitState(number, State.COMPLETED);
        assertPassed(number, "settled-by-itself");
        assertThat(conflicts.isApplied(number)).isFalse();
    }

    @Test
    void anOverdueDecisionIsShownToTheQualityHeadAsWell() {
        conflicts.find(number);
        openTask(number, TASK);

        timePasses(
                Duration.ofDays(3),
                () ->
                        eventually(
                                () ->
                                        assertThat(openTask(number, TASK).groups())
                                                .contains("quality-head")));
    }

    @Test
    void aRepeatedStartEndsAtOnce() {
        conflicts.find(number);
        openTask(number, TASK);

        client.newPublishMessageCommand()
                .messageName("conflict-found")
                .correlationKey(number + "-again")
                .variables(Map.of("conflictNumber", number, "timing", Map.of("decision", "PT48H")))
                .send()
                .join();

        eventually(
                () ->
                        assertThat(instances.about(number))
                                .extracting(row -> row.state())
                                .containsExactlyInAnyOrder(State.ACTIVE, State.COMPLETED));
    }
}
