package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.TopUpRule;
import io.mallhub.prepaid.TopUpRules.PutRule;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only table of rules. */
@Component
class TopUpRuleTable {
    private static final String COLUMNS =
            """
            SELECT id, name, threshold, bonus, percent, valid_from, valid_until, reason, by_name, at
            FROM prepaid_top_up_rule
            """;

    private final JdbcClient jdbc;

    TopUpRuleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TopUpRule add(PutRule rule, Instant now) {
        long id =
                jdbc.sql(
                                """
                                INSERT INTO prepaid_top_up_rule (name, threshold, bonus, percent,
                                    valid_from, valid_until, reason, by_id, by_name, at)
                                VALUES (:name, :threshold, :bonus, :percent, :from, :until,
                                    :reason, :byId, :byName, :now) RETURNING id
                                """)
                        .param("name", rule.name().strip())
                        .param("threshold", rule.threshold().amount())
                        .param("bonus", rule.bonus() == null ? null : rule.bonus().amount())
                        .param("percent", rule.percent())
                        .param("from", rule.from())
                        .param("until", rule.until())
                        .param("reason", rule.reason().strip())
                        .param("byId", rule.by().id())
                        .param("byName", rule.by().name())
                        .param("now", Instants.parameter(now))
                        .query(Long.class)
                        .single();
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(TopUpRuleTable::rule)
                .single();
    }

    Map<Long, TopUpRule> byId(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(COLUMNS + "WHERE id IN (:ids)")
                .param("ids", ids)
                .query(TopUpRuleTable::rule)
                .list()
                .stream()
                .collect(Collectors.toMap(TopUpRule::id, Function.identity()));
    }

    /** The newest per threshold, those of 0 left out. */
    List<TopUpRule> inForce(LocalDate day) {
        return jdbc.sql(
                        "SELECT * FROM (SELECT DISTINCT ON (threshold) * FROM ("
                                + COLUMNS
                                + """
                                WHERE valid_from <= :day AND (valid_until >= :day) IS NOT FALSE) v
                                ORDER BY threshold, id DESC) r
                                WHERE coalesce(r.bonus, r.percent) > 0 ORDER BY r.threshold
                                """)
                .param("day", day)
                .query(TopUpRuleTable::rule)
                .list();
    }

    Page<TopUpRule> history(PageRequest page) {
        long total =
                jdbc.sql("SELECT count(*) FROM prepaid_top_up_rule").query(Long.class).single();
        List<TopUpRule> rules =
                jdbc.sql(COLUMNS + "ORDER BY id DESC LIMIT :size OFFSET :offset")
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(TopUpRuleTable::rule)
                        .list();
        return new Page<>(rules, page.number(), page.size(), total);
    }

    private static TopUpRule rule(ResultSet row, int number) throws SQLException {
        BigDecimal bonus = row.getBigDecimal("bonus");
        return new TopUpRule(
                row.getLong("id"),
                row.getString("name"),
                new Money(row.getBigDecimal("threshold")),
                bonus == null ? null : new Money(bonus),
                row.getBigDecimal("percent"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "at"));
    }
}
