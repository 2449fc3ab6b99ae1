package io.mallhub.order.internal;

import io.mallhub.order.EarnedCoupons.Use;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only ledger of what was charged for coupons whose order came back. */
@Component
class CouponChargeTable {
    private static final String UNPROVEN =
            """
            SELECT e.coupon FROM coupon_charge e JOIN coupon c ON c.number = e.coupon
            GROUP BY e.coupon, c.order_number
            HAVING sum(e.amount) < 0
                OR (sum(e.amount) > 0 AND c.order_number IS DISTINCT FROM min(e.used_by))
                OR count(DISTINCT e.used_by) > 1 OR count(DISTINCT e.order_number) > 1
            UNION
            SELECT r.number FROM return_request r
            LEFT JOIN (SELECT return_id, sum(gross) AS gross FROM return_coupon_charge
                GROUP BY return_id) kept ON kept.return_id = r.id
            LEFT JOIN (SELECT document, sum(amount) AS amount FROM coupon_charge
                WHERE kind = 'CHARGE' GROUP BY document) posted ON posted.document = r.number
            WHERE r.state IN ('SETTLED', 'COMPLETED')
                AND (kept.gross IS NOT NULL OR posted.amount IS NOT NULL)
                AND kept.gross IS DISTINCT FROM posted.amount
            ORDER BY 1
            """;

    private final JdbcClient jdbc;

    CouponChargeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is still charged for a coupon.
     *
     * @param document the return it was kept back of
     */
    record Open(Use use, String document, Money amount) {}

    /**
     * @param amount more than 0 for a charge, less for what goes back
     */
    record Entry(Use use, String document, Money amount, String reason, Actor by) {}

    void append(Entry entry, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO coupon_charge (coupon, order_number, used_by, kind, amount,
                            document, reason, at, by_actor)
                        VALUES (:coupon, :order, :usedBy, :kind, :amount, :document, :reason, :now,
                            :by)
                        """)
                .param("coupon", entry.use().coupon())
                .param("order", entry.use().earnedBy())
                .param("usedBy", entry.use().usedBy())
                .param("kind", entry.amount().isNegative() ? "BACK" : "CHARGE")
                .param("amount", entry.amount().amount())
                .param("document", entry.document())
                .param("reason", entry.reason())
                .param("now", Instants.parameter(now))
                .param("by", entry.by().id())
                .update();
    }

    /** For coupons that this order uses, in the order of their numbers. */
    List<Open> openOf(String usedBy) {
        return jdbc.sql(
                        """
                        SELECT coupon, order_number, used_by, sum(amount) AS amount,
                            min(document) FILTER (WHERE kind = 'CHARGE') AS document
                        FROM coupon_charge WHERE used_by = :order
                        GROUP BY coupon, order_number, used_by HAVING sum(amount) > 0
                        ORDER BY coupon
                        """)
                .param("order", usedBy)
                .query(
                        (row, number) ->
                                new Open(
                                        new Use(
                                                row.getString("coupon"),
                                                row.getString("order_number"),
                                                row.getString("used_by")),
                                        row.getString("document"),
                                        new Money(row.getBigDecimal("amount"))))
                .list();
    }

    Set<String> charged(Collection<String> coupons) {
        return coupons.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        jdbc.sql(
                                        "SELECT coupon FROM coupon_charge"
                                                + " WHERE kind = 'CHARGE' AND coupon IN (:coupons)")
                                .param("coupons", coupons)
                                .query(String.class)
                                .list());
    }

    /** How often something of the order's charges went back. */
    int backs(String order) {
        return jdbc.sql(
                        "SELECT count(*) FROM coupon_charge"
                                + " WHERE order_number = :order AND kind = 'BACK'")
                .param("order", order)
                .query(Integer.class)
                .single();
    }

    /** Coupons and returns whose figures don't fit. */
    List<String> unproven() {
        return jdbc.sql(UNPROVEN).query(String.class).list();
    }
}
