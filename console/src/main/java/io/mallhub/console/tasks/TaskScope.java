package io.mallhub.console.tasks;

import io.mallhub.identity.StaffView;
import io.mallhub.processes.Tasks.TaskQuery;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of the open tasks a work list shows. */
public enum TaskScope {
    MINE,
    UNCLAIMED,
    ALL;

    /** Unknown words mean {@link #ALL}. */
    public static TaskScope of(@Nullable String word) {
        for (TaskScope scope : values()) {
            if (scope.word().equals(word)) {
                return scope;
            }
        }
        return ALL;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tasks of the person's groups, or already in the person's hands. */
    public TaskQuery query(
            StaffView me,
            @Nullable String process,
            @Nullable String element,
            @Nullable String text) {
        return switch (this) {
            case MINE -> new TaskQuery(null, me.login(), false, process, element, text, true);
            case UNCLAIMED -> new TaskQuery(me.groups(), null, true, process, element, text, true);
            case ALL -> new TaskQuery(me.groups(), null, false, process, element, text, true);
        };
    }
}
