package io.mallhub.order.internal;

import io.mallhub.order.ShippedBatches;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class BatchTraces implements ShippedBatches {
    private static final String OF_BATCH =
            """
            SELECT o.customer_id, o.customer_name, l.unit, s.order_number, s.delivery_number,
                s.shipped_at, sum(b.quantity) AS quantity
            FROM order_shipment_batch b
            JOIN order_shipment s ON s.id = b.shipment_id
            JOIN sales_order o ON o.number = s.order_number
            JOIN sales_order_line l ON l.order_id = o.id AND l.position = b.line - 1
            WHERE b.product_id = ? AND b.batch = ?
            GROUP BY o.customer_id, o.customer_name, l.unit, s.order_number, s.delivery_number,
                s.shipped_at, o.submitted_at
            ORDER BY o.submitted_at, s.shipped_at, s.delivery_number
            """;

    private final JdbcClient jdbc;

    BatchTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Trace(CustomerId customer, String name, String unit, Delivery delivery) {}

    @Override
    public List<Receiver> receivers(ProductId product, String batch) {
        Map<CustomerId, List<Trace>> traces =
                jdbc
                        .sql(OF_BATCH)
                        .params(product.value(), batch)
                        .query(BatchTraces::trace)
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Trace::customer, LinkedHashMap::new, Collectors.toList()));
        return traces.values().stream()
                .map(BatchTraces::receiver)
                .sorted(Comparator.comparing(Receiver::name))
                .toList();
    }

    private static Receiver receiver(List<Trace> traces) {
        Trace latest = traces.getLast();
        return new Receiver(
                latest.customer(),
                latest.name(),
                latest.unit(),
                traces.stream().map(Trace::delivery).toList());
    }

    private static Trace trace(ResultSet row, int number) throws SQLException {
        return new Trace(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                row.getString("unit"),
                new Delivery(
                        row.getString("order_number"),
                        row.getString("delivery_number"),
                        row.getObject("shipped_at", OffsetDateTime.class).toInstant(),
                        new Quantity(row.getBigDecimal("quantity"))));
    }

    @Override
    public Set<String> batches(ProductId product) {
        return new TreeSet<>(
                jdbc.sql("SELECT DISTINCT batch FROM order_shipment_batch WHERE product_id = ?")
                        .param(product.value())
                        .query(String.class)
                        .list());
    }
}
