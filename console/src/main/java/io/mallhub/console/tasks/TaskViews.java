package io.mallhub.console.tasks;

import io.mallhub.console.access.Groups;
import io.mallhub.console.access.TaskHome;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.TaskView;
import io.mallhub.webkit.Words;
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
                && task.groups().stream().anyMatch(Groups.of(me)::contains)
                && (task.assignee() == null || isMine(task, me));
    }
}
