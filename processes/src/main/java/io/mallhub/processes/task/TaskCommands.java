package io.mallhub.processes.task;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.FinalCommandStep;
import io.camunda.zeebe.client.api.command.ProblemException;
import io.camunda.zeebe.client.api.command.UnassignUserTaskCommandStep1;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the engine is told about user tasks. */
@Component
class TaskCommands {
    private static final int GONE = 404;
    private static final int TAKEN = 409;

    enum Answer {
        DONE,
        TAKEN,
        GONE
    }

    private final ZeebeClient client;

    TaskCommands(ZeebeClient client) {
        this.client = client;
    }

    /**
     * @param takeOver also from whoever has it
     */
    Answer assign(long key, String login, boolean takeOver) {
        return send(client.newUserTaskAssignCommand(key).assignee(login).allowOverride(takeOver));
    }

    Answer unassign(long key) {
        UnassignUserTaskCommandStep1 command = client.newUserTaskUnassignCommand(key);
        return send(command);
    }

    Answer complete(long key, Map<String, Object> variables) {
        return send(client.newUserTaskCompleteCommand(key).variables(variables));
    }

    Answer escalate(long key, int priority, List<String> groups) {
        return send(
                client.newUserTaskUpdateCommand(key)
                        .priority(priority)
                        .candidateGroups(groups)
                        .action("escalate"));
    }

    private static Answer send(FinalCommandStep<?> command) {
        try {
            command.send().join();
            return Answer.DONE;
        } catch (ProblemException e) {
            return switch (e.code()) {
                case GONE -> Answer.GONE;
                case TAKEN -> Answer.TAKEN;
                default -> throw e;
            };
        }
    }
}
