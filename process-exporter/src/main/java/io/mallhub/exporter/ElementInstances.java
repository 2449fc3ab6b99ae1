package io.mallhub.exporter;

import static io.mallhub.exporter.table.Column.first;
import static io.mallhub.exporter.table.Column.ifPresent;
import static io.mallhub.exporter.table.Column.key;
import static io.mallhub.exporter.table.Column.latest;
import static io.mallhub.exporter.table.ColumnType.BIGINT;
import static io.mallhub.exporter.table.ColumnType.INSTANT;
import static io.mallhub.exporter.table.ColumnType.TEXT;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.mallhub.exporter.table.Rows;
import io.mallhub.exporter.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens on the diagram and the flows they took; the whole process goes to its own table. */
final class ElementInstances implements Projection {

    private final ProcessInstances instances;
    private final LeftTasks leftTasks;
    private final Rows elements =
            new Rows(
                    Table.guarded(
                            "element_instance",
                            key("key", BIGINT),
                            latest("process_instance_key", BIGINT),
                            latest("definition_key", BIGINT),
                            latest("scope_key", BIGINT),
                            latest("element_id", TEXT),
                            latest("element_type", TEXT),
                            ifPresent("state", TEXT),
                            ifPresent("started_at", INSTANT),
                            ifPresent("ended_at", INSTANT)));
    private final Rows flows =
            new Rows(
                    Table.guarded(
                            "sequence_flow",
                            key("process_instance_key", BIGINT),
                            key("flow_id", TEXT),
                            first("taken_at", INSTANT)));

    ElementInstances(ProcessInstances instances, LeftTasks leftTasks) {
        this.instances = instances;
        this.leftTasks = leftTasks;
    }

    @Override
    public ValueType valueType() {
        return ValueType.PROCESS_INSTANCE;
    }

    @Override
    public List<Rows> rows() {
        return List.of(elements, flows);
    }

    @Override
    public void apply(Record<?> event) {
        ProcessInstanceRecordValue value = (ProcessInstanceRecordValue) event.getValue();
        if (value.getBpmnElementType() == BpmnElementType.PROCESS) {
            instances.apply(event, value);
            return;
        }
        long at = event.getTimestamp();
        switch ((ProcessInstanceIntent) event.getIntent()) {
            case SEQUENCE_FLOW_TAKEN ->
                    flows.add(
                            event.getPosition(),
                            value.getProcessInstanceKey(),
                            value.getElementId(),
                            at);
            case ELEMENT_ACTIVATING -> change(event, value, "ACTIVE", at, null);
            case ELEMENT_COMPLETED -> change(event, value, "COMPLETED", null, at);
            case ELEMENT_TERMINATED -> terminated(event, value, at);
            case ELEMENT_MIGRATED -> change(event, value, null, null, null);
            default -> {}
        }
    }

    private void terminated(Record<?> event, ProcessInstanceRecordValue value, long at) {
        change(event, value, "TERMINATED", null, at);
        if (value.getBpmnElementType() == BpmnElementType.USER_TASK) {
            leftTasks.add(event.getPosition(), value.getProcessInstanceKey(), event.getKey(), at);
        }
    }

    private void change(
            Record<?> event,
            ProcessInstanceRecordValue value,
            @Nullable String state,
            @Nullable Long started,
            @Nullable Long ended) {
        elements.add(
                event.getPosition(),
                event.getKey(),
                value.getProcessInstanceKey(),
                value.getProcessDefinitionKey(),
                value.getFlowScopeKey(),
                value.getElementId(),
                value.getBpmnElementType().name(),
                state,
                started,
                ended);
    }
}
