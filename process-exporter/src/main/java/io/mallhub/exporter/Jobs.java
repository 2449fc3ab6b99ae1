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
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.mallhub.exporter.table.Rows;
import io.mallhub.exporter.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work for workers and how it went. Activation isn't followed: the log has it in batches only. */
final class Jobs implements Projection {

    private final Rows rows =
            new Rows(
                    Table.guarded(
                            "job",
                            key("key", BIGINT),
                            latest("process_instance_key", BIGINT),
                            latest("element_instance_key", BIGINT),
                            latest("element_id", TEXT),
                            latest("type", TEXT),
                            latest("kind", TEXT),
                            ifPresent("state", TEXT),
                            latest("retries", INT),
                            latest("worker", TEXT),
                            latest("error_code", TEXT),
                            latest("error_message", TEXT),
                            first("created_at", INSTANT),
                            latest("changed_at", INSTANT),
                            latest("source_position", BIGINT)));

    @Override
    public ValueType valueType() {
        return ValueType.JOB;
    }

    @Override
    public List<Rows> rows() {
        return List.of(rows);
    }

    @Override
    public void apply(Record<?> event) {
        switch ((JobIntent) event.getIntent()) {
            case CREATED, RECURRED_AFTER_BACKOFF, YIELDED -> change(event, "CREATED");
            case COMPLETED -> change(event, "COMPLETED");
            case FAILED -> change(event, "FAILED");
            case TIMED_OUT -> change(event, "TIMED_OUT");
            case ERROR_THROWN -> change(event, "ERROR_THROWN");
            case CANCELED -> change(event, "CANCELED");
            case RETRIES_UPDATED, UPDATED, MIGRATED -> change(event, null);
            default -> {}
        }
    }

    private void change(Record<?> event, @Nullable String state) {
        JobRecordValue job = (JobRecordValue) event.getValue();
        boolean created = event.getIntent() == JobIntent.CREATED;
        rows.add(
                event.getPosition(),
                event.getKey(),
                job.getProcessInstanceKey(),
                job.getElementInstanceKey(),
                job.getElementId(),
                job.getType(),
                job.getJobKind().name(),
                state,
                job.getRetries(),
                Texts.present(job.getWorker()),
                Texts.present(job.getErrorCode()),
                Texts.present(job.getErrorMessage()),
                created ? event.getTimestamp() : null,
                event.getTimestamp(),
                event.getSourceRecordPosition());
    }
}
