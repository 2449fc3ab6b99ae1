package io.mallhub.returns.internal;

import io.mallhub.returns.ReturnableLine;
import io.mallhub.shared.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much of each shipped batch is asked or taken back, by all returns together. Claiming is one
 * conditional write, so that of two returns at once only as much goes through as was shipped.
 */
@Component
class Claims {
    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Key(String delivery, int orderLine, String batch) {}

    /** False: less than that is left; nothing was claimed. */
    boolean claim(String order, ReturnableLine shipped, Quantity quantity) {
        return jdbc.sql(
                                """
                                INSERT INTO return_claim AS c
                                SELECT :order, :delivery, :line, :batch, :shipped, :quantity
                                WHERE :quantity <= :shipped
                                ON CONFLICT (order_number, delivery, order_line, batch)
                                DO UPDATE SET claimed = c.claimed + excluded.claimed,
                                    shipped = excluded.shipped
                                WHERE c.claimed + excluded.claimed <= excluded.shipped
                                """)
                        .param("order", order)
                        .param("delivery", shipped.delivery())
                        .param("line", shipped.orderLine())
                        .param("batch", shipped.batch())
                        .param("shipped", shipped.shipped().amount())
                        .param("quantity", quantity.amount())
                        .update()
                == 1;
    }

    /** Changes what a line claims; the database refuses more than was shipped. */
    void change(String order, ReturnLine line, Quantity before, Quantity after) {
        jdbc.sql(
                        """
                        UPDATE return_claim SET claimed = claimed + :change
                        WHERE order_number = :order AND delivery = :delivery
                            AND order_line = :line AND batch = :batch
                        """)
                .param("change", after.minus(before).amount())
                .param("order", order)
                .param("delivery", line.delivery())
                .param("line", line.orderLine())
                .param("batch", line.batch())
                .update();
    }

    /** Every claim of the order stands still until the end of the transaction. */
    void lock(String order) {
        jdbc.sql(
                        """
                        SELECT 1 FROM return_claim WHERE order_number = :order
                        ORDER BY delivery, order_line, batch FOR UPDATE
                        """)
                .param("order", order)
                .query(Integer.class)
                .list();
    }

    Map<Key, Quantity> of(String order) {
        Map<Key, Quantity> claims = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT delivery, order_line, batch, claimed FROM return_claim
                        WHERE order_number = :order
                        """)
                .param("order", order)
                .query(
                        row -> {
                            claims.put(
                                    new Key(
                                            row.getString("delivery"),
                                            row.getInt("order_line"),
                                            row.getString("batch")),
                                    new Quantity(row.getBigDecimal("claimed")));
                        });
        return claims;
    }

    /** Codes that are on their way back already; the others are now this return's. */
    List<String> takeTraceCodes(UUID returnId, List<String> codes) {
        return codes.stream()
                .filter(
                        code ->
                                jdbc.sql(
                                                        """
                                                        INSERT INTO return_trace_code VALUES (?, ?)
                                                        ON CONFLICT DO NOTHING
                                                        """)
                                                .params(code, returnId)
                                                .update()
                                        == 0)
                .toList();
    }

    void releaseTraceCodes(UUID returnId) {
        jdbc.sql("DELETE FROM return_trace_code WHERE return_id = ?").param(returnId).update();
    }
}
