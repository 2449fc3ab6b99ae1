package io.mallhub.receipt.internal;

import io.mallhub.receipt.ReceiptAct;
import io.mallhub.receipt.ReceiptStep;
import io.mallhub.receipt.ReceiptView;
import io.mallhub.receipt.ReceiptView.State;
import io.mallhub.receipt.Receipts.RecordReceipt;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.DayNumber;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.NewestFirst;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of receipts, and the append-only one of what was done about them. */
@Component
class ReceiptTable {
    private static final String COLUMNS =
            """
            number, customer_id, customer_name, amount, bank_reference, received_on, note,
            orders, state, recorded_by_name, recorded_at
            """;

    private static final NewestFirst LIST = new NewestFirst("receipt", COLUMNS, "recorded_at");

    private final JdbcClient jdbc;

    ReceiptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String nextNumber(Instant now) {
        return DayNumber.next(jdbc, "RC", "receipt_number", now);
    }

    void add(
            String number,
            RecordReceipt asked,
            String customerName,
            String reference,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO receipt (number, customer_id, customer_name, amount,
                            bank_reference, received_on, note, orders, state, recorded_by_id,
                            recorded_by_name, recorded_at)
                        VALUES (:number, :customer, :name, :amount, :reference, :day, :note,
                            :orders, 'RECORDED', :by, :byName, :now)
                        """)
                .param("number", number)
                .param("customer", asked.customer().value())
                .param("name", customerName)
                .param("amount", asked.amount().amount())
                .param("reference", reference)
                .param("day", asked.receivedOn())
                .param("note", asked.note().strip())
                .param("orders", asked.orders().toArray(String[]::new))
                .param("by", asked.by().id())
                .param("byName", asked.by().name())
                .param("now", Instants.parameter(now))
                .update();
        did(number, ReceiptStep.RECORDED, 0, "", asked.by(), now);
    }

    void move(
            String number,
            State to,
            ReceiptStep step,
            int request,
            String reason,
            Actor by,
            Instant now) {
        jdbc.sql("UPDATE receipt SET state = :state WHERE number = :number")
                .param("state", to.name())
                .param("number", number)
                .update();
        did(number, step, request, reason, by, now);
    }

    private void did(
            String number, ReceiptStep step, int request, String reason, Actor by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO receipt_act
                            (receipt, kind, request, by_id, by_name, at, reason)
                        VALUES (:number, :kind, :request, :by, :byName, :now, :reason)
                        """)
                .param("number", number)
                .param("kind", step.name())
                .param("request", request)
                .param("by", by.id())
                .param("byName", by.name())
                .param("now", Instants.parameter(now))
                .param("reason", reason)
                .update();
    }

    /** Stands still until the end of the transaction. */
    Optional<ReceiptView> lock(String number) {
        return find(number, " FOR UPDATE");
    }

    Optional<ReceiptView> find(String number) {
        return find(number, "");
    }

    private Optional<ReceiptView> find(String number, String how) {
        return jdbc.sql("SELECT " + COLUMNS + "FROM receipt WHERE number = :number" + how)
                .param("number", number)
                .query(ReceiptTable::view)
                .optional();
    }

    List<ReceiptAct> acts(String number) {
        return jdbc.sql(
                        """
                        SELECT kind, request, by_id, by_name, at, reason
                        FROM receipt_act WHERE receipt = :number ORDER BY id
                        """)
                .param("number", number)
                .query(
                        (row, n) ->
                                new ReceiptAct(
                                        ReceiptStep.valueOf(row.getString("kind")),
                                        row.getInt("request"),
                                        row.getString("by_id"),
                                        row.getString("by_name"),
                                        Instants.sure(row, "at"),
                                        row.getString("reason")))
                .list();
    }

    Page<ReceiptView> page(@Nullable CustomerId customer, @Nullable State state, PageRequest page) {
        return LIST.page(jdbc, customer, state, page, ReceiptTable::view);
    }

    private static ReceiptView view(ResultSet row, int number) throws SQLException {
        return new ReceiptView(
                row.getString("number"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                new Money(row.getBigDecimal("amount")),
                row.getString("bank_reference"),
                row.getObject("received_on", LocalDate.class),
                row.getString("note"),
                List.of((String[]) row.getArray("orders").getArray()),
                State.valueOf(row.getString("state")),
                row.getString("recorded_by_name"),
                Instants.sure(row, "recorded_at"));
    }
}
