package io.mallhub.payment.internal;

import io.mallhub.payment.RefundState;
import io.mallhub.payment.RefundView;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refunds; written under the lock of their payment. */
@Component
class RefundTable {
    private static final String VIEW =
            """
            SELECT r.number, r.payment_number, p.order_number, p.customer_name, r.provider_number,
                r.document, r.amount, r.reason, r.state, r.requested_at, r.attempts, r.words,
                r.ended_at
            FROM online_refund r JOIN online_payment p ON p.number = r.payment_number\s""";
    private static final String OPEN = "state IN ('REQUESTED', 'UNCLEAR', 'REFUSED')";

    private final JdbcClient jdbc;

    RefundTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param trade the provider's number of the trade whose money it is
     */
    record NewRefund(
            String payment,
            String trade,
            String document,
            Money amount,
            String reason,
            String by) {}

    /** Returns its number. */
    String add(NewRefund refund, Instant now) {
        long digits = jdbc.sql("SELECT nextval('online_refund_number')").query(Long.class).single();
        String number = PaymentTable.number("RF", now, digits);
        jdbc.sql(
                        """
                        INSERT INTO online_refund (number, payment_number, provider_number,
                            document, amount, reason, state, requested_by, requested_at)
                        VALUES (:number, :payment, :trade, :document, :amount, :reason,
                            'REQUESTED', :by, :now)
                        """)
                .param("number", number)
                .param("payment", refund.payment())
                .param("trade", refund.trade())
                .param("document", refund.document())
                .param("amount", refund.amount().amount())
                .param("reason", refund.reason())
                .param("by", refund.by())
                .param("now", Instants.parameter(now))
                .update();
        return number;
    }

    Optional<RefundView> find(String number) {
        return jdbc.sql(VIEW + "WHERE r.number = ?")
                .param(number)
                .query(RefundTable::view)
                .optional();
    }

    Optional<RefundView> ofDocument(String payment, String document) {
        return jdbc.sql(VIEW + "WHERE r.payment_number = ? AND r.document = ?")
                .param(payment)
                .param(document)
                .query(RefundTable::view)
                .optional();
    }

    /** Of one trade, whatever became of them: a refused one is still owed. */
    Money asked(String payment, String trade) {
        return new Money(
                jdbc.sql(
                                """
                                SELECT coalesce(sum(amount), 0) FROM online_refund
                                WHERE payment_number = ? AND provider_number = ?
                                """)
                        .param(payment)
                        .param(trade)
                        .query(BigDecimal.class)
                        .single());
    }

    void attempted(String number) {
        jdbc.sql("UPDATE online_refund SET attempts = attempts + 1 WHERE number = ?")
                .param(number)
                .update();
    }

    void stands(String number, RefundState state, String words, Instant now) {
        jdbc.sql(
                        """
                        UPDATE online_refund SET state = :state, words = :words, ended_at = :ended
                        WHERE number = :number
                        """)
                .param("state", state.name())
                .param("words", words)
                .param("ended", state.isEnd() ? Instants.parameter(now) : null)
                .param("number", number)
                .update();
    }

    List<RefundView> ofPayment(String payment) {
        return jdbc.sql(VIEW + "WHERE r.payment_number = ? ORDER BY r.requested_at, r.number")
                .param(payment)
                .query(RefundTable::view)
                .list();
    }

    Page<RefundView> open(PageRequest page) {
        long counted =
                jdbc.sql(
                                "SELECT count(*) FROM (SELECT FROM online_refund WHERE "
                                        + OPEN
                                        + " LIMIT ?) AS counted")
                        .param(Page.MOST_COUNTED + 1)
                        .query(Long.class)
                        .single();
        List<RefundView> items =
                jdbc.sql(
                                VIEW
                                        + "WHERE r."
                                        + OPEN
                                        + " ORDER BY r.requested_at DESC, r.number DESC"
                                        + " LIMIT :size OFFSET :offset")
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(RefundTable::view)
                        .list();
        return Page.ofLong(items, page, counted);
    }

    private static RefundView view(ResultSet row, int index) throws SQLException {
        return new RefundView(
                row.getString("number"),
                row.getString("payment_number"),
                row.getString("order_number"),
                row.getString("customer_name"),
                row.getString("provider_number"),
                row.getString("document"),
                new Money(row.getBigDecimal("amount")),
                row.getString("reason"),
                RefundState.valueOf(row.getString("state")),
                Instants.sure(row, "requested_at"),
                row.getInt("attempts"),
                row.getString("words"),
                Instants.read(row, "ended_at"));
    }
}
