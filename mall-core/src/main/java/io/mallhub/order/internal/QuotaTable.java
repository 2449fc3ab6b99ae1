package io.mallhub.order.internal;

import io.mallhub.order.Quotas.PutQuota;
import io.mallhub.order.Quotas.Quota;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Quotas, and what companies have ordered of their products. */
@Component
class QuotaTable {
    private static final int SHOWN = 20;
    private static final String COLUMNS =
            "SELECT product_id, most, days, reason, by_name, at FROM order_quota ";

    private final JdbcClient jdbc;

    QuotaTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PutQuota quota, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO order_quota (product_id, most, days, reason, by_id, by_name, at)
                        VALUES (:product, :most, :days, :reason, :byId, :byName, :now)
                        """)
                .param("product", quota.product().value())
                .param("most", quota.most() == null ? null : quota.most().amount())
                .param("days", quota.days())
                .param("reason", quota.reason().strip())
                .param("byId", quota.by().id())
                .param("byName", quota.by().name())
                .param("now", Instants.parameter(now))
                .update();
    }

    List<Quota> of(ProductId product) {
        return jdbc.sql(COLUMNS + "WHERE product_id = :product ORDER BY id DESC LIMIT " + SHOWN)
                .param("product", product.value())
                .query(QuotaTable::quota)
                .list();
    }

    /** Of these products, those that count and still limit something. */
    List<Quota> counting(Collection<ProductId> products) {
        return jdbc.sql(
                        """
                        SELECT * FROM (
                            SELECT DISTINCT ON (product_id)
                                product_id, most, days, reason, by_name, at
                            FROM order_quota WHERE product_id = ANY(:products::uuid[])
                            ORDER BY product_id, id DESC) q
                        WHERE most IS NOT NULL
                        """)
                .param("products", Columns.of(products, ProductId::value))
                .query(QuotaTable::quota)
                .list();
    }

    /** What the company has ordered of a product since then and not had cancelled or rejected. */
    Quantity ordered(CustomerId company, ProductId product, Instant since) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(l.quantity), 0) FROM sales_order o
                        JOIN sales_order_line l ON l.order_id = o.id AND l.product_id = :product
                        WHERE o.customer_id = :company AND o.submitted_at >= :since
                            AND o.state NOT IN ('REJECTED', 'CANCELLED')
                        """)
                .param("product", product.value())
                .param("company", company.value())
                .param("since", Instants.parameter(since))
                .query((row, number) -> new Quantity(row.getBigDecimal(1)))
                .single();
    }

    private static Quota quota(ResultSet row, int number) throws SQLException {
        BigDecimal most = row.getBigDecimal("most");
        return new Quota(
                new ProductId(row.getObject("product_id", UUID.class)),
                most == null ? null : new Quantity(most),
                row.getInt("days"),
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "at"));
    }
}
