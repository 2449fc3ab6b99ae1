package io.mallhub.ledger.internal;

import io.mallhub.ledger.AccountStatements;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StatementBook implements AccountStatements {
    private static final String OF_PERIOD =
            " FROM receivable_entry WHERE customer_id = :customer AND at >= :start AND at < :end";

    private final OrderDebts debts;
    private final JdbcClient jdbc;
    private final Clock clock;

    StatementBook(OrderDebts debts, JdbcClient jdbc, Clock clock) {
        this.debts = debts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Summary summary(CustomerId customer, Period period) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(amount) FILTER (WHERE at < :start), 0) AS opening,
                            coalesce(sum(amount) FILTER (WHERE at >= :start AND amount > 0), 0)
                                AS added,
                            coalesce(-sum(amount) FILTER (WHERE at >= :start AND amount < 0), 0)
                                AS taken,
                            coalesce(sum(amount), 0) AS closing
                        FROM receivable_entry WHERE customer_id = :customer AND at < :end
                        """)
                .params(params(customer, period))
                .query(
                        (row, number) ->
                                new Summary(
                                        money(row, "opening"),
                                        money(row, "added"),
                                        money(row, "taken"),
                                        money(row, "closing")))
                .single();
    }

    @Override
    public Page<Line> lines(CustomerId customer, Period period, PageRequest page) {
        long total =
                jdbc.sql("SELECT count(*)" + OF_PERIOD)
                        .params(params(customer, period))
                        .query(Long.class)
                        .single();
        List<Line> lines =
                jdbc.sql(
                                """
                                SELECT sequence, kind, document, order_number, amount,
                                    balance_after, due, at, reason, idempotency_key
                                """
                                        + OF_PERIOD
                                        + " ORDER BY sequence LIMIT :size OFFSET :offset")
                        .params(params(customer, period))
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(StatementBook::line)
                        .list();
        Map<String, OrderDebt> ofOrders =
                debts.of(customer, invoiced(lines), MallTime.today(clock));
        return new Page<>(
                lines.stream().map(line -> with(line, ofOrders)).toList(),
                page.number(),
                page.size(),
                total);
    }

    private static List<String> invoiced(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.kind() == EntryKind.INVOICE)
                .map(Line::order)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Page<OrderDebt> open(CustomerId customer, PageRequest page) {
        return debts.open(customer, MallTime.today(clock), page);
    }

    private static Map<String, ?> params(CustomerId customer, Period period) {
        return Map.of(
                "customer", customer.value(),
                "start", Instants.parameter(period.start()),
                "end", Instants.parameter(period.end()));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("sequence"),
                kind(row.getString("kind"), row.getString("idempotency_key")),
                row.getString("document"),
                row.getString("order_number"),
                money(row, "amount"),
                money(row, "balance_after"),
                row.getObject("due", LocalDate.class),
                Instants.sure(row, "at"),
                row.getString("reason"),
                null);
    }

    private static EntryKind kind(String kind, String key) {
        return switch (NewEntry.Kind.valueOf(kind)) {
            case INVOICE -> EntryKind.INVOICE;
            case PAYMENT -> EntryKind.PAYMENT;
            case PAYMENT_REVERSAL -> EntryKind.PAYMENT_REVERSAL;
            case REPAYMENT -> EntryKind.REPAYMENT;
            case REVERSAL -> NewEntry.isCredit(key) ? EntryKind.CREDIT : EntryKind.CANCELLED;
        };
    }

    private static Line with(Line line, Map<String, OrderDebt> ofOrders) {
        String order = line.order();
        return line.kind() != EntryKind.INVOICE || order == null
                ? line
                : new Line(
                        line.sequence(),
                        line.kind(),
                        line.document(),
                        order,
                        line.amount(),
                        line.balanceAfter(),
                        line.due(),
                        line.at(),
                        line.reason(),
                        ofOrders.get(order));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column));
    }
}
