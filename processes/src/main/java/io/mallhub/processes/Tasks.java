package io.mallhub.processes;

import io.mallhub.identity.StaffView;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * User tasks, read from PostgreSQL, written through the engine. The engine lets anyone complete
 * anything: this facade is where rights, four eyes and claims are held. Business decisions go
 * through the business facade first, then {@link #complete}; both are safe to repeat.
 */
public interface Tasks {
    /** A long list: counted as far as {@link Page#MOST_COUNTED}. */
    Page<TaskView> page(TaskQuery query, PageRequest page);

    Optional<TaskView> task(long key);

    /** Open tasks about one business number. */
    List<TaskView> openFor(String businessNumber);

    /** Who stands in for the one who has it takes it over. */
    TaskOutcome claim(long key, StaffView by);

    TaskOutcome release(long key, StaffView by);

    /**
     * Only a member of a candidate group, and if claimed only the assignee; variables become
     * process variables.
     */
    TaskOutcome complete(long key, Map<String, Object> variables, StaffView by);

    /** Open tasks the person could take, by element: badges of the menu. */
    Map<String, Long> openCounts(StaffView person);

    /**
     * @param groups null = any; else tasks with one of these candidate groups
     */
    record TaskQuery(
            @Nullable Set<String> groups,
            @Nullable String assignee,
            boolean unassignedOnly,
            @Nullable String process,
            @Nullable String element,
            @Nullable String text,
            boolean openOnly) {}

    sealed interface TaskOutcome {
        record Done() implements TaskOutcome {}

        /**
         * @param why message key: task.not-your-group, task.taken, task.gone, task.four-eyes
         */
        record Refused(String why) implements TaskOutcome {}
    }
}
