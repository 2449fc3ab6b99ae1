package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.TopUpRule;
import io.mallhub.prepaid.TopUpRules.Bonus;
import io.mallhub.prepaid.TopUpView;
import io.mallhub.prepaid.TopUpView.Act;
import io.mallhub.prepaid.TopUpView.State;
import io.mallhub.prepaid.TopUps.RecordTopUp;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of top-ups. */
@Component
class TopUpTable {
    private static final String COLUMNS =
            """
            number, customer_id, customer_name, amount, bonus, rule_id, bank_reference, note,
            state, recorded_by_id, recorded_by_name, recorded_at, decided_by_id,
            decided_by_name, decided_at, refusal, reversed_by_id, reversed_by_name,
            reversed_at, reversal_reason
            """;

    private static final NewestFirst LIST =
            new NewestFirst("prepaid_top_up", COLUMNS, "recorded_at");

    private final TopUpRuleTable rules;
    private final JdbcClient jdbc;

    TopUpTable(TopUpRuleTable rules, JdbcClient jdbc) {
        this.rules = rules;
        this.jdbc = jdbc;
    }

    void add(
            String number,
            RecordTopUp asked,
            String customerName,
            String reference,
            Bonus bonus,
            Instant now) {
        TopUpRule rule = bonus.rule();
        jdbc.sql(
                        """
                        INSERT INTO prepaid_top_up (number, customer_id, customer_name, amount,
                            bonus, rule_id, bank_reference, note, state, recorded_by_id,
                            recorded_by_name, recorded_at)
                        VALUES (:number, :customer, :name, :amount, :bonus, :rule, :reference,
                            :note, 'RECORDED', :by, :byName, :now)
                        """)
                .param("number", number)
                .param("customer", asked.customer().value())
                .param("name", customerName)
                .param("amount", asked.amount().amount())
                .param("bonus", bonus.amount().amount())
                .param("rule", rule == null ? null : rule.id())
                .param("reference", reference)
                .param("note", asked.note().strip())
                .param("by", asked.by().id())
                .param("byName", asked.by().name())
                .param("now", Instants.parameter(now))
                .update();
    }

    String nextNumber(Instant now) {
        return DayNumber.next(jdbc, "TU", "prepaid_top_up_number", now);
    }

    /** Stands still until the end of the transaction. */
    Optional<TopUpView> lock(String number) {
        return find(number, " FOR UPDATE");
    }

    Optional<TopUpView> find(String number) {
        return find(number, "");
    }

    private Optional<TopUpView> find(String number, String how) {
        return view(
                jdbc.sql("SELECT " + COLUMNS + "FROM prepaid_top_up WHERE number = :number" + how)
                        .param("number", number)
                        .query(TopUpTable::row)
                        .list());
    }

    void decide(String number, State how, String refusal, Actor by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE prepaid_top_up SET state = :state, refusal = :refusal,
                            decided_by_id = :by, decided_by_name = :name, decided_at = :now
                        WHERE number = :number
                        """)
                .param("state", how.name())
                .param("refusal", refusal)
                .param("by", by.id())
                .param("name", by.name())
                .param("now", Instants.parameter(now))
                .param("number", number)
                .update();
    }

    void reverse(String number, String reason, Actor by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE prepaid_top_up SET state = 'REVERSED', reversal_reason = :reason,
                            reversed_by_id = :by, reversed_by_name = :name, reversed_at = :now
                        WHERE number = :number
                        """)
                .param("reason", reason)
                .param("by", by.id())
                .param("name", by.name())
                .param("now", Instants.parameter(now))
                .param("number", number)
                .update();
    }

    Page<TopUpView> page(@Nullable CustomerId customer, @Nullable State state, PageRequest page) {
        Page<Row> rows = LIST.page(jdbc, customer, state, page, TopUpTable::row);
        return new Page<>(views(rows.items()), rows.number(), rows.size(), rows.total());
    }

    private Optional<TopUpView> view(List<Row> rows) {
        return views(rows).stream().findFirst();
    }

    private List<TopUpView> views(List<Row> rows) {
        Map<Long, TopUpRule> known =
                rules.byId(rows.stream().map(Row::rule).filter(Objects::nonNull).toList());
        return rows.stream().map(row -> row.with(known)).toList();
    }

    /**
     * @param view without its rule
     */
    private record Row(TopUpView view, @Nullable Long rule) {
        TopUpView with(Map<Long, TopUpRule> rules) {
            return rule == null
                    ? view
                    : new TopUpView(
                            view.number(),
                            view.customer(),
                            view.customerName(),
                            view.amount(),
                            view.bonus(),
                            rules.get(rule),
                            view.bankReference(),
                            view.note(),
                            view.state(),
                            view.recorded(),
                            view.decided(),
                            view.refusal(),
                            view.reversed(),
                            view.reversalReason());
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new TopUpView(
                        row.getString("number"),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getString("customer_name"),
                        new Money(row.getBigDecimal("amount")),
                        new Money(row.getBigDecimal("bonus")),
                        null,
                        row.getString("bank_reference"),
                        row.getString("note"),
                        State.valueOf(row.getString("state")),
                        new Act(
                                row.getString("recorded_by_id"),
                                row.getString("recorded_by_name"),
                                Instants.sure(row, "recorded_at")),
                        act(row, "decided"),
                        row.getString("refusal"),
                        act(row, "reversed"),
                        row.getString("reversal_reason")),
                row.getObject("rule_id", Long.class));
    }

    private static @Nullable Act act(ResultSet row, String what) throws SQLException {
        String login = row.getString(what + "_by_id");
        return login == null
                ? null
                : new Act(
                        login, row.getString(what + "_by_name"), Instants.sure(row, what + "_at"));
    }
}
