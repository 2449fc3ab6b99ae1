package io.mallhub.simulator.salesorder;

import io.mallhub.simulator.kernel.ListPoint;
import io.mallhub.simulator.kernel.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads orders with four queries a page: headers, then all their lines, deliveries and invoices.
 */
@Component
class OrderReader {

    private static final String HEADERS =
            """
            SELECT bill_no, client_bill_no, cust_number, bill_time, status, reason, total_amount, explanation, version, modify_time
            FROM t_sale_order
            """;

    private final JdbcClient jdbc;

    OrderReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<SalesOrder> changedAfter(ListPoint point) {
        return Page.cut(
                        headers(
                                "WHERE (modify_time, bill_no) > (?, ?) ORDER BY modify_time, bill_no LIMIT ? OFFSET ?",
                                point.sinceForSql(),
                                point.after(),
                                point.fetch(),
                                point.skip()),
                        point)
                .map(this::whole);
    }

    /** Newest first, by part of a number; for people. */
    Page<SalesOrder> search(String text, ListPoint point) {
        String like = ListPoint.like(text);
        return Page.cut(
                        headers(
                                """
                                WHERE bill_no ILIKE ? OR client_bill_no ILIKE ? OR cust_number ILIKE ?
                                ORDER BY bill_time DESC, bill_no DESC LIMIT ? OFFSET ?
                                """,
                                like,
                                like,
                                like,
                                point.fetch(),
                                point.skip()),
                        point)
                .map(this::whole);
    }

    List<SalesOrder> withReference(String reference) {
        return whole(headers("WHERE client_bill_no = ? ORDER BY bill_no", reference));
    }

    /** None or one. */
    List<SalesOrder> withNumber(String billNo) {
        return whole(headers("WHERE bill_no = ?", billNo));
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM t_sale_order").query(Long.class).single();
    }

    private List<SalesOrder> headers(String where, Object... params) {
        return jdbc.sql(HEADERS + where).params(params).query(OrderReader::header).list();
    }

    private List<SalesOrder> whole(List<SalesOrder> headers) {
        String[] numbers = headers.stream().map(SalesOrder::billNo).toArray(String[]::new);
        Map<String, List<SalesOrder.Line>> lines = lines(numbers);
        Map<String, List<SalesOrder.Delivery>> deliveries = deliveries(numbers);
        Map<String, List<SalesOrder.Invoice>> invoices = invoices(numbers);
        return headers.stream()
                .map(
                        h ->
                                new SalesOrder(
                                        h.billNo(),
                                        h.reference(),
                                        h.customer(),
                                        h.billTime(),
                                        h.status(),
                                        h.reason(),
                                        h.total(),
                                        h.explanation(),
                                        h.version(),
                                        h.modifyTime(),
                                        lines.getOrDefault(h.billNo(), List.of()),
                                        deliveries.getOrDefault(h.billNo(), List.of()),
                                        invoices.getOrDefault(h.billNo(), List.of())))
                .toList();
    }

    private Map<String, List<SalesOrder.Line>> lines(String[] numbers) {
        Map<String, List<SalesOrder.Line>> lines = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT bill_no, entry_id, item_number, qty, price, discount, amount, ship_qty
                        FROM t_sale_order_entry WHERE bill_no = ANY (?) ORDER BY bill_no, entry_id
                        """)
                .param(numbers)
                .query(
                        row -> {
                            lines.computeIfAbsent(row.getString(1), bill -> new ArrayList<>())
                                    .add(
                                            new SalesOrder.Line(
                                                    row.getInt(2),
                                                    row.getString(3),
                                                    row.getBigDecimal(4),
                                                    row.getBigDecimal(5),
                                                    row.getBigDecimal(6),
                                                    row.getBigDecimal(7),
                                                    row.getBigDecimal(8)));
                        });
        return lines;
    }

    private Map<String, List<SalesOrder.Delivery>> deliveries(String[] numbers) {
        Map<String, List<SalesOrder.Delivery>> deliveries = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT d.order_bill_no, d.bill_no, d.ship_time, e.order_entry_id, e.item_number, e.batch_no, e.valid_date, e.qty
                        FROM t_delivery d JOIN t_delivery_entry e USING (bill_no)
                        WHERE d.order_bill_no = ANY (?) ORDER BY d.bill_no, e.entry_id
                        """)
                .param(numbers)
                .query(
                        row -> {
                            deliveryOf(
                                            deliveries.computeIfAbsent(
                                                    row.getString(1), bill -> new ArrayList<>()),
                                            row)
                                    .lines()
                                    .add(
                                            new SalesOrder.DeliveryLine(
                                                    row.getInt(4),
                                                    row.getString(5),
                                                    row.getString(6),
                                                    row.getObject(7, LocalDate.class),
                                                    row.getBigDecimal(8)));
                        });
        return deliveries;
    }

    private Map<String, List<SalesOrder.Invoice>> invoices(String[] numbers) {
        Map<String, List<SalesOrder.Invoice>> invoices = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT order_bill_no, invoice_no, bill_no, issue_date, amount
                        FROM t_invoice WHERE order_bill_no = ANY (?) ORDER BY invoice_no
                        """)
                .param(numbers)
                .query(
                        row -> {
                            invoices.computeIfAbsent(row.getString(1), bill -> new ArrayList<>())
                                    .add(
                                            new SalesOrder.Invoice(
                                                    row.getString(2),
                                                    row.getString(3),
                                                    row.getObject(4, LocalDate.class),
                                                    row.getBigDecimal(5)));
                        });
        return invoices;
    }

    private static SalesOrder.Delivery deliveryOf(List<SalesOrder.Delivery> soFar, ResultSet row)
            throws SQLException {
        String billNo = row.getString(2);
        if (soFar.isEmpty() || !soFar.getLast().billNo().equals(billNo)) {
            soFar.add(
                    new SalesOrder.Delivery(
                            billNo,
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            new ArrayList<>()));
        }
        return soFar.getLast();
    }

    private static SalesOrder header(ResultSet row, int n) throws SQLException {
        return new SalesOrder(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                OrderStatus.valueOf(row.getString(5)),
                row.getString(6),
                row.getBigDecimal(7),
                row.getString(8),
                row.getLong(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                List.of(),
                List.of(),
                List.of());
    }
}
