package io.mallhub.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All rows of tables, upserted into empty copies of them by plain JDBC: a thousand a batch, all
 * tables of a batch in one transaction, as the flows page.
 */
record BatchedUpserts(List<String> tables) {
    private static final int BATCH = 1000;

    private static final Map<String, List<String>> KEYS =
            Map.of(
                    "product", List.of("id"),
                    "base_price", List.of("product_id"),
                    "binding", List.of("connection", "entity", "mall_id"),
                    "stock_level", List.of("product_id"));

    static BatchedUpserts of(List<String> tables) {
        return new BatchedUpserts(tables);
    }

    /** Rows of the first table per second. */
    double rate(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            List<String> copied = new ArrayList<>(List.of("erp_connection"));
            copied.addAll(tables);
            CopiedTables.create(connection, copied);
            try (var fill = connection.createStatement()) {
                fill.execute(
                        "INSERT INTO reference.erp_connection SELECT * FROM public.erp_connection");
            }
            Map<String, List<Object[]>> rows = new LinkedHashMap<>();
            for (String table : tables) {
                rows.put(table, CopiedTables.rows(connection, "SELECT * FROM " + table));
            }
            long begin = System.nanoTime();
            int written = write(connection, rows);
            return Rate.perSecond(written, System.nanoTime() - begin);
        }
    }

    private int write(Connection connection, Map<String, List<Object[]>> rows) throws SQLException {
        connection.setAutoCommit(false);
        Map<PreparedStatement, List<Object[]>> work = new LinkedHashMap<>();
        for (var each : rows.entrySet()) {
            List<String> key = KEYS.getOrDefault(each.getKey(), List.of());
            String conflict = CopiedTables.upsertOn(connection, each.getKey(), key);
            work.put(CopiedTables.insert(connection, each.getKey(), conflict), each.getValue());
        }
        int total = rows.values().iterator().next().size();
        for (int from = 0; from < total; from += BATCH) {
            for (var each : work.entrySet()) {
                int size = each.getValue().size();
                CopiedTables.batch(
                        each.getKey(),
                        each.getValue()
                                .subList(Math.min(from, size), Math.min(from + BATCH, size)));
            }
            connection.commit();
        }
        return total;
    }
}
