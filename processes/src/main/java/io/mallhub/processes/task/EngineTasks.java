package io.mallhub.processes.task;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.identity.StaffView;
import io.mallhub.identity.StandIn;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks;
import io.mallhub.processes.sql.Catchup;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class EngineTasks implements Tasks {
    private static final TaskOutcome DONE = new TaskOutcome.Done();
    private static final TaskOutcome NOT_YOURS = new TaskOutcome.Refused("task.not-your-group");
    private static final TaskOutcome TAKEN = new TaskOutcome.Refused("task.taken");
    private static final TaskOutcome GONE = new TaskOutcome.Refused("task.gone");
    private static final TaskOutcome FOUR_EYES = new TaskOutcome.Refused("task.four-eyes");

    private final TaskQueries queries;
    private final TaskCommands commands;

    EngineTasks(TaskQueries queries, TaskCommands commands) {
        this.queries = queries;
        this.commands = commands;
    }

    @Override
    public Page<TaskView> page(TaskQuery query, PageRequest page) {
        return queries.page(query, page);
    }

    @Override
    public Optional<TaskView> task(long key) {
        return queries.task(key);
    }

    @Override
    public List<TaskView> openFor(String businessNumber) {
        return queries.openFor(businessNumber);
    }

    @Override
    public Map<String, Long> openCounts(StaffView person) {
        return queries.openCounts(person);
    }

    @Override
    public TaskOutcome claim(long key, StaffView by) {
        return queries.task(key).map(task -> claim(task, by)).orElse(GONE);
    }

    @Override
    public TaskOutcome release(long key, StaffView by) {
        Optional<TaskView> found = queries.task(key);
        if (found.isEmpty() || found.get().state() != TaskView.State.OPEN) {
            return GONE;
        }
        String assignee = found.get().assignee();
        if (assignee == null) {
            return DONE;
        }
        if (!assignee.equals(by.login())) {
            return TAKEN;
        }
        return answer(commands.unassign(key), key, task -> task.assignee() == null);
    }

    @Override
    public TaskOutcome complete(long key, Map<String, Object> variables, StaffView by) {
        Optional<TaskView> found = queries.task(key);
        if (found.isEmpty()) {
            return GONE;
        }
        TaskView task = found.get();
        requireKnownDecision(task, variables);
        if (task.state() == TaskView.State.COMPLETED && by.login().equals(task.assignee())) {
            return DONE; // the same person again: a double click, or a retry after a lost answer
        }
        // Claimed first, so that the record says who it was.
        TaskOutcome mine = claim(task, by);
        if (!mine.equals(DONE)) {
            return mine;
        }
        return answer(
                commands.complete(key, variables), key, it -> it.state() != TaskView.State.OPEN);
    }

    private TaskOutcome claim(TaskView task, StaffView by) {
        if (task.state() != TaskView.State.OPEN) {
            return GONE;
        }
        if (Collections.disjoint(task.groups(), by.groups())) {
            return NOT_YOURS;
        }
        if (by.login().equals(task.assignee())) {
            return DONE;
        }
        String holder = task.assignee();
        boolean takeOver = holder != null && by.mayTakeOver(holder, task.groups());
        if (holder != null && !takeOver) {
            return TAKEN;
        }
        List<String> others = OtherEyes.than(task.element());
        if (!others.isEmpty() && queries.tookPart(task.instanceKey(), others, eyes(task, by))) {
            return FOUR_EYES;
        }
        return answer(
                commands.assign(task.key(), by.login(), takeOver),
                task.key(),
                it -> by.login().equals(it.assignee()));
    }

    /** The person, and for whom he would do it. */
    private static List<String> eyes(TaskView task, StaffView by) {
        return Stream.concat(
                        Stream.of(by.login()),
                        by.standsInFor(task.groups()).stream().map(StandIn::login))
                .toList();
    }

    private TaskOutcome answer(TaskCommands.Answer answer, long key, Predicate<TaskView> shows) {
        return switch (answer) {
            case GONE -> GONE;
            case TAKEN -> TAKEN;
            case DONE -> {
                Catchup.until(() -> queries.task(key).filter(shows).isPresent());
                yield DONE;
            }
        };
    }

    private static void requireKnownDecision(TaskView task, Map<String, Object> variables) {
        Set<String> known = CommonTasks.decisionsOf(task.element());
        Object decision = variables.get(CommonTasks.DECISION);
        if (!known.isEmpty() && (decision == null || !known.contains(decision.toString()))) {
            throw new IllegalArgumentException(
                    task.element() + " takes one of " + known + ", not " + decision);
        }
    }
}
