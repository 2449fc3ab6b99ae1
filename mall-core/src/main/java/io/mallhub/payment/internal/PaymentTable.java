package io.mallhub.payment.internal;

import io.mallhub.payment.OnlinePayments.EntryView;
import io.mallhub.payment.OnlinePayments.OpenPayment;
import io.mallhub.payment.OnlinePayments.PaymentQuery;
import io.mallhub.payment.OnlinePayments.Purpose;
import io.mallhub.payment.PaymentGateway.Trade;
import io.mallhub.payment.PaymentState;
import io.mallhub.payment.PaymentView;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments and their entries; the payment's row is locked before anything of it is written. */
@Component
class PaymentTable {
    private static final String VIEW =
            """
            SELECT number, purpose, order_number, customer_id, customer_name, amount, state, opened_at,
                remind_at, expires_at, provider_number, paid_at, closed_at, close_reason, sent_at,
                unclear_why, received, refund_asked, refunded
            FROM online_payment\s""";

    private final JdbcClient jdbc;

    PaymentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns its number. */
    String add(OpenPayment asked, Instant now, Duration reminder, Duration expiry) {
        long digits =
                jdbc.sql("SELECT nextval('online_payment_number')").query(Long.class).single();
        String number = number("OP", now, digits);
        jdbc.sql(
                        """
                        INSERT INTO online_payment (number, purpose, order_number,
                            customer_id, customer_name, amount, state, opened_at, remind_at,
                            expires_at)
                        VALUES (:number, :purpose, :order, :customer, :name, :amount, 'OPEN', :now, :remind,
                            :expires)
                        """)
                .param("number", number)
                .param("purpose", asked.purpose().name())
                .param("order", asked.order())
                .param("customer", asked.customer().value())
                .param("name", asked.customerName())
                .param("amount", asked.amount().amount())
                .param("now", Instants.parameter(now))
                .param("remind", Instants.parameter(now.plus(reminder)))
                .param("expires", Instants.parameter(now.plus(expiry)))
                .update();
        return number;
    }

    static String number(String kind, Instant now, long digits) {
        return kind
                + DateTimeFormatter.BASIC_ISO_DATE.format(MallTime.dateOf(now))
                + "%06d".formatted(digits);
    }

    /** Stands still until the end of the transaction. */
    Optional<PaymentView> lock(String number) {
        return one("WHERE number = :key FOR UPDATE", number);
    }

    Optional<PaymentView> lockOfOrder(String order) {
        return one("WHERE order_number = :key FOR UPDATE", order);
    }

    Optional<PaymentView> find(String number) {
        return one("WHERE number = :key", number);
    }

    Optional<PaymentView> ofOrder(String order) {
        return one("WHERE order_number = :key", order);
    }

    private Optional<PaymentView> one(String where, String key) {
        return jdbc.sql(VIEW + where).param("key", key).query(PaymentTable::view).optional();
    }

    /** From the first time on, the provider is asked by itself. */
    void sent(String number, Instant now, Instant askAt) {
        jdbc.sql(
                        """
                        UPDATE online_payment SET sent_at = coalesce(sent_at, :now),
                            ask_at = least(coalesce(ask_at, :askAt), :askAt), asked = 0
                        WHERE number = :number
                        """)
                .param("now", Instants.parameter(now))
                .param("askAt", Instants.parameter(askAt))
                .param("number", number)
                .update();
    }

    void paid(String number, Trade trade, Instant now) {
        jdbc.sql(
                        """
                        UPDATE online_payment SET state = 'PAID', provider_number = :trade,
                            paid_at = :now, closed_at = NULL, close_reason = '', ask_at = NULL,
                            unclear_why = ''
                        WHERE number = :number
                        """)
                .param("trade", trade.trade())
                .param("now", Instants.parameter(now))
                .param("number", number)
                .update();
    }

    /**
     * @param askAt when to look whether somebody has paid all the same; null when nobody can
     */
    void closed(String number, String reason, Instant now, @Nullable Instant askAt) {
        jdbc.sql(
                        """
                        UPDATE online_payment SET state = 'CLOSED', closed_at = :now,
                            close_reason = :reason, ask_at = :askAt, asked = 0, unclear_why = ''
                        WHERE number = :number
                        """)
                .param("now", Instants.parameter(now))
                .param("reason", reason)
                .param("askAt", Instants.parameterOrNull(askAt))
                .param("number", number)
                .update();
    }

    /** Of one that is awaited: whether the provider says how it stands. */
    void clear(String number, String unclearWhy) {
        jdbc.sql(
                        """
                        UPDATE online_payment SET unclear_why = :why,
                            state = CASE WHEN :why = '' THEN 'OPEN' ELSE 'UNCLEAR' END
                        WHERE number = :number AND state IN ('OPEN', 'UNCLEAR')
                        """)
                .param("why", unclearWhy)
                .param("number", number)
                .update();
    }

    void askNoMore(String number) {
        jdbc.sql("UPDATE online_payment SET ask_at = NULL WHERE number = ?").param(number).update();
    }

    /**
     * Taken, and put off at once: another node does not ask as well. Later each time, to an hour.
     */
    List<String> due(int atMost, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE online_payment SET asked = asked + 1,
                            ask_at = cast(:now AS timestamptz)
                                + least(60 * 2 ^ least(asked, 6), 3600) * interval '1 second'
                        WHERE number IN (
                            SELECT number FROM online_payment WHERE ask_at <= :now
                            ORDER BY ask_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING number
                        """)
                .param("now", Instants.parameter(now))
                .param("most", atMost)
                .query(String.class)
                .list();
    }

    /** What was received, asked back and given back moves with its entry. */
    void append(
            String number,
            EntryView.Kind kind,
            String document,
            Money amount,
            Instant now,
            String by,
            String note) {
        String sum =
                switch (kind) {
                    case PAID -> "received";
                    case REFUND_REQUESTED -> "refund_asked";
                    case REFUNDED -> "refunded";
                    case REQUESTED, CLOSED -> "";
                };
        if (!sum.isEmpty()) {
            jdbc.sql("UPDATE online_payment SET %s = %s + ? WHERE number = ?".formatted(sum, sum))
                    .param(amount.amount())
                    .param(number)
                    .update();
        }
        jdbc.sql(
                        """
                        INSERT INTO online_payment_entry (payment_number, kind, document, amount,
                            at, by_actor, note, idempotency_key)
                        VALUES (:number, :kind, :document, :amount, :now, :by, :note, :key)
                        """)
                .param("number", number)
                .param("kind", kind.name())
                .param("document", document)
                .param("amount", amount.amount())
                .param("now", Instants.parameter(now))
                .param("by", by)
                .param("note", note)
                .param("key", key(kind, document))
                .update();
    }

    private static String key(EntryView.Kind kind, String document) {
        return kind + "/" + document;
    }

    boolean has(String number, EntryView.Kind kind, String document) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM online_payment_entry
                            WHERE payment_number = ? AND idempotency_key = ?)
                        """)
                .param(number)
                .param(key(kind, document))
                .query(Boolean.class)
                .single();
    }

    List<EntryView> entries(String number) {
        return jdbc.sql(
                        """
                        SELECT sequence, kind, document, amount, at, by_actor, note
                        FROM online_payment_entry WHERE payment_number = ? ORDER BY sequence
                        """)
                .param(number)
                .query(
                        (row, index) ->
                                new EntryView(
                                        row.getLong("sequence"),
                                        EntryView.Kind.valueOf(row.getString("kind")),
                                        row.getString("document"),
                                        new Money(row.getBigDecimal("amount")),
                                        Instants.sure(row, "at"),
                                        row.getString("by_actor"),
                                        row.getString("note")))
                .list();
    }

    Set<String> paidOf(Collection<String> orders) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT p.order_number FROM online_payment p
                                WHERE p.order_number IN (:orders) AND p.state = 'PAID'
                                    AND NOT EXISTS (SELECT FROM online_refund r
                                        WHERE r.payment_number = p.number
                                            AND r.document = p.order_number)
                                """)
                        .param("orders", orders)
                        .query(String.class)
                        .list());
    }

    Page<PaymentView> page(PaymentQuery query, PageRequest page) {
        String where =
                "WHERE true"
                        + (query.state() == null ? "" : " AND state = :state")
                        + (query.text().isEmpty()
                                ? ""
                                : " AND (number LIKE :start OR order_number LIKE :start"
                                        + " OR provider_number LIKE :start"
                                        + " OR customer_name LIKE :start)");
        Map<String, Object> params = new HashMap<>();
        params.put("state", query.state() == null ? "" : query.state().name());
        params.put("start", LikeText.escaped(query.text()) + "%");
        params.put("most", Page.MOST_COUNTED + 1);
        params.put("size", page.size());
        params.put("offset", page.offset());
        long counted =
                jdbc.sql(
                                "SELECT count(*) FROM (SELECT FROM online_payment "
                                        + where
                                        + " LIMIT :most) AS counted")
                        .params(params)
                        .query(Long.class)
                        .single();
        List<PaymentView> items =
                jdbc.sql(
                                VIEW
                                        + where
                                        + " ORDER BY opened_at DESC, number DESC"
                                        + " LIMIT :size OFFSET :offset")
                        .params(params)
                        .query(PaymentTable::view)
                        .list();
        return Page.ofLong(items, page, counted);
    }

    List<String> unproven() {
        return jdbc.sql(
                        """
                        SELECT p.number FROM online_payment p
                        LEFT JOIN (
                            SELECT payment_number,
                                sum(amount) FILTER (WHERE kind = 'REQUESTED') AS requested,
                                sum(amount) FILTER (WHERE kind = 'PAID') AS received,
                                sum(amount) FILTER (WHERE kind = 'REFUND_REQUESTED') AS asked,
                                sum(amount) FILTER (WHERE kind = 'REFUNDED') AS refunded,
                                bool_or(kind = 'CLOSED') AS closed
                            FROM online_payment_entry GROUP BY payment_number) e
                            ON e.payment_number = p.number
                        LEFT JOIN (
                            SELECT payment_number, sum(amount) AS asked,
                                sum(amount) FILTER (WHERE ended_at IS NOT NULL) AS ended
                            FROM online_refund GROUP BY payment_number) r
                            ON r.payment_number = p.number
                        WHERE p.amount <> coalesce(e.requested, 0)
                            OR p.received <> coalesce(e.received, 0)
                            OR p.refund_asked <> coalesce(e.asked, 0)
                            OR p.refund_asked <> coalesce(r.asked, 0)
                            OR p.refunded <> coalesce(e.refunded, 0)
                            OR p.refunded <> coalesce(r.ended, 0)
                            OR (p.state = 'CLOSED' AND NOT coalesce(e.closed, false))
                            OR (p.state <> 'CLOSED' AND coalesce(e.closed, false)
                                AND NOT (p.purpose = 'TOP_UP' AND p.state = 'PAID'))
                        ORDER BY p.number
                        """)
                .query(String.class)
                .list();
    }

    private static PaymentView view(ResultSet row, int index) throws SQLException {
        return new PaymentView(
                row.getString("number"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("order_number"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                new Money(row.getBigDecimal("amount")),
                PaymentState.valueOf(row.getString("state")),
                Instants.sure(row, "opened_at"),
                Instants.sure(row, "remind_at"),
                Instants.sure(row, "expires_at"),
                row.getString("provider_number"),
                Instants.read(row, "paid_at"),
                Instants.read(row, "closed_at"),
                row.getString("close_reason"),
                Instants.read(row, "sent_at"),
                row.getString("unclear_why"),
                new Money(row.getBigDecimal("received")),
                new Money(row.getBigDecimal("refund_asked")),
                new Money(row.getBigDecimal("refunded")));
    }
}
