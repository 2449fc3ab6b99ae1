package io.mallhub.receipt.internal;

import io.mallhub.receipt.HouseAccounts.HouseAccount;
import io.mallhub.receipt.OrderTransfers.OpenTransfer;
import io.mallhub.receipt.OrderTransfers.Part;
import io.mallhub.receipt.OrderTransfers.TransferState;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is asked for of orders that are paid by transfer, and the parts of receipts that paid them.
 * The row of the order is locked before anything of it is written.
 */
@Component
class OrderTransferTable {
    /** Announced and not decided, or recorded by one person only. */
    private static final String WITH_FINANCE =
            """
            (EXISTS (SELECT FROM announced_transfer n
                WHERE n.order_number = t.order_number AND n.state = 'OPEN')
            OR EXISTS (SELECT FROM receipt r
                WHERE r.state = 'RECORDED' AND r.orders @> ARRAY[t.order_number]))
            """;

    private static final String SELECT =
            """
            SELECT t.order_number, t.customer_id, t.customer_name, t.amount,
                t.state AS transfer_state, t.opened_at, t.remind_at, t.expires_at, t.grace_until,
                t.received,
                t.ended_at, t.close_reason, h.id, h.offered, h.payee, h.bank, h.account,
                h.term_hours, h.grace_hours, h.state, h.reason, h.proposed_by_name, h.proposed_at,
                h.decided_by_name, h.decided_at,
            """
                    + WITH_FINANCE
                    + " AS announced FROM order_transfer t"
                    + " JOIN house_account h ON h.id = t.account_id ";

    private final JdbcClient jdbc;

    OrderTransferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OpenTransfer asked, HouseAccount account, Instant now) {
        Duration term = Duration.ofHours(account.termHours());
        jdbc.sql(
                        """
                        INSERT INTO order_transfer (order_number, customer_id, customer_name,
                            amount, state, account_id, opened_at, remind_at, expires_at)
                        VALUES (:order, :customer, :name, :amount, 'OPEN', :account, :now, :remind,
                            :expires)
                        """)
                .param("order", asked.order())
                .param("customer", asked.customer().value())
                .param("name", asked.customerName())
                .param("amount", asked.amount().amount())
                .param("account", account.id())
                .param("now", Instants.parameter(now))
                .param("remind", Instants.parameter(now.plus(term.dividedBy(2))))
                .param("expires", Instants.parameter(now.plus(term)))
                .update();
    }

    /** Stands still until the end of the transaction. */
    Optional<TransferView> lock(String order) {
        return one("WHERE t.order_number = :order FOR UPDATE OF t", order);
    }

    Optional<TransferView> find(String order) {
        return one("WHERE t.order_number = :order", order);
    }

    private Optional<TransferView> one(String where, String order) {
        return jdbc.sql(SELECT + where)
                .param("order", order)
                .query(OrderTransferTable::view)
                .optional();
    }

    /**
     * Those of these orders that this customer pays by transfer. None of them is closed before the
     * transaction ends.
     */
    Set<String> heldOpen(CustomerId customer, Collection<String> orders) {
        return orders.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql(
                                        """
                                        SELECT order_number FROM order_transfer
                                        WHERE customer_id = :customer AND order_number IN (:orders)
                                        ORDER BY order_number FOR SHARE
                                        """)
                                .param("customer", customer.value())
                                .param("orders", orders)
                                .query(String.class)
                                .list());
    }

    void addPart(String order, String receipt, Money amount, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO order_transfer_part (order_number, receipt, amount, at)
                        VALUES (:order, :receipt, :amount, :now)
                        """)
                .param("order", order)
                .param("receipt", receipt)
                .param("amount", amount.amount())
                .param("now", Instants.parameter(now))
                .update();
        receive(order, amount);
    }

    /** Credit that stems from a receipt may pay an order more than once. */
    void addToPart(String order, String receipt, Money amount, Instant now) {
        int added =
                jdbc.sql(
                                """
                                UPDATE order_transfer_part SET amount = amount + :amount
                                WHERE order_number = :order AND receipt = :receipt
                                    AND taken_back_at IS NULL
                                """)
                        .param("amount", amount.amount())
                        .param("order", order)
                        .param("receipt", receipt)
                        .update();
        if (added == 0) {
            addPart(order, receipt, amount, now);
        } else {
            receive(order, amount);
        }
    }

    private void receive(String order, Money amount) {
        jdbc.sql(
                        """
                        UPDATE order_transfer SET received = received + :amount
                        WHERE order_number = :order
                        """)
                .param("amount", amount.amount())
                .param("order", order)
                .update();
    }

    void takeBackPart(String order, String receipt, Money amount, Instant now) {
        jdbc.sql(
                        """
                        UPDATE order_transfer_part SET taken_back_at = :now
                        WHERE order_number = :order AND receipt = :receipt
                        """)
                .param("now", Instants.parameter(now))
                .param("order", order)
                .param("receipt", receipt)
                .update();
        jdbc.sql(
                        """
                        UPDATE order_transfer SET received = received - :amount
                        WHERE order_number = :order
                        """)
                .param("amount", amount.amount())
                .param("order", order)
                .update();
    }

    void grace(String order, Instant until) {
        jdbc.sql(
                        """
                        UPDATE order_transfer SET grace_until = :until
                        WHERE order_number = :order AND state = 'OPEN' AND grace_until IS NULL
                        """)
                .param("until", Instants.parameter(until))
                .param("order", order)
                .update();
    }

    void end(String order, TransferState how, String reason, Instant now) {
        jdbc.sql(
                        """
                        UPDATE order_transfer SET state = :state, close_reason = :reason,
                            ended_at = :now
                        WHERE order_number = :order
                        """)
                .param("state", how.name())
                .param("reason", reason)
                .param("now", Instants.parameter(now))
                .param("order", order)
                .update();
    }

    List<Part> parts(String order) {
        return jdbc.sql(
                        """
                        SELECT receipt, amount, at, taken_back_at FROM order_transfer_part
                        WHERE order_number = :order ORDER BY at, receipt
                        """)
                .param("order", order)
                .query(
                        (row, number) ->
                                new Part(
                                        row.getString("receipt"),
                                        new Money(row.getBigDecimal("amount")),
                                        Instants.sure(row, "at"),
                                        Instants.read(row, "taken_back_at")))
                .list();
    }

    /** Orders that this receipt paid something of, in one order for all who lock them. */
    List<String> ofReceipt(String receipt) {
        return jdbc.sql(
                        """
                        SELECT order_number FROM order_transfer_part
                        WHERE receipt = :receipt AND taken_back_at IS NULL ORDER BY order_number
                        """)
                .param("receipt", receipt)
                .query(String.class)
                .list();
    }

    Page<TransferView> page(
            @Nullable CustomerId customer, @Nullable TransferState state, PageRequest page) {
        String where =
                "WHERE true"
                        + (customer == null ? "" : " AND t.customer_id = :customer")
                        + (state == null ? "" : " AND t.state = :state");
        Map<String, ?> params =
                Map.of(
                        "customer", customer == null ? "" : customer.value(),
                        "state", state == null ? "" : state.name());
        long total =
                jdbc.sql("SELECT count(*) FROM order_transfer t " + where)
                        .params(params)
                        .query(Long.class)
                        .single();
        List<TransferView> items =
                jdbc.sql(
                                SELECT
                                        + where
                                        + " ORDER BY t.opened_at DESC, t.order_number DESC"
                                        + " LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(OrderTransferTable::view)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    /**
     * Received is what its standing parts add up to. The ledger posted as much, unless a part was
     * taken back after the order was paid: that is owed.
     */
    List<String> unproven() {
        return jdbc.sql(
                        """
                        SELECT t.order_number FROM order_transfer t
                        LEFT JOIN (
                            SELECT order_number,
                                sum(amount) FILTER (WHERE taken_back_at IS NULL) AS standing
                            FROM order_transfer_part GROUP BY order_number) p
                            ON p.order_number = t.order_number
                        LEFT JOIN (
                            SELECT e.order_number, e.customer_id,
                                sum(e.amount) FILTER (WHERE e.kind = 'INVOICE') AS posted
                            FROM receivable_entry e WHERE e.order_number IS NOT NULL
                            GROUP BY e.order_number, e.customer_id) l
                            ON l.order_number = t.order_number AND l.customer_id = t.customer_id
                        WHERE t.received <> coalesce(p.standing, 0)
                            OR t.received > coalesce(l.posted, 0)
                            OR (t.state = 'PAID' AND coalesce(l.posted, 0) < t.amount)
                            OR (t.state = 'OPEN' AND t.received = t.amount)
                        ORDER BY t.order_number
                        """)
                .query(String.class)
                .list();
    }

    private static TransferView view(ResultSet row, int number) throws SQLException {
        return new TransferView(
                row.getString("order_number"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                new Money(row.getBigDecimal("amount")),
                TransferState.valueOf(row.getString("transfer_state")),
                HouseAccountTable.account(row, number),
                Instants.sure(row, "opened_at"),
                Instants.sure(row, "remind_at"),
                Instants.sure(row, "expires_at"),
                Instants.read(row, "grace_until"),
                new Money(row.getBigDecimal("received")),
                row.getBoolean("announced"),
                Instants.read(row, "ended_at"),
                row.getString("close_reason"));
    }
}
