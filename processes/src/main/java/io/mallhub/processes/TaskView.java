package io.mallhub.processes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user task.
 *
 * @param element id in the BPMN: quality-review, quality-head-review, sales-approval,
 *     finance-approval …
 * @param name from the BPMN, Chinese; the English one comes from the message catalogue by element
 * @param businessNumber application or order number
 * @param subject customer name, for lists
 */
public record TaskView(
        long key,
        String process,
        String element,
        String name,
        String businessNumber,
        String subject,
        @Nullable String assignee,
        List<String> groups,
        int priority,
        Instant createdAt,
        @Nullable Instant due,
        State state,
        long instanceKey) {
    public enum State {
        OPEN,
        COMPLETED,
        CANCELED
    }
}
