package io.mallhub.order.internal;

import io.mallhub.order.ErpState;
import io.mallhub.order.OrderRow;
import io.mallhub.order.OrderState;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of orders. */
@Component
class OrderRows {
    private static final String ROWS =
            """
            SELECT number, customer_id, customer_name, state, erp_state, erp_number, total,
                line_count, submitted_at
            FROM sales_order
            """;

    /** Named one by one: few orders are open, and the index by state finds them. */
    private static final String OPEN =
            " o.state IN ('SUBMITTED', 'IN_APPROVAL', 'APPROVED', 'SENT', 'ACCEPTED',"
                    + " 'PARTLY_SHIPPED')";

    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<OrderRow> page(OrderFilter filter, PageRequest page) {
        long counted =
                jdbc.sql(
                                "SELECT count(*) FROM (SELECT 1 FROM sales_order"
                                        + filter.where()
                                        + " LIMIT :most) AS counted")
                        .params(filter.params())
                        .param("most", Page.MOST_COUNTED + 1)
                        .query(Long.class)
                        .single();
        List<OrderRow> items =
                jdbc.sql(
                                ROWS
                                        + filter.where()
                                        + OrderFilter.orderBy(page.sort())
                                        + " LIMIT :size OFFSET :offset")
                        .params(filter.params())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(OrderRows::row)
                        .list();
        return Page.ofLong(items, page, counted);
    }

    /** One look into an index for each company; a return in the ERP is no order. */
    Set<CustomerId> orderedSince(Instant since, Collection<CustomerId> companies) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT company FROM unnest(:companies::uuid[]) AS company
                                WHERE EXISTS (SELECT FROM sales_order
                                        WHERE customer_id = company AND submitted_at >= :since
                                            AND state NOT IN ('REJECTED', 'CANCELLED'))
                                    OR EXISTS (SELECT FROM offline_order
                                        WHERE customer_id = company AND ordered_at >= :since
                                            AND kind = 'ORDER')
                                """)
                        .param("companies", Columns.of(companies, CustomerId::value))
                        .param("since", Instants.parameter(since))
                        .query((row, n) -> CustomerId.of(row.getString(1)))
                        .list());
    }

    List<String> openWith(ProductId product) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT o.number FROM sales_order_line l
                        JOIN sales_order o ON o.id = l.order_id
                        WHERE l.product_id = ? AND l.shipped < l.quantity AND """
                                + OPEN
                                + " ORDER BY o.number")
                .param(product.value())
                .query(String.class)
                .list();
    }

    List<String> openOf(CustomerId company) {
        return jdbc.sql(
                        "SELECT o.number FROM sales_order o WHERE o.customer_id = ? AND "
                                + OPEN
                                + " ORDER BY o.number")
                .param(company.value())
                .query(String.class)
                .list();
    }

    private static OrderRow row(ResultSet row, int number) throws SQLException {
        return new OrderRow(
                row.getString("number"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                OrderState.valueOf(row.getString("state")),
                ErpState.valueOf(row.getString("erp_state")),
                row.getString("erp_number"),
                new Money(row.getBigDecimal("total")),
                row.getInt("line_count"),
                Instants.sure(row, "submitted_at"));
    }
}
