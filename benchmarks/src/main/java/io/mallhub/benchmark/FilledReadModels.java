package io.mallhub.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The read models of a mall with very many orders, made by the database itself: one in twenty
 * instances runs, one in a hundred of these is stuck. Each has four elements, four variables and
 * one task.
 */
final class FilledReadModels {
    static final long FIRST_KEY = 1_000_000_000L;
    static final int STEP = 16;
    static final int CUSTOMERS = 20_000;

    private static final List<String> TABLES =
            List.of(
                    "engine.process_instance",
                    "engine.element_instance",
                    "engine.variable",
                    "engine.variable_change",
                    "engine.user_task",
                    "engine.incident",
                    "public.sales_order");

    private final Connection connection;
    private final int instances;

    private FilledReadModels(Connection connection, int instances) {
        this.connection = connection;
        this.instances = instances;
    }

    /** Indexes are made after the rows, which is many times faster. */
    static void fill(Database database, int instances, String bpmn) throws SQLException {
        try (Connection connection = database.connect()) {
            FilledReadModels filled = new FilledReadModels(connection, instances);
            List<String> indexes = filled.dropIndexes();
            filled.definitions(bpmn);
            filled.rows();
            for (String index : indexes) {
                filled.run(index);
            }
            for (String table : TABLES) {
                filled.run("VACUUM ANALYZE " + table);
            }
        }
    }

    static long key(int number) {
        return FIRST_KEY + (long) number * STEP;
    }

    /** Of the variable; spread over 0 to 999.99 however few there are. */
    static double amount(int number) {
        return number * 7919L % 100_000 / 100.0;
    }

    private List<String> dropIndexes() throws SQLException {
        List<String> definitions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                SELECT schemaname || '.' || indexname, indexdef,
                                    schemaname || '.' || tablename FROM pg_indexes
                                WHERE indexdef NOT LIKE '%UNIQUE%'
                                """)) {
            while (row.next()) {
                if (TABLES.contains(row.getString(3))) {
                    names.add(row.getString(1));
                    definitions.add(row.getString(2));
                }
            }
        }
        for (String name : names) {
            run("DROP INDEX " + name);
        }
        return definitions;
    }

    private void definitions(String bpmn) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        INSERT INTO engine.process_definition
                            (key, process_id, version, resource_name, bpmn_xml, deployed_at, deleted)
                        SELECT v, 'order-approval', v, 'order-approval.bpmn', ?, now(), false
                        FROM generate_series(1, 3) v
                        """)) {
            insert.setString(1, bpmn);
            insert.executeUpdate();
        }
    }

    private void rows() throws SQLException {
        insert(
                """
                engine.process_instance (key, process_id, version, definition_key, state, business_number,
                    subject, started_at, ended_at, pos)
                SELECT %1$s, 'order-approval', 1 + i %% 3, 1 + i %% 3,
                    CASE WHEN i %% 20 = 0 THEN 'ACTIVE' ELSE 'COMPLETED' END,
                    'SO' || lpad(i::text, 10, '0'), '康宁' || i %% 20000 || '大药房有限公司', %2$s,
                    CASE WHEN i %% 20 <> 0 THEN %2$s + interval '1 hour' END, i
                """);
        element(0, "order-submitted", "START_EVENT", "'COMPLETED'", "true");
        element(1, "assess-order", "SERVICE_TASK", "'COMPLETED'", "true");
        element(
                2,
                "finance-approval",
                "USER_TASK",
                "CASE WHEN i % 20 = 0 AND i % 2000 <> 0 THEN 'ACTIVE' ELSE 'COMPLETED' END",
                "true");
        element(
                3,
                "push-order",
                "SERVICE_TASK",
                "CASE WHEN i % 2000 = 0 THEN 'ACTIVE' ELSE 'COMPLETED' END",
                "i % 20 <> 0 OR i % 2000 = 0");
        variable(4, "orderNumber", "'\"SO' || lpad(i::text, 10, '0') || '\"'");
        variable(5, "amount", "(i::bigint * 7919 % 100000 / 100.0)::text");
        variable(6, "channel", "'\"' || (ARRAY['web','app','sales'])[1 + i % 3] || '\"'");
        variable(7, "note", "'\"批次 B' || i || '\"'");
        insert(
                """
                engine.user_task (key, process_instance_key, element_instance_key, element_id, process_id,
                    definition_key, candidate_groups, candidate_users, due_at, priority, state,
                    created_at, ended_at, pos)
                SELECT %1$s + 8, %1$s, %1$s + 2, 'finance-approval', 'order-approval', 1 + i %% 3,
                    ARRAY['finance'], '{}', %2$s + interval '8 hours', 50 + i %% 40,
                    CASE WHEN i %% 20 = 0 AND i %% 2000 <> 0 THEN 'OPEN' ELSE 'COMPLETED' END, %2$s,
                    CASE WHEN i %% 20 <> 0 THEN %2$s + interval '1 hour' END, i
                """);
        insert(
                """
                engine.incident (key, process_instance_key, element_instance_key, element_id, process_id,
                    error_type, error_message, state, created_at, resolved_at, pos, cause)
                SELECT %1$s + 9, %1$s, %1$s + 3, 'push-order', 'order-approval', 'JOB_NO_RETRIES',
                    'ERP refused order ' || i || ': article group ' || i / 100 %% 20,
                    CASE WHEN i %% 2000 = 0 THEN 'OPEN' ELSE 'RESOLVED' END, %2$s,
                    CASE WHEN i %% 2000 <> 0 THEN %2$s + interval '1 hour' END, i,
                    'ERP refused order #: article group ' || chr(97 + i / 100 %% 20)
                """,
                "i % 2000 = 0 OR i % 50 = 7");
        insert(
                """
                sales_order (id, number, customer_id, customer_name, state, erp_state, erp_number,
                    submitted_by_kind, submitted_by_id, submitted_by_name, submitted_at,
                    idempotency_key, content_digest, delivery_note, line_count, total, net, tax,
                    version)
                SELECT gen_random_uuid(), 'SO' || lpad(i::text, 10, '0'),
                    md5((i %% 20000)::text)::uuid, '康宁' || i %% 20000 || '大药房有限公司',
                    CASE WHEN i %% 20 <> 0 THEN 'COMPLETED'
                        WHEN i %% 2000 = 0 THEN 'APPROVED' ELSE 'IN_APPROVAL' END,
                    CASE WHEN i %% 20 <> 0 THEN 'ACCEPTED' ELSE 'NOT_SENT' END,
                    CASE WHEN i %% 20 <> 0 THEN 'XSDD-' || lpad(i::text, 10, '0') END,
                    'BUYER', 'b' || i %% 20000, '采购员', %2$s, i::text, 'digest', '', 5, amount, amount,
                    0, 0
                """,
                "true",
                "CROSS JOIN LATERAL (SELECT i::bigint * 7919 % 10000000 / 100.0 AS amount) worth");
    }

    private void element(int place, String id, String type, String state, String where)
            throws SQLException {
        insert(
                """
                engine.element_instance (key, process_instance_key, definition_key, scope_key, element_id,
                    element_type, state, started_at, ended_at, pos)
                SELECT %%1$s + %d, %%1$s, 1 + i %%%% 3, %%1$s, '%s', '%s', s, %%2$s,
                    CASE WHEN s <> 'ACTIVE' THEN %%2$s + (1 + i %%%% 600) * interval '1 second' END, i
                """
                        .formatted(place, id, type),
                where,
                "CROSS JOIN LATERAL (SELECT " + state + " AS s) state");
    }

    private void variable(int place, String name, String value) throws SQLException {
        String columns =
                """
                (key, process_instance_key, scope_key, name, value, changed_at, %s)
                SELECT %%1$s + %d, %%1$s, %%1$s, '%s', %s, %%2$s, i
                """;
        String plain = value.replace("%", "%%");
        insert("engine.variable " + columns.formatted("pos", place, name, plain));
        insert(
                "engine.variable_change "
                        + columns.formatted("position, source_position", place, name, plain)
                                .replace("%2$s, i", "%2$s, i, i"));
    }

    private void insert(String columns) throws SQLException {
        insert(columns, "true");
    }

    private void insert(String columns, String where) throws SQLException {
        insert(columns, where, "");
    }

    private void insert(String columns, String where, String join) throws SQLException {
        String key = "(" + FIRST_KEY + " + i::bigint * " + STEP + ")";
        String start = "(now() - (" + instances + " - i) * interval '2 seconds')";
        run(
                "INSERT INTO "
                        + columns.formatted(key, start)
                        + " FROM generate_series(1, "
                        + instances
                        + ") i "
                        + join
                        + " WHERE "
                        + where);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
