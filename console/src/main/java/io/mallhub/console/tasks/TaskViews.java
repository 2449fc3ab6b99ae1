package io.mallhub.console.tasks;

import io.mallhub.console.access.TaskHome;
import io.mallhub.identity.StaffView;
import io.mallhub.identity.StandIn;
import io.mallhub.processes.TaskView;
import io.mallhub.webkit.Words;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How tasks are shown, as {@code taskViews} in templates. */
@Component
public class TaskViews {
    private final Words words;
    private final ElementNames names;

    TaskViews(Words words, ElementNames names) {
        this.words = words;
        this.names = names;
    }

    /** In the reader's language; an element without a text keeps its name from the diagram. */
    public String name(TaskView task) {
        return words.codeOr("task." + task.element(), task.name());
    }

    /** A task's text, else what the diagram calls it. */
    public String elementName(String element) {
        return words.codeOr("task." + element, names.of(element));
    }

    public String href(TaskView task) {
        return TaskHome.href(task);
    }

    public Risk risk(TaskView task) {
        return Risk.of(task.priority());
    }

    public boolean isMine(TaskView task, StaffView me) {
        return me.login().equals(task.assignee());
    }

    /** Whether to offer it to this person: a group fits, and nobody else holds it. */
    public boolean offers(TaskView task, StaffView me) {
        return task.state() == TaskView.State.OPEN
                && task.groups().stream().anyMatch(me.groups()::contains)
                && (task.assignee() == null || isMine(task, me) || isToTakeOver(task, me));
    }

    /** Whether a colleague has it whom the person stands in for. */
    public boolean isToTakeOver(TaskView task, StaffView me) {
        return task.assignee() != null && me.mayTakeOver(task.assignee(), task.groups());
    }

    /** Names of those for whom the person would do it; empty where a role of his own fits. */
    public String standsInFor(TaskView task, StaffView me) {
        return me.standsInFor(task.groups()).stream()
                .map(StandIn::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
