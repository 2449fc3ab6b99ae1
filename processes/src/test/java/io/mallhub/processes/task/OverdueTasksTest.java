package io.mallhub.processes.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.processes.TaskView;
import io.mallhub.processes.engine.Housekeeping;
import io.mallhub.processes.fixture.ProcessTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A refusal of the ERP that somebody has a day to look into: its diagram has no timer for that. */
class OverdueTasksTest extends ProcessTest {
    @Autowired private TaskQueries queries;
    @Autowired private TaskCommands commands;

    private final Housekeeping housekeeping = new Housekeeping();
    private final String number = newNumber("SO");
    private TaskView task;

    @BeforeEach
    void aRefusedOrder() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");
        mall.erpAnswers(number, false, "停用客户", Instant.now());
        task = openTask(number, "erp-rejection");
    }

    @AfterEach
    void end() {
        housekeeping.destroy();
    }

    @Test
    void anOverdueTaskIsLiftedOnceAndKeepsItsGroups() {
        Instant due = task.due();
        assertThat(due).isNotNull();
        Instant late = due.plusSeconds(1);

        lift(late);

        eventually(() -> assertThat(now().priority()).isEqualTo(EscalateTaskWorker.TOP));
        assertThat(now().groups()).isEqualTo(task.groups());
        assertThat(now().due()).isEqualTo(due);
        assertThat(queries.overdue(late, EscalateTaskWorker.TOP, 200))
                .extracting(TaskView::key)
                .doesNotContain(task.key());
    }

    @Test
    void aTaskIsLeftAloneUntilItsTimeIsOver() {
        assertThat(queries.overdue(Instant.now(), EscalateTaskWorker.TOP, 200))
                .extracting(TaskView::key)
                .doesNotContain(task.key());
        assertThat(
                        queries.overdue(
                                Instant.now().plus(Duration.ofDays(9)),
                                EscalateTaskWorker.TOP,
                                10_000))
                .extracting(TaskView::key)
                .contains(task.key());
    }

    private void lift(Instant at) {
        OverdueTasks overdue =
                new OverdueTasks(queries, commands, housekeeping, Clock.fixed(at, ZoneOffset.UTC));
        overdue.start();
    }

    private TaskView now() {
        return tasks.task(task.key()).orElseThrow();
    }
}
