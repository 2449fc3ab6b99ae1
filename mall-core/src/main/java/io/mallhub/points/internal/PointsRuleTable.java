package io.mallhub.points.internal;

import io.mallhub.points.PointsRule;
import io.mallhub.points.PointsRules.PutRule;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only table of rules. */
@Component
class PointsRuleTable {
    private static final String COLUMNS =
            """
            SELECT version, per_yuan, never_earn, valid_months, redeems, step, worth, most_percent,
                never_redeem, welcome, reason, by_name, at
            FROM points_rule
            """;

    private final JdbcClient jdbc;

    PointsRuleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the version was taken by somebody else. */
    Optional<PointsRule> add(int version, PutRule rule, Instant now) {
        int added =
                jdbc.sql(
                                """
                                INSERT INTO points_rule (version, per_yuan, never_earn,
                                    valid_months, redeems, step, worth, most_percent,
                                    never_redeem, welcome, reason, by_id, by_name, at)
                                VALUES (:version, :perYuan, :neverEarn, :months, :redeems, :step,
                                    :worth, :percent, :neverRedeem, :welcome, :reason, :byId,
                                    :byName, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("version", version)
                        .param("perYuan", rule.perYuan())
                        .param("neverEarn", words(rule.neverEarn()))
                        .param("months", rule.validMonths())
                        .param("redeems", rule.redeems())
                        .param("step", rule.step())
                        .param("worth", rule.worth().amount())
                        .param("percent", rule.mostPercent())
                        .param("neverRedeem", words(rule.neverRedeem()))
                        .param("welcome", rule.welcome())
                        .param("reason", rule.reason().strip())
                        .param("byId", rule.by().id())
                        .param("byName", rule.by().name())
                        .param("now", Instants.parameter(now))
                        .update();
        return added == 0 ? Optional.empty() : version(version);
    }

    Optional<PointsRule> newest() {
        return jdbc.sql(COLUMNS + "ORDER BY version DESC LIMIT 1")
                .query(PointsRuleTable::rule)
                .optional();
    }

    Optional<PointsRule> version(int version) {
        return jdbc.sql(COLUMNS + "WHERE version = :version")
                .param("version", version)
                .query(PointsRuleTable::rule)
                .optional();
    }

    Page<PointsRule> history(PageRequest page) {
        long total = jdbc.sql("SELECT count(*) FROM points_rule").query(Long.class).single();
        List<PointsRule> rules =
                jdbc.sql(COLUMNS + "ORDER BY version DESC LIMIT :size OFFSET :offset")
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(PointsRuleTable::rule)
                        .list();
        return new Page<>(rules, page.number(), page.size(), total);
    }

    private static String[] words(Set<RegulatoryCategory> categories) {
        return categories.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    private static PointsRule rule(ResultSet row, int number) throws SQLException {
        return new PointsRule(
                row.getInt("version"),
                row.getBigDecimal("per_yuan"),
                categories(row, "never_earn"),
                row.getInt("valid_months"),
                row.getBoolean("redeems"),
                row.getInt("step"),
                new Money(row.getBigDecimal("worth")),
                row.getInt("most_percent"),
                categories(row, "never_redeem"),
                row.getLong("welcome"),
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "at"));
    }

    private static Set<RegulatoryCategory> categories(ResultSet row, String column)
            throws SQLException {
        String[] words = (String[]) row.getArray(column).getArray();
        return Arrays.stream(words).map(RegulatoryCategory::valueOf).collect(Collectors.toSet());
    }
}
