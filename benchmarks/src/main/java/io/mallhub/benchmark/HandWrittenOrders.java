package io.mallhub.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * The rows that submitted orders left, written again into copies of their tables by plain JDBC: one
 * transaction per order, one batch per table, statements prepared once, nothing checked.
 */
final class HandWrittenOrders {
    private static final String ORDER_ID = "(SELECT id FROM sales_order WHERE number = ?)";

    /** Table and the condition that finds an order's rows in it. */
    private static final Map<String, String> INSERTED = new LinkedHashMap<>();

    static {
        INSERTED.put("sales_order", "number = ?");
        INSERTED.put("sales_order_line", "order_id = " + ORDER_ID);
        INSERTED.put("order_timeline", "order_number = ?");
        INSERTED.put("order_licence_check", "order_number = ?");
        INSERTED.put("receivable_commitment", "order_number = ?");
        INSERTED.put("stock_hold", "order_id = " + ORDER_ID);
    }

    private final Database database;
    private final List<List<Rows>> threads;

    private HandWrittenOrders(Database database, List<List<Rows>> threads) {
        this.database = database;
        this.threads = threads;
    }

    /** What one order wrote. */
    private record Rows(
            Map<String, List<Object[]>> inserted, List<Object[]> held, List<Object[]> committed) {}

    /**
     * @param numbers of orders, a list for each thread
     */
    static HandWrittenOrders prepare(Database database, List<List<String>> numbers)
            throws SQLException {
        try (Connection connection = database.connect()) {
            List<String> tables =
                    new ArrayList<>(List.of("receivable_account", "stock_level", "stock_fence"));
            tables.addAll(INSERTED.keySet());
            CopiedTables.create(connection, tables);
            try (var fill = connection.createStatement()) {
                for (String table : List.of("receivable_account", "stock_level")) {
                    fill.execute(
                            "INSERT INTO reference.%s SELECT * FROM public.%s"
                                    .formatted(table, table));
                }
                fill.execute("ANALYZE");
            }
            List<List<Rows>> threads = new ArrayList<>();
            for (List<String> each : numbers) {
                List<Rows> orders = new ArrayList<>();
                for (String number : each) {
                    orders.add(read(connection, number));
                }
                threads.add(orders);
            }
            return new HandWrittenOrders(database, threads);
        }
    }

    /** Orders per second, all threads together; written once to warm up, then measured. */
    double rate() throws Exception {
        write();
        try (Connection connection = database.connect();
                var clear = connection.createStatement()) {
            List<String> written = new ArrayList<>(INSERTED.keySet()).reversed();
            clear.execute("SET search_path = " + CopiedTables.SCHEMA);
            clear.execute("TRUNCATE " + String.join(", ", written));
        }
        return write();
    }

    private double write() throws Exception {
        return Rate.of(
                threads.stream().<Callable<Integer>>map(each -> () -> writeAll(each)).toList());
    }

    private int writeAll(List<Rows> orders) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
            for (String table : INSERTED.keySet()) {
                inserts.put(table, CopiedTables.insert(connection, table, ""));
            }
            try (PreparedStatement hold =
                            connection.prepareStatement(
                                    "UPDATE reference.stock_level SET held = held + ?"
                                            + " WHERE product_id = ?");
                    PreparedStatement commit =
                            connection.prepareStatement(
                                    "UPDATE reference.receivable_account"
                                            + " SET committed = committed + ? WHERE customer_id = ?")) {
                for (Rows order : orders) {
                    CopiedTables.batch(hold, order.held);
                    CopiedTables.batch(commit, order.committed);
                    for (var rows : order.inserted.entrySet()) {
                        CopiedTables.batch(
                                Objects.requireNonNull(inserts.get(rows.getKey())),
                                rows.getValue());
                    }
                    connection.commit();
                }
            }
            return orders.size();
        }
    }

    private static Rows read(Connection connection, String number) throws SQLException {
        Map<String, List<Object[]>> inserted = new LinkedHashMap<>();
        for (var table : INSERTED.entrySet()) {
            List<Object[]> rows =
                    CopiedTables.rows(
                            connection,
                            "SELECT * FROM %s WHERE %s".formatted(table.getKey(), table.getValue()),
                            number);
            if (rows.isEmpty()) {
                throw new IllegalStateException(number + " left nothing in " + table.getKey());
            }
            inserted.put(table.getKey(), rows);
        }
        return new Rows(
                inserted,
                CopiedTables.rows(
                        connection,
                        "SELECT quantity, product_id FROM stock_hold WHERE order_id = "
                                + ORDER_ID
                                + " ORDER BY product_id",
                        number),
                CopiedTables.rows(
                        connection,
                        "SELECT amount, customer_id FROM receivable_commitment"
                                + " WHERE order_number = ?",
                        number));
    }
}
