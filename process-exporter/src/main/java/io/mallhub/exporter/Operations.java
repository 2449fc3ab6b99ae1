package io.mallhub.exporter;

import static io.mallhub.exporter.table.Column.key;
import static io.mallhub.exporter.table.Column.latest;
import static io.mallhub.exporter.table.ColumnType.BIGINT;
import static io.mallhub.exporter.table.ColumnType.INSTANT;
import static io.mallhub.exporter.table.ColumnType.TEXT;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRelated;
import io.mallhub.exporter.table.Rows;
import io.mallhub.exporter.table.Table;
import java.util.List;

/**
 * Commands of one kind that carried a reference and were carried out. A repair whose answer was
 * lost is found here instead of being done twice.
 */
final class Operations implements Projection {

    private final ValueType kind;
    private final Rows rows =
            new Rows(
                    Table.unguarded(
                            "operation",
                            key("reference", BIGINT),
                            key("kind", TEXT),
                            key("process_instance_key", BIGINT),
                            latest("done_at", INSTANT)));

    /**
     * @param kind its events are written only when the command was carried out
     */
    Operations(ValueType kind) {
        this.kind = kind;
    }

    @Override
    public ValueType valueType() {
        return kind;
    }

    @Override
    public List<Rows> rows() {
        return List.of(rows);
    }

    @Override
    public void apply(Record<?> event) {
        if (event.getOperationReference() > 0) {
            long instance = ((ProcessInstanceRelated) event.getValue()).getProcessInstanceKey();
            rows.add(
                    event.getPosition(),
                    event.getOperationReference(),
                    kind.name(),
                    instance,
                    event.getTimestamp());
        }
    }
}
