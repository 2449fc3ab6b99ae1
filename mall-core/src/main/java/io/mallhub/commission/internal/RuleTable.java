package io.mallhub.commission.internal;

import io.mallhub.commission.CommissionRules.PutRule;
import io.mallhub.commission.Rule;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
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

/** The append-only table of rules. */
@Component
class RuleTable {
    private static final String COLUMNS =
            """
            SELECT id, kind, product_id, coalesce(depth, 0) AS depth, rate, bonus, valid_from,
                valid_until, reason, by_name, at
            FROM commission_rule
            """;

    private static final String VALID =
            " valid_from <= :day AND (valid_until >= :day) IS NOT FALSE ";

    private final JdbcClient jdbc;

    RuleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Rule add(PutRule rule, Instant now) {
        long id =
                jdbc.sql(
                                """
                                INSERT INTO commission_rule (kind, product_id, depth, rate, bonus,
                                    valid_from, valid_until, reason, by_id, by_name, at)
                                VALUES (:kind, :product, :depth, :rate, :bonus, :from, :until,
                                    :reason, :byId, :byName, :now) RETURNING id
                                """)
                        .param("kind", rule.kind().name())
                        .param("product", rule.product() == null ? null : rule.product().value())
                        .param("depth", rule.depth() == 0 ? null : rule.depth())
                        .param("rate", rule.rate())
                        .param("bonus", rule.bonus() == null ? null : rule.bonus().amount())
                        .param("from", rule.from())
                        .param("until", rule.until())
                        .param("reason", rule.reason())
                        .param("byId", rule.by().id())
                        .param("byName", rule.by().name())
                        .param("now", Instants.parameter(now))
                        .query(Long.class)
                        .single();
        return byId(id).orElseThrow();
    }

    Optional<Rule> byId(long id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(RuleTable::rule)
                .optional();
    }

    /** Whether there ever was such a rule. */
    boolean exists(Rule.Kind kind) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM commission_rule WHERE kind = :kind)")
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    Optional<Rule> inForce(Rule.Kind kind, @Nullable ProductId product, int depth, LocalDate day) {
        return jdbc.sql(
                        COLUMNS
                                + "WHERE kind = :kind AND product_id IS NOT DISTINCT FROM :product::uuid"
                                + " AND coalesce(depth, 0) = :depth AND"
                                + VALID
                                + "ORDER BY id DESC LIMIT 1")
                .param("kind", kind.name())
                .param("product", product == null ? null : product.toString())
                .param("depth", depth)
                .param("day", day)
                .query(RuleTable::rule)
                .optional();
    }

    /** Of this rule's versions, the one that counted for the day when the entry was written. */
    Optional<Rule> asOf(Rule version, LocalDate day, Instant written) {
        return jdbc.sql(
                        COLUMNS
                                + "WHERE kind = :kind AND product_id IS NOT DISTINCT FROM :product::uuid"
                                + " AND coalesce(depth, 0) = :depth AND at <= :written AND"
                                + VALID
                                + "ORDER BY id DESC LIMIT 1")
                .param("kind", version.kind().name())
                .param("product", version.product() == null ? null : version.product().toString())
                .param("depth", version.depth())
                .param("written", Instants.parameter(written))
                .param("day", day)
                .query(RuleTable::rule)
                .optional();
    }

    List<Rule> inForce(LocalDate day) {
        return jdbc.sql(
                        "SELECT DISTINCT ON (kind, product_id, depth) * FROM ("
                                + COLUMNS
                                + "WHERE"
                                + VALID
                                + ") r ORDER BY kind, product_id, depth, id DESC")
                .param("day", day)
                .query(RuleTable::rule)
                .list();
    }

    Page<Rule> history(PageRequest page) {
        long total = jdbc.sql("SELECT count(*) FROM commission_rule").query(Long.class).single();
        List<Rule> rules =
                jdbc.sql(COLUMNS + "ORDER BY id DESC LIMIT :size OFFSET :offset")
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(RuleTable::rule)
                        .list();
        return new Page<>(rules, page.number(), page.size(), total);
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        UUID product = row.getObject("product_id", UUID.class);
        BigDecimal bonus = row.getBigDecimal("bonus");
        return new Rule(
                row.getLong("id"),
                Rule.Kind.valueOf(row.getString("kind")),
                product == null ? null : new ProductId(product),
                row.getInt("depth"),
                row.getBigDecimal("rate"),
                bonus == null ? null : new Money(bonus),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "at"));
    }
}
