package io.mallhub.order.internal;

import io.mallhub.order.SubmitOrder;
import io.mallhub.shared.Instants;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of cart lines. */
@Component
class CartLines {
    private final JdbcClient jdbc;

    CartLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SubmitOrder.Line> of(UserId user) {
        return jdbc.sql(
                        """
                        SELECT product_id, quantity FROM cart_line WHERE user_id = :user
                        ORDER BY put_at, product_id
                        """)
                .param("user", user.value())
                .query(
                        (row, number) ->
                                new SubmitOrder.Line(
                                        new ProductId(row.getObject("product_id", UUID.class)),
                                        new Quantity(row.getBigDecimal("quantity"))))
                .list();
    }

    int count(UserId user) {
        return jdbc.sql("SELECT count(*) FROM cart_line WHERE user_id = :user")
                .param("user", user.value())
                .query(Integer.class)
                .single();
    }

    /** A line keeps its place in the cart when its quantity changes. */
    void put(UserId user, ProductId product, Quantity quantity, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO cart_line (user_id, product_id, quantity, put_at)
                        VALUES (:user, :product, :quantity, :now)
                        ON CONFLICT (user_id, product_id) DO UPDATE SET quantity = excluded.quantity
                        """)
                .param("user", user.value())
                .param("product", product.value())
                .param("quantity", quantity.amount())
                .param("now", Instants.parameter(now))
                .update();
    }

    void remove(UserId user, ProductId product) {
        jdbc.sql("DELETE FROM cart_line WHERE user_id = :user AND product_id = :product")
                .param("user", user.value())
                .param("product", product.value())
                .update();
    }

    void clear(UserId user) {
        jdbc.sql("DELETE FROM cart_line WHERE user_id = :user")
                .param("user", user.value())
                .update();
    }
}
