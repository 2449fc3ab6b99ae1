package io.mallhub.exporter;

import static io.mallhub.exporter.table.Column.first;
import static io.mallhub.exporter.table.Column.ifPresent;
import static io.mallhub.exporter.table.Column.key;
import static io.mallhub.exporter.table.Column.latest;
import static io.mallhub.exporter.table.ColumnType.BIGINT;
import static io.mallhub.exporter.table.ColumnType.INSTANT;
import static io.mallhub.exporter.table.ColumnType.INT;
import static io.mallhub.exporter.table.ColumnType.TEXT;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.mallhub.exporter.table.Rows;
import io.mallhub.exporter.table.Table;
import org.jspecify.annotations.Nullable;

/** One row per process instance, found by its business number. */
final class ProcessInstances {

    private final Rows rows =
            new Rows(
                    Table.guarded(
                            "process_instance",
                            key("key", BIGINT),
                            latest("process_id", TEXT),
                            ifPresent("version", INT),
                            latest("definition_key", BIGINT),
                            ifPresent("state", TEXT),
                            ifPresent("parent_instance_key", BIGINT),
                            ifPresent("parent_element_key", BIGINT),
                            ifPresent("business_number", TEXT),
                            ifPresent("subject", TEXT),
                            first("started_at", INSTANT),
                            ifPresent("ended_at", INSTANT)));

    Rows rows() {
        return rows;
    }

    void apply(Record<?> event, ProcessInstanceRecordValue value) {
        switch ((ProcessInstanceIntent) event.getIntent()) {
            case ELEMENT_ACTIVATING, ELEMENT_MIGRATED -> change(event, value, "ACTIVE", null);
            case ELEMENT_COMPLETED -> change(event, value, "COMPLETED", event.getTimestamp());
            case ELEMENT_TERMINATED -> change(event, value, "CANCELED", event.getTimestamp());
            default -> {}
        }
    }

    /** A variable of the instance that names its business number or its subject. */
    void name(
            Record<?> event,
            VariableRecordValue variable,
            @Nullable String businessNumber,
            @Nullable String subject) {
        rows.add(
                event.getPosition(),
                variable.getProcessInstanceKey(),
                variable.getBpmnProcessId(),
                null,
                variable.getProcessDefinitionKey(),
                // A variable changes only while its instance runs.
                "ACTIVE",
                null,
                null,
                businessNumber,
                subject,
                event.getTimestamp(),
                null);
    }

    private void change(
            Record<?> event, ProcessInstanceRecordValue value, String state, @Nullable Long ended) {
        rows.add(
                event.getPosition(),
                value.getProcessInstanceKey(),
                value.getBpmnProcessId(),
                value.getVersion(),
                value.getProcessDefinitionKey(),
                state,
                Keys.present(value.getParentProcessInstanceKey()),
                Keys.present(value.getParentElementInstanceKey()),
                null,
                null,
                event.getTimestamp(),
                ended);
    }
}
