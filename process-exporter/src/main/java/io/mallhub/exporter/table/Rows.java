package io.mallhub.exporter.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changed rows of one table, not written yet. Changes of one row are merged. */
public final class Rows {

    private final Table table;
    private final String upsert;
    private final Map<List<@Nullable Object>, Row> rows = new LinkedHashMap<>();

    public Rows(Table table) {
        this.table = table;
        this.upsert = table.upsert();
    }

    /**
     * Adds a change.
     *
     * @param position of its log record, higher than that of all changes before
     * @param values in the order of the table's columns; null is "no value"
     */
    public void add(long position, @Nullable Object... values) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException(table.name() + " has another number of columns");
        }
        @Nullable Object[] storable = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            storable[i] = value == null ? null : table.columns().get(i).type().storable(value);
        }
        Row change = new Row(storable, position);
        List<@Nullable Object> key = table.keyIndexes().stream().map(i -> storable[i]).toList();
        rows.merge(key, change, (old, latest) -> old.changedBy(latest, table.columns()));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public void clear() {
        rows.clear();
    }

    /** Writes all rows with one statement; they stay here until {@link #clear()}. */
    public void write(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            List<String> types = table.parameterTypes();
            for (int column = 0; column < types.size(); column++) {
                statement.setArray(
                        column + 1, connection.createArrayOf(types.get(column), values(column)));
            }
            statement.executeUpdate();
        }
    }

    private @Nullable Object[] values(int column) {
        return rows.values().stream().map(row -> row.value(column)).toArray();
    }

    private record Row(@Nullable Object[] values, long position) {

        /** The position follows the table's own columns. */
        @Nullable Object value(int column) {
            return column < values.length ? values[column] : position;
        }

        Row changedBy(Row later, List<Column> columns) {
            @Nullable Object[] merged = new @Nullable Object[values.length];
            for (int i = 0; i < values.length; i++) {
                merged[i] = merged(columns.get(i).rule(), values[i], later.values[i]);
            }
            return new Row(merged, later.position);
        }

        private static @Nullable Object merged(
                Column.Rule rule, @Nullable Object old, @Nullable Object latest) {
            return switch (rule) {
                case KEY, LATEST -> latest;
                case IF_PRESENT -> latest == null ? old : latest;
                case FIRST -> old == null ? latest : old;
            };
        }
    }
}
