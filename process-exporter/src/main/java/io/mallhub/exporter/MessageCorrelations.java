package io.mallhub.exporter;

import static io.mallhub.exporter.table.Column.first;
import static io.mallhub.exporter.table.Column.key;
import static io.mallhub.exporter.table.ColumnType.BIGINT;
import static io.mallhub.exporter.table.ColumnType.INSTANT;
import static io.mallhub.exporter.table.ColumnType.TEXT;

import io.camunda.zeebe.protocol.record.Record;
import io.mallhub.exporter.table.Rows;
import io.mallhub.exporter.table.Table;

/** Which message reached which instance, and where. */
final class MessageCorrelations {

    private final Rows rows =
            new Rows(
                    Table.unguarded(
                            "message_correlation",
                            key("message_key", BIGINT),
                            key("process_instance_key", BIGINT),
                            key("element_id", TEXT),
                            first("correlated_at", INSTANT)));

    Rows rows() {
        return rows;
    }

    void add(Record<?> event, long message, long instance, String element) {
        rows.add(event.getPosition(), message, instance, element, event.getTimestamp());
    }
}
