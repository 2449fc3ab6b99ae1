package io.mallhub.receipt.internal;

import io.mallhub.receipt.Repayments.RecordRepayment;
import io.mallhub.receipt.Repayments.RepaymentState;
import io.mallhub.receipt.Repayments.RepaymentView;
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

/** The table of money that goes back. */
@Component
class RepaymentTable {
    private static final String COLUMNS =
            """
            number, customer_id, customer_name, amount, order_number, document, reason, state,
            asked_by, asked_at, bank_reference, paid_on, note, recorded_by_name, decided_by_name,
            decided_at, words
            """;

    private static final NewestFirst LIST = new NewestFirst("repayment", COLUMNS, "asked_at");

    private final JdbcClient jdbc;

    RepaymentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param order empty for none
     */
    record NewRepayment(
            CustomerId customer,
            String customerName,
            Money amount,
            String order,
            String document,
            String reason,
            String by) {}

    /** Its number; empty, and nothing kept, when the same was asked for before. */
    Optional<String> add(NewRepayment asked, Instant now) {
        String number = DayNumber.next(jdbc, "RP", "repayment_number", now);
        return jdbc.sql(
                        """
                        INSERT INTO repayment (number, customer_id, customer_name, amount,
                            order_number, document, reason, state, asked_by, asked_at)
                        VALUES (:number, :customer, :name, :amount, :order, :document, :reason,
                            'ASKED', :by, :now)
                        ON CONFLICT (customer_id, order_number, document) DO NOTHING
                        RETURNING number
                        """)
                .param("number", number)
                .param("customer", asked.customer().value())
                .param("name", asked.customerName())
                .param("amount", asked.amount().amount())
                .param("order", asked.order())
                .param("document", asked.document().isEmpty() ? number : asked.document())
                .param("reason", asked.reason())
                .param("by", asked.by())
                .param("now", Instants.parameter(now))
                .query(String.class)
                .optional();
    }

    /**
     * What is to be paid back to the customer and has not left its account, and what receipts
     * brought that one of finance has asked to take back: no order is paid from it.
     */
    Money spokenFor(CustomerId customer) {
        return jdbc.sql(
                        """
                        SELECT (SELECT coalesce(sum(amount), 0) FROM repayment
                                WHERE customer_id = :customer AND state IN ('ASKED', 'RECORDED'))
                            + (SELECT coalesce(sum(amount), 0) FROM receipt
                                WHERE customer_id = :customer AND state = 'REVERSAL_ASKED')
                        """)
                .param("customer", customer.value())
                .query((row, number) -> new Money(row.getBigDecimal(1)))
                .single();
    }

    /** Returns the how manieth recording this is. */
    int record(RecordRepayment asked, String reference, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE repayment SET state = 'RECORDED', bank_reference = :reference,
                            paid_on = :day, note = :note, recorded_by_id = :by,
                            recorded_by_name = :byName, recorded_at = :now, attempts = attempts + 1
                        WHERE number = :number RETURNING attempts
                        """)
                .param("reference", reference)
                .param("day", asked.paidOn())
                .param("note", asked.note().strip())
                .param("by", asked.by().id())
                .param("byName", asked.by().name())
                .param("now", Instants.parameter(now))
                .param("number", asked.number())
                .query(Integer.class)
                .single();
    }

    void putBack(String number) {
        jdbc.sql(
                        """
                        UPDATE repayment SET state = 'ASKED', bank_reference = '', paid_on = NULL,
                            note = '', recorded_by_id = NULL, recorded_by_name = NULL,
                            recorded_at = NULL
                        WHERE number = :number
                        """)
                .param("number", number)
                .update();
    }

    void decide(String number, RepaymentState how, String words, Actor by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE repayment SET state = :state, words = :words, decided_by_id = :by,
                            decided_by_name = :byName, decided_at = :now
                        WHERE number = :number
                        """)
                .param("state", how.name())
                .param("words", words)
                .param("by", by.id())
                .param("byName", by.name())
                .param("now", Instants.parameter(now))
                .param("number", number)
                .update();
    }

    /**
     * @param recorder login; empty while nobody recorded it
     * @param decider login; empty while nobody decided
     */
    record Row(RepaymentView view, String recorder, String decider, int attempts) {
        /** The document that stands for the transfer of this recording. */
        String claim() {
            return view.number() + "/" + attempts;
        }
    }

    /** Stands still until the end of the transaction. */
    Optional<Row> lock(String number) {
        return jdbc.sql(
                        "SELECT recorded_by_id, decided_by_id, attempts, "
                                + COLUMNS
                                + "FROM repayment WHERE number = :number FOR UPDATE")
                .param("number", number)
                .query(
                        (row, n) ->
                                new Row(
                                        view(row, n),
                                        login(row, "recorded_by_id"),
                                        login(row, "decided_by_id"),
                                        row.getInt("attempts")))
                .optional();
    }

    private static String login(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    Optional<RepaymentView> find(String number) {
        return jdbc.sql("SELECT " + COLUMNS + "FROM repayment WHERE number = :number")
                .param("number", number)
                .query(RepaymentTable::view)
                .optional();
    }

    List<RepaymentView> ofOrder(String order) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + "FROM repayment WHERE order_number = :order"
                                + " ORDER BY asked_at, number")
                .param("order", order)
                .query(RepaymentTable::view)
                .list();
    }

    Page<RepaymentView> page(
            @Nullable CustomerId customer, @Nullable RepaymentState state, PageRequest page) {
        return LIST.page(jdbc, customer, state, page, RepaymentTable::view);
    }

    private static RepaymentView view(ResultSet row, int number) throws SQLException {
        return new RepaymentView(
                row.getString("number"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                new Money(row.getBigDecimal("amount")),
                row.getString("order_number"),
                row.getString("document"),
                row.getString("reason"),
                RepaymentState.valueOf(row.getString("state")),
                row.getString("asked_by"),
                Instants.sure(row, "asked_at"),
                row.getString("bank_reference"),
                row.getObject("paid_on", LocalDate.class),
                row.getString("note"),
                row.getString("recorded_by_name"),
                row.getString("decided_by_name"),
                Instants.read(row, "decided_at"),
                row.getString("words"));
    }
}
