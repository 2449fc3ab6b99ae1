package io.mallhub.simulator.fault;

import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Operation;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows of a file that somebody saves, unchanged, between two pages of its list: they move to the
 * end, and who counts pages finds those behind them one place earlier.
 */
@Component
class Drift {

    private static final int ROWS = 5;
    private static final Map<Operation, File> FILES =
            Map.of(
                    Operation.LIST_MATERIALS, new File("t_item", "number"),
                    Operation.LIST_STOCK, new File("t_inventory", "item_number"),
                    Operation.LIST_CUSTOMERS, new File("t_customer", "number"),
                    Operation.LIST_ORDERS, new File("t_sale_order", "bill_no"),
                    Operation.LIST_RETURNS, new File("t_return_order", "bill_no"));

    private record File(String table, String key) {}

    private final JdbcClient jdbc;
    private final Now now;

    Drift(JdbcClient jdbc, Now now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    static boolean isOf(Operation operation) {
        return FILES.containsKey(operation);
    }

    void move(Operation list) {
        File file = FILES.get(list);
        if (file == null) {
            throw new IllegalArgumentException(list + " is no list");
        }
        jdbc.sql(
                        "UPDATE %1$s SET modify_time = ? WHERE %2$s IN (SELECT %2$s FROM %1$s ORDER BY random() LIMIT ?)"
                                .formatted(file.table(), file.key()))
                .params(now.forSql(), ROWS)
                .update();
    }
}
