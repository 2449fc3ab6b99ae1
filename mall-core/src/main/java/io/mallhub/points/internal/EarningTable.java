package io.mallhub.points.internal;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What orders earned, by which lines, and what came back of these. */
@Component
class EarningTable {
    private final JdbcClient jdbc;

    EarningTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param rule version it earned by, null as long as it is not completed
     * @param points less what was taken back
     */
    record Earning(@Nullable Integer rule, long points) {}

    /** From here to the end of the transaction nobody else reckons this order's points. */
    Earning open(CustomerId company, String order) {
        return jdbc.sql(
                        """
                        INSERT INTO points_earning (order_number, company_id)
                        VALUES (:order, :company)
                        ON CONFLICT (order_number) DO UPDATE SET company_id = :company
                        RETURNING rule_version, points
                        """)
                .param("order", order)
                .param("company", company.value())
                .query(
                        (row, number) ->
                                new Earning(row.getObject(1, Integer.class), row.getLong(2)))
                .single();
    }

    Optional<Earning> find(String order) {
        return jdbc.sql(
                        """
                        SELECT rule_version, points FROM points_earning
                        WHERE order_number = :order
                        """)
                .param("order", order)
                .query(
                        (row, number) ->
                                new Earning(row.getObject(1, Integer.class), row.getLong(2)))
                .optional();
    }

    void earns(String order, int rule, Map<Integer, Money> lines) {
        jdbc.sql("UPDATE points_earning SET rule_version = :rule WHERE order_number = :order")
                .param("rule", rule)
                .param("order", order)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO points_earning_line (order_number, line, amount)
                        SELECT :order, line, amount
                        FROM unnest(:lines::int[], :amounts::numeric[]) AS l (line, amount)
                        """)
                .param("order", order)
                .param("lines", lines.keySet().stream().map(String::valueOf).toArray(String[]::new))
                .param(
                        "amounts",
                        lines.values().stream().map(Money::toString).toArray(String[]::new))
                .update();
    }

    void set(String order, long points) {
        jdbc.sql("UPDATE points_earning SET points = :points WHERE order_number = :order")
                .param("points", points)
                .param("order", order)
                .update();
    }

    /** Returns false when the return was known. */
    boolean cameBack(String order, String document, Map<Integer, Money> returned) {
        return jdbc.sql(
                                """
                                INSERT INTO points_returned_line (order_number, return_number,
                                    line, amount)
                                SELECT :order, :document, line, amount
                                FROM unnest(:lines::int[], :amounts::numeric[]) AS l (line, amount)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("order", order)
                        .param("document", document)
                        .param(
                                "lines",
                                returned.keySet().stream()
                                        .map(String::valueOf)
                                        .toArray(String[]::new))
                        .param(
                                "amounts",
                                returned.values().stream()
                                        .map(Money::toString)
                                        .toArray(String[]::new))
                        .update()
                > 0;
    }

    /** What was paid for the goods that earn and stay. */
    Money staying(String order) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(greatest(l.amount - coalesce(r.amount, 0), 0)), 0)
                        FROM points_earning_line l
                        LEFT JOIN (SELECT line, sum(amount) AS amount FROM points_returned_line
                            WHERE order_number = :order GROUP BY line) r ON r.line = l.line
                        WHERE l.order_number = :order
                        """)
                .param("order", order)
                .query((row, number) -> new Money(row.getBigDecimal(1)))
                .single();
    }

    /** Lines of the order whose goods earn. */
    List<Integer> lines(String order) {
        return jdbc.sql(
                        """
                        SELECT line FROM points_earning_line
                        WHERE order_number = :order ORDER BY line
                        """)
                .param("order", order)
                .query(Integer.class)
                .list();
    }
}
