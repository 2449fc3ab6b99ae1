package io.mallhub.faults;

import io.mallhub.story.RunningMall;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The mall's tables and the ERP's own, read from outside and laid side by side. */
final class BothSides {
    private final RunningMall mall;

    BothSides(RunningMall mall) {
        this.mall = mall;
    }

    /** A line for each product, customer or order that is not the same on both sides. */
    List<String> differences(Collection<String> orders) {
        List<String> found = new ArrayList<>();
        found.addAll(compare("product", goodsOfTheErp(), goodsOfTheMall()));
        found.addAll(compare("customer", customersOfTheErp(), customersOfTheMall()));
        found.addAll(compare("order", ordersOfTheErp(orders), ordersOfTheMall(orders)));
        return found;
    }

    /**
     * Price, and stock that no accepted order takes: one of the ERP's interfaces tells nothing
     * else. What the mall holds back is named by its quarantine, and is not missing.
     */
    private Map<String, String> goodsOfTheErp() {
        Map<String, String> goods =
                rows(
                        "erp_simulator",
                        """
                        SELECT i.number, concat_ws(' / ', trim_scale(i.sale_price),
                            trim_scale(v.qty - v.lock_qty))
                        FROM t_item i JOIN t_inventory v ON v.item_number = i.number
                        WHERE NOT i.forbidden
                        """);
        goods.keySet()
                .removeAll(
                        rows(
                                        "mallhub",
                                        "SELECT DISTINCT record_key, '' FROM quarantine WHERE state = 'OPEN'")
                                .keySet());
        return goods;
    }

    private Map<String, String> goodsOfTheMall() {
        return rows(
                "mallhub",
                """
                SELECT p.code, concat_ws(' / ', trim_scale(b.price),
                    trim_scale(s.on_hand - s.allocated))
                FROM product p JOIN base_price b ON b.product_id = p.id
                JOIN stock_level s ON s.product_id = p.id
                WHERE p.active
                """);
    }

    private Map<String, String> customersOfTheErp() {
        Map<String, String> all =
                rows(
                        "erp_simulator",
                        "SELECT number, concat_ws(' / ', name, tax_no, contact, phone) FROM t_customer");
        all.keySet().retainAll(customersOfTheMall().keySet());
        return all;
    }

    private Map<String, String> customersOfTheMall() {
        return rows(
                "mallhub",
                """
                SELECT erp_number, concat_ws(' / ', name, uscc, contact, phone) FROM customer
                WHERE erp_number IS NOT NULL
                """);
    }

    private Map<String, String> ordersOfTheErp(Collection<String> orders) {
        return rows(
                "erp_simulator",
                """
                SELECT client_bill_no, concat_ws(' / ', bill_no, total_amount,
                    CASE status WHEN 'SHIPPED' THEN 'gone' ELSE status END)
                FROM t_sale_order WHERE client_bill_no = ANY (?)
                """,
                orders);
    }

    private Map<String, String> ordersOfTheMall(Collection<String> orders) {
        return rows(
                "mallhub",
                """
                SELECT number, concat_ws(' / ', erp_number, total,
                    CASE WHEN state IN ('SHIPPED', 'COMPLETED') THEN 'gone' ELSE state END)
                FROM sales_order WHERE number = ANY (?)
                """,
                orders);
    }

    private static List<String> compare(
            String what, Map<String, String> erp, Map<String, String> mall) {
        TreeSet<String> keys = new TreeSet<>(erp.keySet());
        keys.addAll(mall.keySet());
        return keys.stream()
                .filter(key -> !erp.getOrDefault(key, "none").equals(mall.get(key)))
                .map(
                        key ->
                                "%s %s: ERP %s, mall %s"
                                        .formatted(what, key, erp.get(key), mall.get(key)))
                .toList();
    }

    private Map<String, String> rows(String database, String sql, Object... values) {
        try (Connection connection = DriverManager.getConnection(mall.database(database));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setArray(
                        i + 1,
                        connection.createArrayOf("text", ((Collection<?>) values[i]).toArray()));
            }
            Map<String, String> found = new TreeMap<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
