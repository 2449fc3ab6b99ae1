package io.mallhub.points.internal;

import io.mallhub.shared.CustomerId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What orders hold or use. */
@Component
class SpendingTable {
    private final JdbcClient jdbc;

    SpendingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        HELD,
        USED,
        /** It gave all back; it holds none again. */
        ENDED
    }

    record Spending(CustomerId company, long points, State state) {}

    void open(CustomerId company, String order, int rule, long points) {
        jdbc.sql(
                        """
                        INSERT INTO points_spending (order_number, company_id, rule_version,
                            points, state)
                        VALUES (:order, :company, :rule, :points, 'HELD')
                        """)
                .param("order", order)
                .param("company", company.value())
                .param("rule", rule)
                .param("points", points)
                .update();
    }

    Optional<Spending> find(String order) {
        return jdbc.sql(
                        """
                        SELECT company_id, points, state FROM points_spending
                        WHERE order_number = :order
                        """)
                .param("order", order)
                .query(
                        (row, number) ->
                                new Spending(
                                        new CustomerId(row.getObject(1, UUID.class)),
                                        row.getLong(2),
                                        State.valueOf(row.getString(3))))
                .optional();
    }

    void set(String order, long points, State state) {
        jdbc.sql(
                        """
                        UPDATE points_spending SET points = :points, state = :state
                        WHERE order_number = :order
                        """)
                .param("order", order)
                .param("points", points)
                .param("state", state.name())
                .update();
    }
}
