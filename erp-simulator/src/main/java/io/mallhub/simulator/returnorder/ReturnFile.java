package io.mallhub.simulator.returnorder;

import io.mallhub.simulator.kernel.ListPoint;
import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Page;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes return documents; decides nothing. */
@Component
class ReturnFile {
    private static final String HEADERS =
            """
            SELECT bill_no, client_bill_no, cust_number, order_bill_no, status, reason, modify_time
            FROM t_return_order
            """;

    private final JdbcClient jdbc;
    private final Now now;

    ReturnFile(JdbcClient jdbc, Now now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    Page<ReturnOrder> changedAfter(ListPoint point) {
        return Page.cut(
                headers(
                        "WHERE (modify_time, bill_no) > (?, ?) ORDER BY modify_time, bill_no LIMIT ? OFFSET ?",
                        point.sinceForSql(),
                        point.after(),
                        point.fetch(),
                        point.skip()),
                point);
    }

    /** Newest first. */
    Page<ReturnHeader> search(String text, ListPoint point) {
        String like = ListPoint.like(text);
        return Page.cut(
                jdbc.sql(
                                """
                                SELECT bill_no, client_bill_no, cust_number, order_bill_no, status,
                                    reason, modify_time, (SELECT count(*) FROM t_return_order_entry e
                                        WHERE e.bill_no = r.bill_no)
                                FROM t_return_order r
                                WHERE bill_no ILIKE :like OR client_bill_no ILIKE :like
                                    OR order_bill_no ILIKE :like OR cust_number ILIKE :like
                                ORDER BY bill_no DESC LIMIT :fetch OFFSET :skip
                                """)
                        .param("like", like)
                        .param("fetch", point.fetch())
                        .param("skip", point.skip())
                        .query(
                                (row, n) ->
                                        new ReturnHeader(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3),
                                                row.getString(4),
                                                ReturnStatus.valueOf(row.getString(5)),
                                                row.getString(6),
                                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                                row.getInt(8)))
                        .list(),
                point);
    }

    List<ReturnOrder> withReference(String reference) {
        return headers("WHERE client_bill_no = ? ORDER BY bill_no", reference);
    }

    /** None or one. */
    List<ReturnOrder> withNumber(String billNo) {
        return headers("WHERE bill_no = ?", billNo);
    }

    /** Keeps every other change of this return out until the transaction ends. */
    void lock(String billNo) {
        jdbc.sql("SELECT 1 FROM t_return_order WHERE bill_no = ? FOR UPDATE")
                .param(billNo)
                .query(Integer.class)
                .optional();
    }

    /** Keeps every other return of the sales order, or with the reference, out. */
    void lockText(String text) {
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 7))")
                .param(text)
                .query(Integer.class)
                .single();
    }

    void insert(String billNo, NewReturn goods) {
        jdbc.sql("INSERT INTO t_return_order VALUES (?, ?, ?, ?, 'OPEN', ?, ?)")
                .params(
                        billNo,
                        goods.reference(),
                        goods.customer(),
                        goods.order(),
                        goods.reason(),
                        now.forSql())
                .update();
        for (NewReturn.Line line : goods.lines()) {
            jdbc.sql("INSERT INTO t_return_order_entry VALUES (?, ?, ?, ?, ?, ?, NULL)")
                    .params(
                            billNo,
                            line.number(),
                            line.orderLine(),
                            line.material(),
                            line.batchNo(),
                            line.quantity())
                    .update();
        }
    }

    void status(String billNo, ReturnStatus status, @Nullable String reason) {
        jdbc.sql(
                        """
                        UPDATE t_return_order SET status = ?, reason = coalesce(?, reason),
                            modify_time = ? WHERE bill_no = ?
                        """)
                .param(status.name())
                .param(reason)
                .params(now.forSql(), billNo)
                .update();
    }

    void received(String billNo, int line, BigDecimal quantity) {
        jdbc.sql(
                        "UPDATE t_return_order_entry SET received_qty = ? WHERE bill_no = ? AND entry_id = ?")
                .params(quantity, billNo, line)
                .update();
    }

    void receipt(String number, String billNo, String receiver) {
        jdbc.sql("INSERT INTO t_return_receipt VALUES (?, ?, ?, ?)")
                .params(number, billNo, now.forSql(), receiver)
                .update();
    }

    /** Delivered of this batch and order line, less what open and received returns take. */
    BigDecimal returnable(String order, int orderLine, String material, String batchNo) {
        return jdbc.sql(
                        """
                        SELECT coalesce((SELECT sum(e.qty) FROM t_delivery_entry e
                                JOIN t_delivery d ON d.bill_no = e.bill_no
                                WHERE d.order_bill_no = :order AND e.order_entry_id = :line
                                    AND e.item_number = :material AND e.batch_no = :batch), 0)
                            - coalesce((SELECT sum(coalesce(e.received_qty, e.qty))
                                FROM t_return_order_entry e
                                JOIN t_return_order r ON r.bill_no = e.bill_no
                                WHERE r.order_bill_no = :order AND e.order_entry_id = :line
                                    AND e.item_number = :material AND e.batch_no = :batch
                                    AND r.status IN ('OPEN', 'RECEIVED')), 0)
                        """)
                .param("order", order)
                .param("line", orderLine)
                .param("material", material)
                .param("batch", batchNo)
                .query(BigDecimal.class)
                .single();
    }

    boolean hasOrder(String order, String customer) {
        return jdbc.sql("SELECT count(*) FROM t_sale_order WHERE bill_no = ? AND cust_number = ?")
                        .params(order, customer)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private List<ReturnOrder> headers(String where, Object... params) {
        return jdbc.sql(HEADERS + where)
                .params(params)
                .query(
                        (row, n) ->
                                new ReturnOrder(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        ReturnStatus.valueOf(row.getString(5)),
                                        row.getString(6),
                                        row.getObject(7, OffsetDateTime.class).toInstant(),
                                        lines(row.getString(1)),
                                        receipt(row.getString(1))))
                .list();
    }

    private List<ReturnOrder.Line> lines(String billNo) {
        return jdbc.sql(
                        """
                        SELECT entry_id, order_entry_id, item_number, batch_no, qty, received_qty
                        FROM t_return_order_entry WHERE bill_no = ? ORDER BY entry_id
                        """)
                .param(billNo)
                .query(
                        (row, n) ->
                                new ReturnOrder.Line(
                                        row.getInt(1),
                                        row.getInt(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getBigDecimal(5),
                                        row.getBigDecimal(6)))
                .list();
    }

    private ReturnOrder.@Nullable Receipt receipt(String billNo) {
        return jdbc.sql(
                        """
                        SELECT bill_no, receive_time, receiver FROM t_return_receipt
                        WHERE return_bill_no = ?
                        """)
                .param(billNo)
                .query(
                        (row, n) ->
                                new ReturnOrder.Receipt(
                                        row.getString(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getString(3)))
                .optional()
                .orElse(null);
    }
}
