package io.mallhub.exporter.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of the read model and the statement that merges many rows into it at once.
 *
 * @param columns without the position, which every guarded table has as its last column
 * @param guarded whether a row remembers the log position that last changed it. Rows whose records
 *     appear in the logs of several partitions can't: positions count per partition
 */
public record Table(String name, List<Column> columns, boolean guarded) {

    private static final String POSITION = "pos";

    public Table {
        columns = List.copyOf(columns);
    }

    /** A table whose rows each belong to one partition. */
    public static Table guarded(String name, Column... columns) {
        return new Table(name, List.of(columns), true);
    }

    public static Table unguarded(String name, Column... columns) {
        return new Table(name, List.of(columns), false);
    }

    /** Types of the array parameters, in their order. */
    List<String> parameterTypes() {
        List<String> types = new ArrayList<>();
        columns.forEach(column -> types.add(column.type().parameterType()));
        if (guarded) {
            types.add("bigint");
        }
        return types;
    }

    String upsert() {
        List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
        List<String> values =
                new ArrayList<>(
                        columns.stream().map(c -> c.type().expression("u." + c.name())).toList());
        List<String> updates =
                new ArrayList<>(
                        columns.stream()
                                .filter(column -> column.rule() != Column.Rule.KEY)
                                .map(column -> column.update("t"))
                                .toList());
        if (guarded) {
            names.add(POSITION);
            values.add("u." + POSITION);
            updates.add("pos = excluded.pos");
        }
        String parameters =
                parameterTypes().stream()
                        .map(t -> "?::" + t + "[]")
                        .collect(Collectors.joining(", "));
        String columnList = String.join(", ", names);
        return "INSERT INTO engine.%s AS t (%s) SELECT %s FROM unnest(%s) AS u(%s) ON CONFLICT (%s) DO UPDATE SET %s%s"
                .formatted(
                        name,
                        columnList,
                        String.join(", ", values),
                        parameters,
                        columnList,
                        keys(),
                        String.join(", ", updates),
                        guarded ? " WHERE t.pos < excluded.pos" : "");
    }

    List<Integer> keyIndexes() {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).rule() == Column.Rule.KEY)
                .boxed()
                .toList();
    }

    private String keys() {
        return keyIndexes().stream()
                .map(i -> columns.get(i).name())
                .collect(Collectors.joining(", "));
    }
}
