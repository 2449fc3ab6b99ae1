package io.mallhub.exporter;

import static io.mallhub.exporter.table.Column.first;
import static io.mallhub.exporter.table.Column.key;
import static io.mallhub.exporter.table.Column.latest;
import static io.mallhub.exporter.table.ColumnType.BIGINT;
import static io.mallhub.exporter.table.ColumnType.BOOLEAN;
import static io.mallhub.exporter.table.ColumnType.INSTANT;
import static io.mallhub.exporter.table.ColumnType.TEXT;

import io.camunda.zeebe.protocol.record.Record;
import io.mallhub.exporter.table.Rows;
import io.mallhub.exporter.table.Table;
import org.jspecify.annotations.Nullable;

/** What instances wait for besides people and workers. */
final class Waiting {

    private final Rows rows =
            new Rows(
                    Table.guarded(
                            "waiting",
                            key("key", BIGINT),
                            latest("kind", TEXT),
                            latest("process_instance_key", BIGINT),
                            latest("element_instance_key", BIGINT),
                            latest("element_id", TEXT),
                            latest("message_name", TEXT),
                            latest("correlation_key", TEXT),
                            latest("due_at", INSTANT),
                            latest("open", BOOLEAN),
                            first("since", INSTANT),
                            latest("source_position", BIGINT)));

    Rows rows() {
        return rows;
    }

    void change(
            Record<?> event,
            String kind,
            long instance,
            long element,
            String elementId,
            @Nullable String message,
            @Nullable String correlationKey,
            @Nullable Long due,
            boolean open) {
        rows.add(
                event.getPosition(),
                event.getKey(),
                kind,
                instance,
                element,
                elementId,
                message,
                correlationKey,
                due,
                open,
                event.getTimestamp(),
                event.getSourceRecordPosition());
    }
}
