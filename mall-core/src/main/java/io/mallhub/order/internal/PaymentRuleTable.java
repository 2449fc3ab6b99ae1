package io.mallhub.order.internal;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods.RuleQuery;
import io.mallhub.order.PaymentRule;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.KeptRules;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RuleRevisions;
import io.mallhub.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PaymentRuleTable {
    private final JdbcClient jdbc;
    private final KeptRules<Set<String>> audiences;

    PaymentRuleTable(JdbcClient jdbc, RuleRevisions revisions) {
        this.jdbc = jdbc;
        this.audiences =
                new KeptRules<>(revisions, RuleRevisions.Kind.PAYMENT_METHODS, this::audiences);
    }

    private Set<String> audiences() {
        return jdbc.sql("SELECT audience FROM payment_method_rule WHERE ended_at IS NULL")
                .query(String.class)
                .set();
    }

    /** One probe of the index for each of the few audiences that a viewer belongs to. */
    Optional<PaymentRule> closest(Viewer viewer) {
        return audiences.surely(with -> Collections.disjoint(with, Audience.keys(viewer)))
                ? Optional.empty()
                : probe(viewer);
    }

    private Optional<PaymentRule> probe(Viewer viewer) {
        return jdbc.sql(
                        """
                        SELECT r.* FROM payment_method_rule r
                        JOIN unnest(:audiences::text[]) WITH ORDINALITY AS a (audience, place)
                            USING (audience)
                        WHERE r.ended_at IS NULL
                        ORDER BY a.place DESC LIMIT 1
                        """)
                .param("audiences", Columns.of(Audience.keys(viewer), key -> key))
                .query(PaymentRuleTable::rule)
                .optional();
    }

    /** Nobody says something else of this audience meanwhile. */
    Optional<PaymentRule> lock(Audience audience) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 432))")
                .param("key", audience.key())
                .query(row -> {});
        return jdbc.sql(
                        "SELECT * FROM payment_method_rule WHERE audience = :key AND ended_at IS NULL")
                .param("key", audience.key())
                .query(PaymentRuleTable::rule)
                .optional();
    }

    void add(Audience audience, Set<PaymentMethod> methods, String reason, Actor by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO payment_method_rule (audience, audience_label, methods, reason,
                            by_name, at)
                        VALUES (:audience, :label, :methods, :reason, :by, :now)
                        """)
                .param("audience", audience.key())
                .param("label", audience.label())
                .param("methods", text(methods))
                .param("reason", reason)
                .param("by", by.name())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** Empty when it had ended. */
    Optional<PaymentRule> end(long id, Actor by, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE payment_method_rule SET ended_at = :now, ended_by = :by
                        WHERE id = :id AND ended_at IS NULL RETURNING *
                        """)
                .param("now", Instants.parameter(now))
                .param("by", by.name())
                .param("id", id)
                .query(PaymentRuleTable::rule)
                .optional();
    }

    Page<PaymentRule> page(RuleQuery query, PageRequest page) {
        Map<String, Object> params = new HashMap<>();
        String from =
                " FROM payment_method_rule WHERE ended_at IS "
                        + (query.ended() ? "NOT NULL" : "NULL");
        if (query.text() != null) {
            from += " AND lower(audience_label || ' ' || reason) LIKE :text";
            params.put("text", LikeText.anywhere(query.text()));
        }
        long total = jdbc.sql("SELECT count(*)" + from).params(params).query(Long.class).single();
        List<PaymentRule> items =
                jdbc.sql("SELECT *" + from + " ORDER BY id DESC LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(PaymentRuleTable::rule)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    static String text(Set<PaymentMethod> methods) {
        return methods.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Set<PaymentMethod> methods(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(PaymentMethod::valueOf)
                        .collect(Collectors.toSet());
    }

    private static PaymentRule rule(ResultSet row, int number) throws SQLException {
        return new PaymentRule(
                row.getLong("id"),
                Audience.of(row.getString("audience"), row.getString("audience_label")),
                methods(row.getString("methods")),
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "at"),
                Instants.read(row, "ended_at"),
                row.getString("ended_by"));
    }
}
