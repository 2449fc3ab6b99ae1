package io.mallhub.commission.internal;

import io.mallhub.commission.Payee;
import io.mallhub.commission.Payouts.PaymentFile;
import io.mallhub.commission.StatementRow;
import io.mallhub.commission.StatementState;
import io.mallhub.commission.internal.StatementTable.Head;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files for the bank: what is in one is in no other until the bank has refused it. */
@Component
class PaymentFiles {
    private final JdbcClient jdbc;
    private final StatementTable statements;
    private final PayeeTable payees;
    private final LinkCheck links;
    private final Clock clock;

    PaymentFiles(
            JdbcClient jdbc,
            StatementTable statements,
            PayeeTable payees,
            LinkCheck links,
            Clock clock) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.payees = payees;
        this.links = links;
        this.clock = clock;
    }

    Optional<String> create(YearMonth month, Actor by) {
        List<Head> ready = new ArrayList<>();
        for (String number : waiting(month)) {
            Head statement = statements.lock(number);
            boolean waits =
                    statement.state() == StatementState.POSTED
                            || statement.state() == StatementState.FAILED;
            // Looked at again: the account may be another one than at the approval.
            if (waits && account(statement).isPresent() && !links.isLinked(statement)) {
                ready.add(statement);
            }
        }
        if (ready.isEmpty()) {
            return Optional.empty();
        }
        Money total = ready.stream().map(PaymentFiles::payable).reduce(Money.ZERO, Money::plus);
        String file = add(month, total, by);
        for (Head statement : ready) {
            statements.move(statement.number(), StatementState.PAYING);
            statements.set(
                    statement.number(),
                    "payment_file = ?, payee_id = ?, failure = ''",
                    file,
                    account(statement).orElseThrow().id());
        }
        return Optional.of(file);
    }

    Optional<PaymentFile> find(String number) {
        return jdbc.sql("SELECT * FROM commission_payment_file WHERE number = ?")
                .param(number)
                .query(
                        (row, no) ->
                                new PaymentFile(
                                        number,
                                        YearMonth.from(row.getObject("month", LocalDate.class)),
                                        new Money(row.getBigDecimal("total")),
                                        row.getString("by_name"),
                                        Instants.sure(row, "at"),
                                        items(number)))
                .optional();
    }

    List<String> of(YearMonth month) {
        return jdbc.sql(
                        "SELECT number FROM commission_payment_file WHERE month = ? ORDER BY number DESC")
                .param(month.atDay(1))
                .query(String.class)
                .list();
    }

    private List<PaymentFile.Item> items(String file) {
        List<PaymentFile.Item> items = new ArrayList<>();
        for (String number :
                jdbc.sql(
                                "SELECT number FROM commission_statement WHERE payment_file = ?"
                                        + " ORDER BY number")
                        .param(file)
                        .query(String.class)
                        .list()) {
            Head head = statements.find(number).orElseThrow();
            StatementRow row = statements.row(number);
            Payee payee = payees.byId(java.util.Objects.requireNonNull(head.payee())).orElseThrow();
            items.add(
                    new PaymentFile.Item(
                            number, head.state(), payee, row.payable(), head.bankReference()));
        }
        return items;
    }

    private List<String> waiting(YearMonth month) {
        return jdbc.sql(
                        """
                        SELECT number FROM commission_statement
                        WHERE month = ? AND state IN ('POSTED', 'FAILED') ORDER BY number
                        """)
                .param(month.atDay(1))
                .query(String.class)
                .list();
    }

    private String add(YearMonth month, Money total, Actor by) {
        return jdbc.sql(
                        """
                        INSERT INTO commission_payment_file (number, month, total, by_id, by_name, at)
                        VALUES ('PF' || to_char(:month::date, 'YYYYMM') || '-'
                            || lpad(nextval('commission_statement_number')::text, 6, '0'),
                            :month, :total, :by, :name, :now) RETURNING number
                        """)
                .param("month", month.atDay(1))
                .param("total", total.amount())
                .param("by", by.id())
                .param("name", by.name())
                .param("now", Instants.parameter(clock.instant()))
                .query(String.class)
                .single();
    }

    private Optional<Payee> account(Head statement) {
        return payees.inForce(statement.beneficiary(), clock.instant());
    }

    static Money payable(Head statement) {
        Money payable = statement.payable();
        return payable == null ? new Money(BigDecimal.ZERO) : payable;
    }
}
