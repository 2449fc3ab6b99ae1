package io.mallhub.exporter;

import static io.mallhub.exporter.table.Column.ifPresent;
import static io.mallhub.exporter.table.Column.key;
import static io.mallhub.exporter.table.Column.latest;
import static io.mallhub.exporter.table.ColumnType.BIGINT;
import static io.mallhub.exporter.table.ColumnType.INSTANT;
import static io.mallhub.exporter.table.ColumnType.INT;
import static io.mallhub.exporter.table.ColumnType.TEXT;
import static io.mallhub.exporter.table.ColumnType.TEXTS;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.mallhub.exporter.table.Rows;
import io.mallhub.exporter.table.Table;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work for people. Each event carries the whole task; unassigned is an empty assignee. */
final class UserTasks implements Projection {

    private final Rows rows =
            new Rows(
                    Table.guarded(
                            "user_task",
                            key("key", BIGINT),
                            latest("process_instance_key", BIGINT),
                            latest("element_instance_key", BIGINT),
                            latest("element_id", TEXT),
                            latest("process_id", TEXT),
                            latest("definition_key", BIGINT),
                            latest("assignee", TEXT),
                            latest("candidate_groups", TEXTS),
                            latest("candidate_users", TEXTS),
                            latest("due_at", INSTANT),
                            latest("follow_up_at", INSTANT),
                            latest("priority", INT),
                            ifPresent("state", TEXT),
                            latest("action", TEXT),
                            ifPresent("created_at", INSTANT),
                            ifPresent("ended_at", INSTANT),
                            latest("source_position", BIGINT)));

    @Override
    public ValueType valueType() {
        return ValueType.USER_TASK;
    }

    @Override
    public List<Rows> rows() {
        return List.of(rows);
    }

    @Override
    public void apply(Record<?> event) {
        long at = event.getTimestamp();
        switch ((UserTaskIntent) event.getIntent()) {
            case CREATED -> change(event, "OPEN", at, null);
            case ASSIGNED, UPDATED, MIGRATED -> change(event, null, null, null);
            case COMPLETED -> change(event, "COMPLETED", null, at);
            case CANCELED -> change(event, "CANCELED", null, at);
            default -> {}
        }
    }

    private void change(
            Record<?> event, @Nullable String state, @Nullable Long created, @Nullable Long ended) {
        UserTaskRecordValue task = (UserTaskRecordValue) event.getValue();
        rows.add(
                event.getPosition(),
                task.getUserTaskKey(),
                task.getProcessInstanceKey(),
                task.getElementInstanceKey(),
                task.getElementId(),
                task.getBpmnProcessId(),
                task.getProcessDefinitionKey(),
                Texts.present(task.getAssignee()),
                task.getCandidateGroupsList(),
                task.getCandidateUsersList(),
                instant(task.getDueDate()),
                instant(task.getFollowUpDate()),
                task.getPriority(),
                state,
                Texts.present(task.getAction()),
                created,
                ended,
                event.getSourceRecordPosition());
    }

    /** The engine checks dates on their way in; one it lets through all the same must not block. */
    private static @Nullable Long instant(String date) {
        if (date.isEmpty()) {
            return null;
        }
        try {
            return ZonedDateTime.parse(date).toInstant().toEpochMilli();
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
