package io.mallhub.order.internal;

import io.mallhub.shared.Columns;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** ERP numbers that orders had and left behind, so that none is taken for the order again. */
@Component
class LeftErpNumbers {
    private final JdbcClient jdbc;

    LeftErpNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String order, Collection<String> erpNumbers) {
        if (erpNumbers.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO order_erp_left (order_number, erp_number)
                        SELECT :order, number FROM unnest(:numbers::text[]) AS number
                        ON CONFLICT DO NOTHING
                        """)
                .param("order", order)
                .param("numbers", Columns.of(erpNumbers, number -> number))
                .update();
    }

    Set<String> of(String order) {
        return Set.copyOf(
                jdbc.sql("SELECT erp_number FROM order_erp_left WHERE order_number = :order")
                        .param("order", order)
                        .query(String.class)
                        .list());
    }
}
