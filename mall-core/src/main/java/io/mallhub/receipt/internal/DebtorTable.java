package io.mallhub.receipt.internal;

import io.mallhub.receipt.Debtors;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the function that the migrations keep over the tables of customers and of receivables. */
@Service
@Transactional(readOnly = true)
class DebtorTable implements Debtors {
    private static final Map<String, String> SORTS =
            Map.of(
                    "name", "name",
                    "number", "number",
                    "limit", "credit_limit",
                    "balance", "balance",
                    "used", "used",
                    "overdue", "overdue",
                    "free", "free");

    private final JdbcClient jdbc;
    private final Clock clock;

    DebtorTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Page<Debtor> page(DebtorQuery query, PageRequest page) {
        String from = " FROM debtors(:today) WHERE " + condition(query);
        Map<String, Object> params = new HashMap<>();
        params.put("today", MallTime.today(clock));
        params.put("text", LikeText.anywhere(query.text()));
        long total = jdbc.sql("SELECT count(*)" + from).params(params).query(Long.class).single();
        List<Debtor> items =
                jdbc.sql(
                                "SELECT customer_id, number, name, credit_limit, balance, used,"
                                        + " overdue, free"
                                        + from
                                        + " ORDER BY "
                                        + order(page.sort())
                                        + ", number LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(DebtorTable::debtor)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static String condition(DebtorQuery query) {
        String only =
                switch (query.only()) {
                    case ALL -> "true";
                    case OWING -> "balance > 0";
                    case OVERDUE -> "overdue > 0";
                    case OVER_LIMIT -> "free < 0";
                    case OVERPAID -> "balance < 0";
                };
        return query.text().isBlank()
                ? only
                : only + " AND (lower(name) LIKE :text OR lower(number) LIKE :text)";
    }

    private static String order(String asked) {
        if (asked.isEmpty()) {
            return "overdue DESC, balance DESC";
        }
        boolean descending = asked.startsWith("-");
        String column = SORTS.get(descending ? asked.substring(1) : asked);
        if (column == null) {
            throw new IllegalArgumentException("This list is not sorted by " + asked);
        }
        return column + (descending ? " DESC" : "");
    }

    @Override
    public Totals totals() {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(balance), 0) AS balance,
                            coalesce(sum(overdue), 0) AS overdue,
                            (SELECT count(*) FROM receipt WHERE state = 'RECORDED')
                                AS to_confirm,
                            (SELECT count(*) FROM receipt WHERE state = 'REVERSAL_ASKED')
                                AS to_take_back
                        FROM debtors(:today)
                        """)
                .param("today", MallTime.today(clock))
                .query(
                        (row, number) ->
                                new Totals(
                                        money(row, "balance"),
                                        money(row, "overdue"),
                                        row.getLong("to_confirm"),
                                        row.getLong("to_take_back")))
                .single();
    }

    private static Debtor debtor(ResultSet row, int number) throws SQLException {
        return new Debtor(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                money(row, "credit_limit"),
                money(row, "balance"),
                money(row, "used"),
                money(row, "overdue"),
                money(row, "free"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column));
    }
}
