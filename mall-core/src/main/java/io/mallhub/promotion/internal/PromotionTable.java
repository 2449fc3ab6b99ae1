package io.mallhub.promotion.internal;

import io.mallhub.promotion.GiftPolicies.Exempted;
import io.mallhub.promotion.Promotions.Exemption;
import io.mallhub.promotion.Promotions.PutRule;
import io.mallhub.promotion.Promotions.RuleView;
import io.mallhub.promotion.Promotions.Version;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleKind;
import io.mallhub.promotion.RuleState;
import io.mallhub.promotion.internal.PromotionText.Definition;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.StepTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of rules and of their versions. */
@Component
class PromotionTable {
    private static final String COLUMNS =
            "SELECT v.code, v.version, v.name, v.definition, v.reason, v.by_name, v.at,"
                    + " r.stopped_at, r.stopped_by, r.stop_reason, r.state, r.exempt_version,"
                    + " r.exempt_by, r.exempt_reason, r.exempt_at"
                    + " FROM promotion_rule r JOIN promotion_rule_version v ON v.code = r.code ";
    private static final String CURRENT = COLUMNS + "AND v.version = r.version ";

    private final PromotionText text;
    private final JdbcClient jdbc;
    private final StepTable steps;

    PromotionTable(PromotionText text, JdbcClient jdbc) {
        this.text = text;
        this.jdbc = jdbc;
        steps = new StepTable(jdbc, "promotion_rule_step", "code");
    }

    /** Nobody else changes this rule until the end of the transaction. */
    Optional<RuleView> lock(String code) {
        boolean there =
                jdbc.sql("SELECT true FROM promotion_rule WHERE code = :code FOR UPDATE")
                        .param("code", code)
                        .query(Boolean.class)
                        .optional()
                        .isPresent();
        return there ? find(code) : Optional.empty();
    }

    Optional<RuleView> find(String code) {
        return jdbc.sql(CURRENT + "WHERE r.code = :code")
                .param("code", code)
                .query(this::view)
                .optional();
    }

    String open(RuleKind kind, Instant now) {
        String code =
                "PR%06d"
                        .formatted(
                                jdbc.sql("SELECT nextval('promotion_rule_number')")
                                        .query(Long.class)
                                        .single());
        jdbc.sql(
                        "INSERT INTO promotion_rule (code, version, state, kind, created_at)"
                                + " VALUES (:code, 1, 'DRAFT', :kind, :now)")
                .param("code", code)
                .param("kind", kind.name())
                .param("now", Instants.parameter(now))
                .update();
        return code;
    }

    void addVersion(String code, int version, PutRule rule, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO promotion_rule_version (code, version, name, definition, reason,
                            by_id, by_name, at)
                        VALUES (:code, :version, :name, :definition::jsonb, :reason, :byId, :byName,
                            :now)
                        """)
                .param("code", code)
                .param("version", version)
                .param("name", rule.name().strip())
                .param(
                        "definition",
                        text.write(
                                new Definition(rule.conditions(), rule.benefit(), rule.stacking())))
                .param("reason", rule.reason().strip())
                .param("byId", rule.by().id())
                .param("byName", rule.by().name())
                .param("now", Instants.parameter(now))
                .update();
        jdbc.sql("UPDATE promotion_rule SET version = :version, kind = :kind WHERE code = :code")
                .param("version", version)
                .param("kind", RuleKind.of(rule.benefit()).name())
                .param("code", code)
                .update();
        changed();
    }

    void stop(String code, String reason, Actor by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE promotion_rule SET state = 'ENDED', stopped_at = :now,
                            stopped_by = :by, stop_reason = :reason
                        WHERE code = :code
                        """)
                .param("now", Instants.parameter(now))
                .param("by", by.name())
                .param("reason", reason)
                .param("code", code)
                .update();
        changed();
    }

    void move(String code, RuleState state) {
        jdbc.sql("UPDATE promotion_rule SET state = :state WHERE code = :code")
                .param("state", state.name())
                .param("code", code)
                .update();
        changed();
    }

    void exempt(String code, int version, String reason, Actor by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE promotion_rule SET exempt_version = :version, exempt_by = :by,
                            exempt_reason = :reason, exempt_at = :now
                        WHERE code = :code
                        """)
                .param("version", version)
                .param("by", by.name())
                .param("reason", reason)
                .param("now", Instants.parameter(now))
                .param("code", code)
                .update();
        changed();
    }

    /** What became of each. */
    StepTable steps() {
        return steps;
    }

    /** Wrote some version of it. */
    boolean isAuthor(String code, Actor by) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM promotion_rule_version"
                                + " WHERE code = :code AND by_id = :by)")
                .param("code", code)
                .param("by", by.id())
                .query(Boolean.class)
                .single();
    }

    /** Last in its transaction: changes of rules, and of their policy, wait here for each other. */
    void changed() {
        jdbc.sql("UPDATE promotion_revision SET revision = revision + 1").update();
    }

    long revision() {
        return jdbc.sql("SELECT revision FROM promotion_revision").query(Long.class).single();
    }

    List<RuleView> live() {
        return jdbc.sql(CURRENT + "WHERE r.state = 'LIVE' ORDER BY r.code")
                .query(this::view)
                .list();
    }

    List<Rule> versions(Collection<Version> wanted) {
        return jdbc
                .sql(
                        COLUMNS
                                + "JOIN unnest(:codes::text[], :versions::int[]) AS w (code,"
                                + " version) ON w.code = v.code AND w.version = v.version"
                                + " ORDER BY v.code, v.version")
                .param("codes", Columns.of(wanted, Version::code))
                .param("versions", Columns.of(wanted, Version::version))
                .query(this::view)
                .list()
                .stream()
                .map(RuleView::rule)
                .toList();
    }

    Page<RuleView> page(@Nullable RuleState state, @Nullable RuleKind kind, PageRequest page) {
        Map<String, Object> params = new HashMap<>();
        String where = "WHERE true ";
        if (state != null) {
            where += "AND r.state = :state ";
            params.put("state", state.name());
        }
        if (kind != null) {
            where += "AND r.kind = :kind ";
            params.put("kind", kind.name());
        }
        long total =
                jdbc.sql("SELECT count(*) FROM promotion_rule r " + where)
                        .params(params)
                        .query(Long.class)
                        .single();
        List<RuleView> items =
                jdbc.sql(
                                CURRENT
                                        + where
                                        + "ORDER BY r.created_at DESC, r.code DESC"
                                        + " LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(this::view)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    List<RuleView> history(String code) {
        return jdbc.sql(COLUMNS + "WHERE r.code = :code ORDER BY v.version DESC")
                .param("code", code)
                .query(this::view)
                .list();
    }

    Page<Exempted> exempted(PageRequest page, Instant now) {
        long total =
                jdbc.sql("SELECT count(*) FROM promotion_rule_step WHERE step = 'EXEMPTED'")
                        .query(Long.class)
                        .single();
        List<Exempted> items =
                jdbc.sql(
                                """
                                SELECT s.code, s.version, v.name, v.definition, v.by_name AS asked_by,
                                    v.reason AS asked, s.by_name, s.reason, s.at,
                                    least(r.stopped_at, n.at) AS gone
                                FROM promotion_rule_step s
                                JOIN promotion_rule r ON r.code = s.code
                                JOIN promotion_rule_version v
                                    ON v.code = s.code AND v.version = s.version
                                LEFT JOIN promotion_rule_version n
                                    ON n.code = s.code AND n.version = s.version + 1
                                WHERE s.step = 'EXEMPTED'
                                ORDER BY s.id DESC LIMIT :size OFFSET :offset
                                """)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, number) -> exempted(row, now))
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private Exempted exempted(ResultSet row, Instant now) throws SQLException {
        Instant gone = Instants.read(row, "gone");
        Instant ends = text.read(row.getString("definition")).conditions().until();
        Instant until = gone == null || ends != null && ends.isBefore(gone) ? ends : gone;
        return new Exempted(
                row.getString("code"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("asked_by"),
                row.getString("asked"),
                row.getString("by_name"),
                row.getString("reason"),
                Instants.sure(row, "at"),
                until,
                until == null || until.isAfter(now));
    }

    private RuleView view(ResultSet row, int number) throws SQLException {
        Definition definition = text.read(row.getString("definition"));
        String stoppedBy = row.getString("stopped_by");
        return new RuleView(
                new Rule(
                        row.getString("code"),
                        row.getInt("version"),
                        row.getString("name"),
                        definition.conditions(),
                        definition.benefit(),
                        definition.stacking()),
                RuleState.valueOf(row.getString("state")),
                exemption(row),
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "at"),
                Instants.read(row, "stopped_at"),
                stoppedBy == null ? "" : stoppedBy,
                row.getString("stop_reason"));
    }

    private static @Nullable Exemption exemption(ResultSet row) throws SQLException {
        Instant at = Instants.read(row, "exempt_at");
        return at == null
                ? null
                : new Exemption(
                        row.getInt("exempt_version"),
                        row.getString("exempt_reason"),
                        row.getString("exempt_by"),
                        at);
    }
}
