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
}
