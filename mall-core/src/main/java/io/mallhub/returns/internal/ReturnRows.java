package io.mallhub.returns.internal;

import io.mallhub.order.ErpState;
import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.ReturnRow;
import io.mallhub.returns.ReturnState;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of returns. */
@Component
class ReturnRows {
    private static final String ROWS =
            """
            SELECT number, order_number, customer_id, customer_name, state, erp_state, reason,
                line_count, submitted_at
            FROM return_request
            """;

    private final JdbcClient jdbc;

    ReturnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<ReturnRow> page(ReturnFilter filter, PageRequest page) {
        long total =
                jdbc.sql("SELECT count(*) FROM return_request" + filter.where())
                        .params(filter.params())
                        .query(Long.class)
                        .single();
        String orderBy = ReturnFilter.orderBy(page.sort());
        List<ReturnRow> items =
                jdbc.sql(ROWS + filter.where() + orderBy + " LIMIT :size OFFSET :offset")
                        .params(filter.params())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(ReturnRows::row)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    Map<CustomerId, Quantity> returned(ProductId product, String batch) {
        Map<CustomerId, Quantity> returned = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT r.customer_id, sum(l.received - l.to_buyer) AS quantity
                        FROM return_line l JOIN return_request r ON r.id = l.return_id
                        WHERE l.product_id = ? AND l.batch = ? AND l.received IS NOT NULL
                        GROUP BY r.customer_id
                        """)
                .params(product.value(), batch)
                .query(
                        row -> {
                            returned.put(
                                    new CustomerId(row.getObject(1, UUID.class)),
                                    new Quantity(row.getBigDecimal(2)));
                        });
        return returned;
    }

    private static ReturnRow row(ResultSet row, int place) throws SQLException {
        return new ReturnRow(
                row.getString("number"),
                row.getString("order_number"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                ReturnState.valueOf(row.getString("state")),
                ErpState.valueOf(row.getString("erp_state")),
                ReturnReason.valueOf(row.getString("reason")),
                row.getInt("line_count"),
                Instants.sure(row, "submitted_at"));
    }
}
