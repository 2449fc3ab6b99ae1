package io.mallhub.exporter;

import static io.mallhub.exporter.table.Column.ifPresent;
import static io.mallhub.exporter.table.Column.key;
import static io.mallhub.exporter.table.Column.latest;
import static io.mallhub.exporter.table.ColumnType.BIGINT;
import static io.mallhub.exporter.table.ColumnType.INSTANT;
import static io.mallhub.exporter.table.ColumnType.TEXT;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.mallhub.exporter.table.Rows;
import io.mallhub.exporter.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a token is stuck, why, and since when. */
final class Incidents implements Projection {

    private final Rows rows =
            new Rows(
                    Table.guarded(
                            "incident",
                            key("key", BIGINT),
                            latest("process_instance_key", BIGINT),
                            latest("element_instance_key", BIGINT),
                            latest("element_id", TEXT),
                            latest("process_id", TEXT),
                            latest("job_key", BIGINT),
                            latest("error_type", TEXT),
                            latest("error_message", TEXT),
                            ifPresent("state", TEXT),
                            ifPresent("created_at", INSTANT),
                            ifPresent("resolved_at", INSTANT),
                            latest("cause", TEXT)));

    @Override
    public ValueType valueType() {
        return ValueType.INCIDENT;
    }

    @Override
    public List<Rows> rows() {
        return List.of(rows);
    }

    @Override
    public void apply(Record<?> event) {
        long at = event.getTimestamp();
        switch ((IncidentIntent) event.getIntent()) {
            case CREATED -> change(event, "OPEN", at, null);
            case RESOLVED -> change(event, "RESOLVED", null, at);
            case MIGRATED -> change(event, null, null, null);
            default -> {}
        }
    }

    private void change(
            Record<?> event,
            @Nullable String state,
            @Nullable Long created,
            @Nullable Long resolved) {
        IncidentRecordValue incident = (IncidentRecordValue) event.getValue();
        rows.add(
                event.getPosition(),
                event.getKey(),
                incident.getProcessInstanceKey(),
                incident.getElementInstanceKey(),
                incident.getElementId(),
                incident.getBpmnProcessId(),
                Keys.present(incident.getJobKey()),
                incident.getErrorType().name(),
                incident.getErrorMessage(),
                state,
                created,
                resolved,
                Cause.of(incident.getErrorMessage()));
    }
}
