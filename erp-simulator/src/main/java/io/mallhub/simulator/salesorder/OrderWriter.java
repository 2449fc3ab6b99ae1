package io.mallhub.simulator.salesorder;

import io.mallhub.simulator.kernel.Now;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes orders and deliveries; decides nothing. */
@Component
class OrderWriter {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Now now;

    OrderWriter(JdbcClient jdbc, JdbcTemplate batches, Now now) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.now = now;
    }

    void insert(String billNo, NewOrder order) {
        BigDecimal total =
                order.lines().stream()
                        .map(NewOrder.Line::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        jdbc.sql("INSERT INTO t_sale_order VALUES (?, ?, ?, ?, 'NEW', NULL, ?, ?, 1, ?)")
                .params(billNo, order.reference(), order.customer(), now.forSql(), total)
                .param(order.explanation())
                .param(now.forSql())
                .update();
        batches.batchUpdate(
                """
                INSERT INTO t_sale_order_entry (bill_no, entry_id, item_number, qty, price, discount, amount, ship_qty)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0)
                """,
                order.lines().stream()
                        .map(
                                line ->
                                        new Object[] {
                                            billNo,
                                            line.number(),
                                            line.material(),
                                            line.quantity(),
                                            line.price(),
                                            line.discount(),
                                            line.amount()
                                        })
                        .toList());
    }

    void status(String billNo, OrderStatus status, @Nullable String reason) {
        jdbc.sql(
                        """
                        UPDATE t_sale_order SET status = ?, reason = ?, version = version + 1, modify_time = ? WHERE bill_no = ?
                        """)
                .param(status.name())
                .param(reason)
                .params(now.forSql(), billNo)
                .update();
    }

    void insertDelivery(String number, String billNo, List<SalesOrder.DeliveryLine> lines) {
        jdbc.sql("INSERT INTO t_delivery VALUES (?, ?, ?)")
                .params(number, billNo, now.forSql())
                .update();
        int entry = 0;
        for (SalesOrder.DeliveryLine line : lines) {
            jdbc.sql("INSERT INTO t_delivery_entry VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            number,
                            ++entry,
                            line.orderLine(),
                            line.material(),
                            line.batchNo(),
                            line.validUntil(),
                            line.quantity())
                    .update();
            jdbc.sql(
                            "UPDATE t_sale_order_entry SET ship_qty = ship_qty + ? WHERE bill_no = ? AND entry_id = ?")
                    .params(line.quantity(), billNo, line.orderLine())
                    .update();
        }
    }

    /** Keeps every other change of this order out until the transaction ends. */
    void lock(String billNo) {
        jdbc.sql("SELECT 1 FROM t_sale_order WHERE bill_no = ? FOR UPDATE")
                .param(billNo)
                .query(Integer.class)
                .optional();
    }

    /** Keeps every other order with this reference out until the transaction ends. */
    void lockReference(String reference) {
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(reference)
                .query(Integer.class)
                .single();
    }
}
