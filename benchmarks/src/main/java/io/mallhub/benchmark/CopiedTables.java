package io.mallhub.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Empty copies of tables in a schema of their own, with the same columns, keys, indexes, checks and
 * foreign keys: a reference pays for the same rows what the hub pays.
 */
final class CopiedTables {
    static final String SCHEMA = "reference";

    private CopiedTables() {}

    /**
     * @param tables referenced ones before those that refer to them
     */
    static void create(Connection connection, List<String> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
            statement.execute("CREATE SCHEMA " + SCHEMA);
            for (String table : tables) {
                statement.execute(
                        "CREATE TABLE %s.%s (LIKE public.%s INCLUDING ALL)"
                                .formatted(SCHEMA, table, table));
            }
            for (String table : tables) {
                for (String key : foreignKeys(connection, table)) {
                    statement.execute("SET search_path = " + SCHEMA);
                    statement.execute("ALTER TABLE %s ADD %s".formatted(table, key));
                    statement.execute("RESET search_path");
                }
            }
        }
    }

    /** All rows of the query, as arrays of column values. */
    static List<Object[]> rows(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                int width = found.getMetaData().getColumnCount();
                List<Object[]> rows = new ArrayList<>();
                while (found.next()) {
                    Object[] row = new Object[width];
                    for (int i = 0; i < width; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    static long count(Connection connection, String table) throws SQLException {
        return (Long) rows(connection, "SELECT count(*) FROM " + table).getFirst()[0];
    }

    static PreparedStatement insert(Connection connection, String table, String conflict)
            throws SQLException {
        List<String> columns = columns(connection, table);
        String marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
        return connection.prepareStatement(
                "INSERT INTO %s.%s (%s) OVERRIDING SYSTEM VALUE VALUES (%s) %s"
                        .formatted(SCHEMA, table, String.join(", ", columns), marks, conflict));
    }

    /** {@code ON CONFLICT (key) DO UPDATE} of every other column. */
    static String upsertOn(Connection connection, String table, List<String> key)
            throws SQLException {
        String changes =
                columns(connection, table).stream()
                        .filter(column -> !key.contains(column))
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
        return "ON CONFLICT (%s) DO UPDATE SET %s".formatted(String.join(", ", key), changes);
    }

    static void batch(PreparedStatement insert, List<Object[]> rows) throws SQLException {
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.addBatch();
        }
        int[] done = insert.executeBatch();
        if (IntStream.of(done).anyMatch(count -> count == Statement.EXECUTE_FAILED)) {
            throw new IllegalStateException("The reference did not write its rows");
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return strings(
                connection,
                """
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name = ? ORDER BY ordinal_position
                """,
                table);
    }

    private static List<String> foreignKeys(Connection connection, String table)
            throws SQLException {
        return strings(
                connection,
                """
                SELECT pg_get_constraintdef(oid) FROM pg_constraint
                WHERE contype = 'f' AND conrelid = ('public.' || ?)::regclass
                """,
                table);
    }

    private static List<String> strings(Connection connection, String sql, String parameter)
            throws SQLException {
        return rows(connection, sql, parameter).stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }
}
