package io.mallhub.console.tasks;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.CustomerRegistration;
import io.mallhub.bpmn.OnlineRefund;
import io.mallhub.bpmn.QualificationRenewal;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.bpmn.SyncDecision;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks;
import io.mallhub.processes.Tasks.TaskOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * A decision in its order: take the task (which checks group, claim and four eyes), record the
 * business decision, complete the task. Interrupted anywhere, the same decision again finishes it.
 */
@Component
public class TaskDesk {
    private static final String FOUR_EYES = "task.four-eyes";

    private final Tasks tasks;
    private final AuditLog audit;

    TaskDesk(Tasks tasks, AuditLog audit) {
        this.tasks = tasks;
        this.audit = audit;
    }

    /** The open task of this number; a task of another number is as good as none. */
    public TaskView open(long key, String businessNumber) {
        return tasks.task(key)
                .filter(task -> task.businessNumber().equals(businessNumber))
                .orElseThrow(() -> new Missing("task " + key));
    }

    /** Empty when taken, else the message key of the refusal. */
    public Optional<String> claim(TaskView task, StaffView by) {
        return by.login().equals(task.assignee())
                ? Optional.empty()
                : keepAttempt(task, refusal(tasks.claim(task.key(), by)), by);
    }

    /** Whom four eyes keep from a task already when he takes it is kept as any other attempt. */
    private Optional<String> keepAttempt(TaskView task, Optional<String> refusal, StaffView by) {
        refusal.filter(FOUR_EYES::equals)
                .ifPresent(
                        why ->
                                audit.record(
                                        new AuditEntry(
                                                by.actor(),
                                                "refuse-approval",
                                                subject(task),
                                                task.businessNumber(),
                                                "",
                                                Map.of("task", task.element(), "why", why))));
        return refusal;
    }

    public Optional<String> release(TaskView task, StaffView by) {
        return refusal(tasks.release(task.key(), by));
    }

    /**
     * @param business records the decision; gives a message key when it is refused, and then the
     *     task stays open
     */
    public Optional<String> decide(
            TaskView task,
            Answer answer,
            StaffView by,
            Function<TaskView, Optional<String>> business) {
        return claim(task, by)
                .or(() -> business.apply(task))
                .or(
                        () -> {
                            keep(task, answer, by);
                            return refusal(tasks.complete(task.key(), answer.variables(), by));
                        });
    }

    private void keep(TaskView task, Answer answer, StaffView by) {
        audit.record(
                new AuditEntry(
                        by.actor(),
                        "decide-task",
                        subject(task),
                        task.businessNumber(),
                        answer.reason(),
                        Map.of("task", task.element(), "decision", answer.decision())));
    }

    private static String subject(TaskView task) {
        return switch (task.process()) {
            case CustomerRegistration.ID -> "application";
            case QualificationRenewal.ID -> "renewal";
            case SalesReturn.ID -> "return";
            case CommissionStatement.ID -> "commission-statement";
            case SyncDecision.ID -> "conflict";
            case OnlineRefund.ID -> "online-refund";
            default -> "order";
        };
    }

    private static Optional<String> refusal(TaskOutcome outcome) {
        return switch (outcome) {
            case TaskOutcome.Done _ -> Optional.empty();
            case TaskOutcome.Refused refused -> Optional.of(refused.why());
        };
    }
}
