package io.mallhub.console.tasks;

import java.util.HashMap;
import java.util.Map;

/**
 * What a person answers to a task.
 *
 * @param decision one of the words the process waits for
 * @param reason in the person's words, may be empty; kept in the audit log
 * @param reasonToProcess the process writes the reason into what it does next
 */
public record Answer(String decision, String reason, boolean reasonToProcess) {
    public static Answer of(String decision, String reason) {
        return new Answer(decision, reason, false);
    }

    Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("decision", decision);
        if (reasonToProcess) {
            variables.put("reason", reason);
        }
        return variables;
    }
}
