package io.mallhub.processes.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.identity.StandIn;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks.TaskOutcome;
import io.mallhub.processes.Tasks.TaskQuery;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestOrder;
import io.mallhub.shared.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rights, claims and lists of user tasks. */
class TasksTest extends ProcessTest {
    private static final StaffView FINN = staff("finn", Role.FINANCE);
    private static final StaffView FRED = staff("fred", Role.FINANCE);
    private static final StaffView SALLY = staff("sally", Role.SALES);
    private static final StaffView BOTH = staff("bob", Role.FINANCE, Role.SALES);
    private static final StaffView ADMIN = staff("root", Role.ADMIN);
    private static final TaskOutcome DONE = new TaskOutcome.Done();

    private final String number = newNumber("SO");
    private TaskView finance;

    @BeforeEach
    void anOrderOverItsCreditLimitAndBelowFloor() {
        mall.order(number).facts = TestOrder.facts("100", "-50", "0", true, true, false);
        mall.submit(number);
        finance = openTask(number, "finance-approval");
        openTask(number, "sales-approval");
    }

    @Test
    void aTaskIsForItsGroupsOnlyAndAdministratorsAreNoException() {
        TaskOutcome refused = new TaskOutcome.Refused("task.not-your-group");
        assertThat(tasks.claim(finance.key(), SALLY)).isEqualTo(refused);
        assertThat(tasks.claim(finance.key(), ADMIN)).isEqualTo(refused);
        assertThat(tasks.complete(finance.key(), Map.of("decision", "approve"), SALLY))
                .isEqualTo(refused);
        assertThat(tasks.task(finance.key()).orElseThrow().state()).isEqualTo(TaskView.State.OPEN);
    }

    @Test
    void aClaimIsSeenAtOnceAndKeepsOthersOut() {
        assertThat(tasks.claim(finance.key(), FINN)).isEqualTo(DONE);

        assertThat(tasks.task(finance.key()).orElseThrow().assignee()).isEqualTo("finn");
        assertThat(tasks.claim(finance.key(), FINN)).isEqualTo(DONE);
        TaskOutcome taken = new TaskOutcome.Refused("task.taken");
        assertThat(tasks.claim(finance.key(), FRED)).isEqualTo(taken);
        assertThat(tasks.release(finance.key(), FRED)).isEqualTo(taken);
        assertThat(tasks.complete(finance.key(), Map.of("decision", "approve"), FRED))
                .isEqualTo(taken);
        assertThat(tasks.release(finance.key(), FINN)).isEqualTo(DONE);
        assertThat(tasks.claim(finance.key(), FRED)).isEqualTo(DONE);
    }

    @Test
    void aCompletedTaskDoesNotLookOpenToWhoCompletedIt() {
        assertThat(tasks.complete(finance.key(), Map.of("decision", "approve"), FINN))
                .isEqualTo(DONE);

        assertThat(tasks.openFor(number))
                .extracting(TaskView::element)
                .containsExactly("sales-approval");
        assertThat(tasks.task(finance.key()).orElseThrow().assignee()).isEqualTo("finn");
    }

    @Test
    void completingTwiceIsOneCompletion() {
        assertThat(tasks.complete(finance.key(), Map.of("decision", "approve"), FINN))
                .isEqualTo(DONE);
        assertThat(tasks.complete(finance.key(), Map.of("decision", "approve"), FINN))
                .isEqualTo(DONE);
        assertThat(tasks.complete(finance.key(), Map.of("decision", "approve"), FRED))
                .isEqualTo(new TaskOutcome.Refused("task.gone"));
    }

    @Test
    void nobodyApprovesForTwoGroups() {
        assertThat(tasks.complete(finance.key(), Map.of("decision", "approve"), BOTH))
                .isEqualTo(DONE);

        assertThat(tasks.claim(openTask(number, "sales-approval").key(), BOTH))
                .isEqualTo(new TaskOutcome.Refused("task.four-eyes"));
    }

    @Test
    void whoStandsInTakesTheTasksOfTheRoleAndThoseTheColleagueHolds() {
        StaffView standIn =
                SALLY.standingIn(
                        List.of(new StandIn(Role.FINANCE, "finn", "Finn", LocalDate.EPOCH)));
        assertThat(tasks.claim(finance.key(), FINN)).isEqualTo(DONE);

        assertThat(tasks.openCounts(standIn)).containsKey("finance-approval");
        assertThat(tasks.claim(finance.key(), standIn)).isEqualTo(DONE);

        assertThat(tasks.task(finance.key()).orElseThrow().assignee()).isEqualTo("sally");
        assertThat(tasks.release(finance.key(), FINN))
                .isEqualTo(new TaskOutcome.Refused("task.taken"));
    }

    @Test
    void whoStandsInDoesNotApproveWhatTheColleagueApprovedForAnotherGroup() {
        StaffView standIn =
                staff("mia", Role.MARKETING)
                        .standingIn(
                                List.of(new StandIn(Role.SALES, "bob", "Bob", LocalDate.EPOCH)));
        assertThat(tasks.complete(finance.key(), Map.of("decision", "approve"), BOTH))
                .isEqualTo(DONE);

        assertThat(tasks.claim(openTask(number, "sales-approval").key(), standIn))
                .isEqualTo(new TaskOutcome.Refused("task.four-eyes"));
    }

    @Test
    void aDecisionTheDiagramDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> tasks.complete(finance.key(), Map.of("decision", "perhaps"), FINN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tasks.complete(finance.key(), Map.of(), FINN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tasks.task(finance.key()).orElseThrow().state()).isEqualTo(TaskView.State.OPEN);
    }

    @Test
    void aTaskThatNeverWasIsGone() {
        assertThat(tasks.claim(4711, FINN)).isEqualTo(new TaskOutcome.Refused("task.gone"));
        assertThat(tasks.release(4711, FINN)).isEqualTo(new TaskOutcome.Refused("task.gone"));
    }

    @Test
    void theListIsFilteredSortedAndPaged() {
        var query =
                new TaskQuery(Set.of("finance"), null, true, "order-approval", null, number, true);

        assertThat(tasks.page(query, PageRequest.first(10)).items())
                .extracting(TaskView::key)
                .containsExactly(finance.key());
        assertThat(tasks.page(query, new PageRequest(0, 10, "-due")).total()).isEqualTo(1);
        assertThat(tasks.page(query, PageRequest.of(1, 10)).items()).isEmpty();
        var bySubject = new TaskQuery(null, null, false, null, "sales-approval", "大药", true);
        assertThat(tasks.page(bySubject, PageRequest.first(200)).items())
                .anyMatch(task -> task.businessNumber().equals(number));
        assertThatThrownBy(() -> tasks.page(query, new PageRequest(0, 10, "1; DROP TABLE x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void badgesCountWhatAPersonCouldTake() {
        long before = tasks.openCounts(FRED).getOrDefault("finance-approval", 0L);

        assertThat(tasks.claim(finance.key(), FINN)).isEqualTo(DONE);

        assertThat(tasks.openCounts(FRED).getOrDefault("finance-approval", 0L))
                .isEqualTo(before - 1);
        assertThat(tasks.openCounts(FRED)).doesNotContainKey("sales-approval");
    }
}
