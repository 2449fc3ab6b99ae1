package io.mallhub.exporter;

import static io.mallhub.exporter.table.Column.key;
import static io.mallhub.exporter.table.Column.latest;
import static io.mallhub.exporter.table.ColumnType.BIGINT;
import static io.mallhub.exporter.table.ColumnType.INSTANT;
import static io.mallhub.exporter.table.ColumnType.TEXT;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.mallhub.exporter.table.Rows;
import io.mallhub.exporter.table.Table;
import java.util.List;
import java.util.Set;

/**
 * Values of variables as JSON text, the present ones and all that were before; some of them name
 * their process instance.
 */
final class Variables implements Projection {

    private final ProcessInstances instances;
    private final Set<String> businessNumbers;
    private final Set<String> subjects;
    private final Rows rows =
            new Rows(
                    Table.guarded(
                            "variable",
                            key("key", BIGINT),
                            latest("process_instance_key", BIGINT),
                            latest("scope_key", BIGINT),
                            latest("name", TEXT),
                            latest("value", TEXT),
                            latest("changed_at", INSTANT)));

    private final Rows changes =
            new Rows(
                    Table.unguarded(
                            "variable_change",
                            key("key", BIGINT),
                            key("position", BIGINT),
                            latest("process_instance_key", BIGINT),
                            latest("scope_key", BIGINT),
                            latest("name", TEXT),
                            latest("value", TEXT),
                            latest("changed_at", INSTANT),
                            latest("source_position", BIGINT),
                            latest("operation_reference", BIGINT)));

    Variables(ProcessInstances instances, Set<String> businessNumbers, Set<String> subjects) {
        this.instances = instances;
        this.businessNumbers = businessNumbers;
        this.subjects = subjects;
    }

    @Override
    public ValueType valueType() {
        return ValueType.VARIABLE;
    }

    @Override
    public List<Rows> rows() {
        return List.of(rows, changes);
    }

    @Override
    public void apply(Record<?> event) {
        VariableRecordValue variable = (VariableRecordValue) event.getValue();
        if (event.getIntent() == VariableIntent.MIGRATED) {
            return; // only its process changed
        }
        rows.add(
                event.getPosition(),
                event.getKey(),
                variable.getProcessInstanceKey(),
                variable.getScopeKey(),
                variable.getName(),
                variable.getValue(),
                event.getTimestamp());
        changes.add(
                event.getPosition(),
                event.getKey(),
                event.getPosition(),
                variable.getProcessInstanceKey(),
                variable.getScopeKey(),
                variable.getName(),
                variable.getValue(),
                event.getTimestamp(),
                event.getSourceRecordPosition(),
                Keys.present(event.getOperationReference()));
        if (variable.getScopeKey() == variable.getProcessInstanceKey()) {
            nameInstance(event, variable);
        }
    }

    private void nameInstance(Record<?> event, VariableRecordValue variable) {
        boolean number = businessNumbers.contains(variable.getName());
        boolean subject = subjects.contains(variable.getName());
        if (number || subject) {
            String text = JsonScalar.text(variable.getValue());
            instances.name(event, variable, number ? text : null, subject ? text : null);
        }
    }
}
