package io.mallhub.processes.task;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.JobType;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lifts overdue user tasks to the top of the lists, and shows them to one more group. */
@Component
class EscalateTaskWorker implements Worker<EscalateTaskWorker.In> {
    /** Priority of what is overdue. */
    static final int TOP = 95;

    private final TaskQueries tasks;
    private final TaskCommands commands;

    EscalateTaskWorker(TaskQueries tasks, TaskCommands commands) {
        this.tasks = tasks;
        this.commands = commands;
    }

    /**
     * @param element the overdue task; null: every open one of the instance
     * @param group null: nobody else
     */
    record In(@Nullable String element, @Nullable String group) {}

    @Override
    public JobType type() {
        return CommonTasks.ESCALATE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        tasks.openIn(once.processInstance()).stream()
                .filter(task -> in.element() == null || in.element().equals(task.element()))
                .forEach(task -> commands.escalate(task.key(), TOP, groups(task, in.group())));
        return Outcome.complete();
    }

    private static List<String> groups(TaskView task, @Nullable String more) {
        return more == null
                ? task.groups()
                : Stream.concat(task.groups().stream(), Stream.of(more)).distinct().toList();
    }
}
