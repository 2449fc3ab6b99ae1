package io.mallhub.processes.task;

import io.mallhub.processes.TaskView;
import io.mallhub.processes.engine.Housekeeping;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lifts every open task whose time is over to the top of the lists of its groups: also those whose
 * diagram has no timer for it, since it would only draw the same thing once more at each task.
 * Where an overdue task goes to other people, too, its diagram says so ({@link
 * EscalateTaskWorker}).
 */
@Component
class OverdueTasks implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    private final TaskQueries tasks;
    private final TaskCommands commands;
    private final Housekeeping housekeeping;
    private final Clock clock;
    private volatile boolean running;

    OverdueTasks(TaskQueries tasks, TaskCommands commands, Housekeeping housekeeping, Clock clock) {
        this.tasks = tasks;
        this.commands = commands;
        this.housekeeping = housekeeping;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        housekeeping.repeatFromNow(PAUSE, this::lift);
    }

    /** Those that wait longest first; what is left waits for the next turn. */
    void lift() {
        List<TaskView> overdue = tasks.overdue(clock.instant(), EscalateTaskWorker.TOP, AT_ONCE);
        for (TaskView task : overdue) {
            if (running) {
                commands.escalate(task.key(), EscalateTaskWorker.TOP, task.groups());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
