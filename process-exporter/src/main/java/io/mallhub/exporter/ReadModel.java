package io.mallhub.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import io.mallhub.exporter.table.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All tables of the read model with the changes not written yet. */
final class ReadModel {

    /** Characters that weigh as much in memory as the other data of an event. */
    private static final int LARGE = 8_192;

    private final Map<ValueType, Projection> projections = new EnumMap<>(ValueType.class);
    private final List<Rows> tables;
    private final LeftTasks leftTasks = new LeftTasks();
    private int changes;

    ReadModel(Set<String> businessNumbers, Set<String> subjects) {
        ProcessInstances instances = new ProcessInstances();
        Waiting waiting = new Waiting();
        MessageCorrelations correlations = new MessageCorrelations();
        List.of(
                        new ProcessDefinitions(),
                        new ElementInstances(instances, leftTasks),
                        new Variables(instances, businessNumbers, subjects),
                        new Jobs(),
                        new Incidents(),
                        new UserTasks(),
                        new WaitingMessages(waiting, correlations),
                        new MessageStarts(correlations),
                        new Messages(),
                        new Operations(ValueType.PROCESS_INSTANCE_MODIFICATION),
                        new Operations(ValueType.PROCESS_INSTANCE_MIGRATION),
                        new WaitingTimers(waiting))
                .forEach(projection -> projections.put(projection.valueType(), projection));
        tables =
                Stream.concat(
                                Stream.of(instances.rows(), waiting.rows(), correlations.rows()),
                                projections.values().stream().flatMap(p -> p.rows().stream()))
                        .toList();
    }

    Set<ValueType> valueTypes() {
        return projections.keySet();
    }

    void apply(Record<?> event) {
        Projection projection = projections.get(event.getValueType());
        if (projection != null) {
            projection.apply(event);
            changes += 1 + size(event) / LARGE;
        }
    }

    /** Events applied since the last {@link #clear()}; large ones count several times. */
    int changes() {
        return changes;
    }

    private static int size(Record<?> event) {
        return switch (event.getValue()) {
            case VariableRecordValue variable -> variable.getValue().length();
            case Process process -> process.getResource().length;
            default -> 0;
        };
    }

    void write(Connection connection) throws SQLException {
        for (Rows rows : tables) {
            if (!rows.isEmpty()) {
                rows.write(connection);
            }
        }
        leftTasks.write(connection);
    }

    void clear() {
        tables.forEach(Rows::clear);
        leftTasks.clear();
        changes = 0;
    }
}
