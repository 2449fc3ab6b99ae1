package io.mallhub.exporter;

import static io.mallhub.exporter.table.Column.first;
import static io.mallhub.exporter.table.Column.key;
import static io.mallhub.exporter.table.Column.latest;
import static io.mallhub.exporter.table.ColumnType.BIGINT;
import static io.mallhub.exporter.table.ColumnType.BOOLEAN;
import static io.mallhub.exporter.table.ColumnType.INSTANT;
import static io.mallhub.exporter.table.ColumnType.INT;
import static io.mallhub.exporter.table.ColumnType.TEXT;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import io.mallhub.exporter.table.Rows;
import io.mallhub.exporter.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deployed processes with their diagrams. Every partition reports each of them. */
final class ProcessDefinitions implements Projection {

    private final Rows rows =
            new Rows(
                    Table.unguarded(
                            "process_definition",
                            key("key", BIGINT),
                            latest("process_id", TEXT),
                            latest("version", INT),
                            latest("version_tag", TEXT),
                            latest("resource_name", TEXT),
                            latest("bpmn_xml", TEXT),
                            first("deployed_at", INSTANT),
                            latest("deleted", BOOLEAN)));

    @Override
    public ValueType valueType() {
        return ValueType.PROCESS;
    }

    @Override
    public List<Rows> rows() {
        return List.of(rows);
    }

    @Override
    public void apply(Record<?> event) {
        Process process = (Process) event.getValue();
        boolean created = event.getIntent() == ProcessIntent.CREATED;
        if (created || event.getIntent() == ProcessIntent.DELETED) {
            rows.add(
                    event.getPosition(),
                    process.getProcessDefinitionKey(),
                    process.getBpmnProcessId(),
                    process.getVersion(),
                    process.getVersionTag(),
                    process.getResourceName(),
                    new String(process.getResource(), StandardCharsets.UTF_8),
                    event.getTimestamp(),
                    !created);
        }
    }
}
