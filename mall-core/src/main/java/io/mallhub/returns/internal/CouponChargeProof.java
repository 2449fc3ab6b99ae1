package io.mallhub.returns.internal;

import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of each coupon at most its charge went back; what is still charged belongs to a coupon that its
 * order still has; and each charge stands on the statement of its return.
 */
@Component
class CouponChargeProof implements ProvenLedger {
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

    CouponChargeProof(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "coupon-charges";
    }

    @Override
    public Size size() {
        return Size.of(jdbc, "SELECT count(DISTINCT coupon), count(*) FROM coupon_charge");
    }

    @Override
    public List<String> unprovenAccounts() {
        return jdbc.sql(UNPROVEN).query(String.class).list();
    }
}
