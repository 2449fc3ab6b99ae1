package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.OwnTopUps.OwnTopUpState;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpView;
import io.mallhub.prepaid.OwnTopUps.StartTopUp;
import io.mallhub.prepaid.TopUpRule;
import io.mallhub.prepaid.TopUpRules.Bonus;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of top-ups that buyers make themselves. */
@Component
class OwnTopUpTable {
    private static final String COLUMNS =
            """
            number, customer_id, customer_name, amount, bonus, rule_id, state, payment,
            started_by_name, started_at, expires_at, ended_at, late
            """;

    private static final String SELECT = "SELECT " + COLUMNS + "FROM own_top_up ";
    private static final NewestFirst LIST = new NewestFirst("own_top_up", COLUMNS, "started_at");

    private final TopUpRuleTable rules;
    private final JdbcClient jdbc;

    OwnTopUpTable(TopUpRuleTable rules, JdbcClient jdbc) {
        this.rules = rules;
        this.jdbc = jdbc;
    }

    String nextNumber(Instant now) {
        return DayNumber.next(jdbc, "TO", "own_top_up_number", now);
    }

    /** Two of one company at once: the second waits here for the first. */
    void lockCustomer(CustomerId customer) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('own-top-up/' || ?, 0))")
                .param(customer.toString())
                .query((row, number) -> true)
                .list();
    }

    void add(
            String number,
            StartTopUp asked,
            String customerName,
            Bonus bonus,
            String payment,
            Instant expires,
            Instant now) {
        TopUpRule rule = bonus.rule();
        jdbc.sql(
                        """
                        INSERT INTO own_top_up (number, customer_id, customer_name, amount, bonus,
                            rule_id, state, payment, key, started_by_id, started_by_name,
                            started_at, expires_at)
                        VALUES (:number, :customer, :name, :amount, :bonus, :rule, 'OPEN',
                            :payment, :key, :by, :byName, :now, :expires)
                        """)
                .param("number", number)
                .param("customer", asked.customer().value())
                .param("name", customerName)
                .param("amount", asked.amount().amount())
                .param("bonus", bonus.amount().amount())
                .param("rule", rule == null ? null : rule.id())
                .param("payment", payment)
                .param("key", asked.key())
                .param("by", asked.by().id())
                .param("byName", asked.by().name())
                .param("now", Instants.parameter(now))
                .param("expires", Instants.parameter(expires))
                .update();
    }

    /**
     * @param late it had been closed
     */
    void credited(String number, Bonus bonus, boolean late, Instant now) {
        TopUpRule rule = bonus.rule();
        jdbc.sql(
                        """
                        UPDATE own_top_up SET state = 'CREDITED', bonus = :bonus, rule_id = :rule,
                            late = :late, ended_at = :now
                        WHERE number = :number
                        """)
                .param("bonus", bonus.amount().amount())
                .param("rule", rule == null ? null : rule.id())
                .param("late", late)
                .param("now", Instants.parameter(now))
                .param("number", number)
                .update();
    }

    /** Returns false when it is no longer open. */
    boolean close(String number, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE own_top_up SET state = 'CLOSED', ended_at = :now
                                WHERE number = :number AND state = 'OPEN'
                                """)
                        .param("now", Instants.parameter(now))
                        .param("number", number)
                        .update()
                == 1;
    }

    int open(CustomerId customer) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM own_top_up
                        WHERE customer_id = :customer AND state = 'OPEN'
                        """)
                .param("customer", customer.value())
                .query(Integer.class)
                .single();
    }

    /** Those whose time to pay is over, longest first. */
    List<String> due(int atMost, Instant now) {
        return jdbc.sql(
                        """
                        SELECT number FROM own_top_up
                        WHERE state = 'OPEN' AND expires_at <= :now
                        ORDER BY expires_at, number LIMIT :most
                        """)
                .param("now", Instants.parameter(now))
                .param("most", atMost)
                .query(String.class)
                .list();
    }

    Optional<OwnTopUpView> byKey(CustomerId customer, String key) {
        return one(
                "customer_id = :customer AND key = :key",
                Map.of("customer", customer.value(), "key", key));
    }

    /** Stands still until the end of the transaction. */
    Optional<OwnTopUpView> lock(String number) {
        return one("number = :number FOR UPDATE", Map.of("number", number));
    }

    Optional<OwnTopUpView> find(String number) {
        return one("number = :number", Map.of("number", number));
    }

    private Optional<OwnTopUpView> one(String where, Map<String, ?> params) {
        return views(
                        jdbc.sql(SELECT + "WHERE " + where)
                                .params(params)
                                .query(OwnTopUpTable::row)
                                .list())
                .stream()
                .findFirst();
    }

    Page<OwnTopUpView> page(
            @Nullable CustomerId customer, @Nullable OwnTopUpState state, PageRequest page) {
        Page<Row> rows = LIST.page(jdbc, customer, state, page, OwnTopUpTable::row);
        return new Page<>(views(rows.items()), rows.number(), rows.size(), rows.total());
    }

    /** Credited is what its payment and its entry say, and nothing else. */
    List<String> unproven() {
        return jdbc.sql(
                        """
                        SELECT o.number FROM own_top_up o
                        JOIN online_payment p ON p.number = o.payment
                        LEFT JOIN prepaid_entry e ON e.customer_id = o.customer_id
                            AND e.idempotency_key = 'top-up:' || o.number
                        WHERE (o.state = 'CREDITED') <> (p.state = 'PAID')
                            OR (o.state = 'CREDITED') <> (e.sequence IS NOT NULL)
                            OR o.amount <> p.amount
                            OR (e.sequence IS NOT NULL
                                AND (e.principal <> o.amount OR e.bonus <> o.bonus))
                        ORDER BY o.number
                        """)
                .query(String.class)
                .list();
    }

    private List<OwnTopUpView> views(List<Row> rows) {
        Map<Long, TopUpRule> known =
                rules.byId(rows.stream().map(Row::rule).filter(Objects::nonNull).toList());
        return rows.stream().map(row -> row.with(known)).toList();
    }

    /**
     * @param view without its rule
     */
    private record Row(OwnTopUpView view, @Nullable Long rule) {
        OwnTopUpView with(Map<Long, TopUpRule> rules) {
            return rule == null
                    ? view
                    : new OwnTopUpView(
                            view.number(),
                            view.customer(),
                            view.customerName(),
                            view.amount(),
                            view.bonus(),
                            rules.get(rule),
                            view.state(),
                            view.payment(),
                            view.startedBy(),
                            view.startedAt(),
                            view.expiresAt(),
                            view.endedAt(),
                            view.late());
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new OwnTopUpView(
                        row.getString("number"),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getString("customer_name"),
                        new Money(row.getBigDecimal("amount")),
                        new Money(row.getBigDecimal("bonus")),
                        null,
                        OwnTopUpState.valueOf(row.getString("state")),
                        row.getString("payment"),
                        row.getString("started_by_name"),
                        Instants.sure(row, "started_at"),
                        Instants.sure(row, "expires_at"),
                        Instants.read(row, "ended_at"),
                        row.getBoolean("late")),
                row.getObject("rule_id", Long.class));
    }
}
