package io.mallhub.payment.internal;

import io.mallhub.payment.PaymentGateway.Trade;
import io.mallhub.payment.PaymentNotices.NoticeView;
import io.mallhub.payment.PaymentNotices.Verdict;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the provider told, each once. */
@Component
class NoticeTable {
    private static final String VIEW =
            """
            SELECT id, payment_number, provider_number, status, amount, currency, merchant,
                verdict, detail, received_at, times, handled_by_name, handled_at, handling
            FROM online_payment_notice\s""";
    private static final String WAITING =
            "verdict IN ('WRONG_AMOUNT', 'WRONG_CURRENCY', 'WRONG_MERCHANT', 'UNKNOWN_PAYMENT')"
                    + " AND handled_at IS NULL";

    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether it was known: then it is counted once more. */
    boolean isRepeated(String noticeId) {
        return jdbc.sql("UPDATE online_payment_notice SET times = times + 1 WHERE notice_id = ?")
                        .param(noticeId)
                        .update()
                > 0;
    }

    void add(Trade trade, Verdict verdict, String detail, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO online_payment_notice (notice_id, payment_number,
                            provider_number, status, amount, currency, merchant, verdict, detail,
                            received_at)
                        VALUES (:notice, :payment, :trade, :status, :amount, :currency, :merchant,
                            :verdict, :detail, :now)
                        """)
                .param("notice", trade.noticeId())
                .param("payment", trade.payment())
                .param("trade", trade.trade())
                .param("status", trade.status())
                .param("amount", trade.amount().amount())
                .param("currency", trade.currency())
                .param("merchant", trade.merchant())
                .param("verdict", verdict.name())
                .param("detail", detail)
                .param("now", Instants.parameter(now))
                .update();
    }

    Optional<NoticeView> lock(long id) {
        return jdbc.sql(VIEW + "WHERE id = ? FOR UPDATE")
                .param(id)
                .query(NoticeTable::view)
                .optional();
    }

    void handled(long id, String how, Actor by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE online_payment_notice SET handled_by_id = :by,
                            handled_by_name = :name, handled_at = :now, handling = :how
                        WHERE id = :id
                        """)
                .param("by", by.id())
                .param("name", by.name())
                .param("now", Instants.parameter(now))
                .param("how", how)
                .param("id", id)
                .update();
    }

    List<NoticeView> ofPayment(String payment) {
        return jdbc.sql(VIEW + "WHERE payment_number = ? ORDER BY id")
                .param(payment)
                .query(NoticeTable::view)
                .list();
    }

    Page<NoticeView> page(boolean waitingOnly, PageRequest page) {
        String where = waitingOnly ? "WHERE " + WAITING : "";
        long counted =
                jdbc.sql(
                                "SELECT count(*) FROM (SELECT FROM online_payment_notice "
                                        + where
                                        + " LIMIT ?) AS counted")
                        .param(Page.MOST_COUNTED + 1)
                        .query(Long.class)
                        .single();
        List<NoticeView> items =
                jdbc.sql(VIEW + where + " ORDER BY id DESC LIMIT :size OFFSET :offset")
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(NoticeTable::view)
                        .list();
        return Page.ofLong(items, page, counted);
    }

    private static NoticeView view(ResultSet row, int index) throws SQLException {
        return new NoticeView(
                row.getLong("id"),
                row.getString("payment_number"),
                row.getString("provider_number"),
                row.getString("status"),
                new Money(row.getBigDecimal("amount")),
                row.getString("currency"),
                row.getString("merchant"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("detail"),
                Instants.sure(row, "received_at"),
                row.getInt("times"),
                row.getString("handled_by_name"),
                Instants.read(row, "handled_at"),
                row.getString("handling"));
    }
}
