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
    private static final String ANY_VERSION = versions("");
    private static final String CURRENT = versions("AND v.version = r.version");
    private static final String WAITING = versions("AND v.version = r.draft");
    private static final String DRAFTED = "r.draft IS NOT NULL ";
    private static final String NEWEST_RULE =
            "ORDER BY r.created_at DESC, r.code DESC LIMIT :size OFFSET :offset";

    private final PromotionText text;
    private final JdbcClient jdbc;
    private final StepTable steps;

    PromotionTable(PromotionText text, JdbcClient jdbc) {
        this.text = text;
        this.jdbc = jdbc;
        steps = new StepTable(jdbc, "promotion_rule_step", "code");
    }

    private static String versions(String which) {
        return """
                SELECT v.code, v.version, v.name, v.definition, v.reason, v.by_name, v.at, v.since,
                    r.stopped_at, r.stopped_by, r.stop_reason, r.state, r.draft,
                    e.by_name AS exempt_by, e.reason AS exempt_reason, e.at AS exempt_at
                FROM promotion_rule r
                JOIN promotion_rule_version v ON v.code = r.code %s
                LEFT JOIN promotion_rule_step e
                    ON e.code = v.code AND e.version = v.version AND e.step = 'EXEMPTED'
                """
                .formatted(which);
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

    Optional<RuleView> draft(String code) {
        return jdbc.sql(WAITING + "WHERE r.code = :code")
                .param("code", code)
                .query(this::view)
                .optional();
    }

    Optional<RuleView> version(Version wanted) {
        return jdbc.sql(ANY_VERSION + "WHERE v.code = :code AND v.version = :version")
                .param("code", wanted.code())
                .param("version", wanted.version())
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

    /** Of a rule that nobody asks yet: it says this from now on. */
    int put(String code, PutRule rule, Instant now) {
        int version = add(code, rule, now);
        say(code, version, RuleKind.of(rule.benefit()));
        return version;
    }

    /** Of a rule that was published: it waits, in the place of what waited before. */
    int putDraft(String code, PutRule rule, Instant now) {
        int version = add(code, rule, now);
        setDraft(code, version);
        return version;
    }

    void forgetDraft(String code) {
        setDraft(code, null);
    }

    /** The draft takes the place of the version in force. */
    void takeDraft(RuleView draft, Instant now) {
        String code = draft.rule().code();
        setDraft(code, null);
        say(code, draft.rule().version(), draft.kind());
        begin(draft.rule(), now);
    }

    /** The version comes into force; it may have done so before, and keeps its first time. */
    void begin(Rule rule, Instant now) {
        jdbc.sql(
                        "UPDATE promotion_rule_version SET since = :now"
                                + " WHERE code = :code AND version = :version AND since IS NULL")
                .param("now", Instants.parameter(now))
                .param("code", rule.code())
                .param("version", rule.version())
                .update();
    }

    /**
     * Numbers go on, whatever became of the versions before; whoever adds holds the lock.
     *
     * @return its number
     */
    private int add(String code, PutRule rule, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO promotion_rule_version (code, version, name, definition, reason,
                            by_id, by_name, at)
                        VALUES (:code,
                            (SELECT coalesce(max(version), 0) + 1 FROM promotion_rule_version
                             WHERE code = :code),
                            :name, :definition::jsonb, :reason, :byId, :byName, :now)
                        RETURNING version
                        """)
                .param("code", code)
                .param("name", rule.name().strip())
                .param(
                        "definition",
                        text.write(
                                new Definition(rule.conditions(), rule.benefit(), rule.stacking())))
                .param("reason", rule.reason().strip())
                .param("byId", rule.by().id())
                .param("byName", rule.by().name())
                .param("now", Instants.parameter(now))
                .query(Integer.class)
                .single();
    }

    private void setDraft(String code, @Nullable Integer version) {
        jdbc.sql("UPDATE promotion_rule SET draft = :draft WHERE code = :code")
                .param("draft", version)
                .param("code", code)
                .update();
    }

    private void say(String code, int version, RuleKind kind) {
        jdbc.sql("UPDATE promotion_rule SET version = :version, kind = :kind WHERE code = :code")
                .param("version", version)
                .param("kind", kind.name())
                .param("code", code)
                .update();
    }

    void stop(String code, String reason, Actor by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE promotion_rule SET state = 'ENDED', draft = NULL, stopped_at = :now,
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
                        ANY_VERSION
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

    Page<RuleView> page(
            @Nullable RuleState state, @Nullable RuleKind kind, boolean drafted, PageRequest page) {
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
        if (drafted) {
            where += "AND " + DRAFTED;
        }
        return page(CURRENT, where, params, page);
    }

    Page<RuleView> drafts(PageRequest page) {
        return page(
                versions("AND v.version = coalesce(r.draft, r.version)"),
                "WHERE (r.state = 'DRAFT' OR " + DRAFTED + ") ",
                Map.of(),
                page);
    }

    private Page<RuleView> page(
            String views, String where, Map<String, Object> params, PageRequest page) {
        long total =
                jdbc.sql("SELECT count(*) FROM promotion_rule r " + where)
                        .params(params)
                        .query(Long.class)
                        .single();
        List<RuleView> items =
                jdbc.sql(views + where + NEWEST_RULE)
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(this::view)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    /** Code and name of a rule that names the merchandise category, or will once published. */
    Optional<String> about(String merchandise) {
        return jdbc.sql(
                        """
                        SELECT r.code || ' ' || v.name
                        FROM promotion_rule r
                        JOIN promotion_rule_version v
                            ON v.code = r.code AND v.version IN (r.version, r.draft)
                        WHERE r.state <> 'ENDED'
                            AND v.definition -> 'benefit' -> 'goods' ->> 'kind' = 'merchandise'
                            AND jsonb_exists(
                                v.definition -> 'benefit' -> 'goods' -> 'codes', :merchandise)
                        ORDER BY r.code LIMIT 1
                        """)
                .param("merchandise", merchandise)
                .query(String.class)
                .optional();
    }

    List<RuleView> history(String code) {
        return jdbc.sql(ANY_VERSION + "WHERE r.code = :code ORDER BY v.version DESC")
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
                                    least(r.stopped_at, CASE WHEN v.since IS NULL
                                        THEN least(n.at, d.at) ELSE l.since END) AS gone
                                FROM promotion_rule_step s
                                JOIN promotion_rule r ON r.code = s.code
                                JOIN promotion_rule_version v
                                    ON v.code = s.code AND v.version = s.version
                                LEFT JOIN promotion_rule_version n
                                    ON n.code = s.code AND n.version = s.version + 1
                                LEFT JOIN LATERAL (SELECT min(since) AS since
                                    FROM promotion_rule_version
                                    WHERE code = s.code AND version > s.version) l ON true
                                LEFT JOIN LATERAL (SELECT min(at) AS at
                                    FROM promotion_rule_step
                                    WHERE code = s.code AND version = s.version
                                        AND step = 'DISCARDED') d ON true
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
                row.getInt("draft"),
                Instants.read(row, "since"),
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
                : new Exemption(row.getString("exempt_reason"), row.getString("exempt_by"), at);
    }
}
