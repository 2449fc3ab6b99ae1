package io.mallhub.catalog.internal;

import io.mallhub.catalog.MerchandiseCategory;
import io.mallhub.catalog.Visibility.PutRule;
import io.mallhub.catalog.Visibility.RuleQuery;
import io.mallhub.catalog.VisibilityRule;
import io.mallhub.catalog.VisibilityRule.Aspect;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.KeptRules;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RuleRevisions;
import io.mallhub.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class VisibilityTable {
    /** For a viewer today; ended rules count no more. */
    static final String IN_FORCE =
            """
            ended_at IS NULL AND aspect = :aspect AND audience = ANY (:audiences::text[])
                AND (valid_from IS NULL OR valid_from <= :today)
                AND (valid_until IS NULL OR valid_until >= :today)
            """;

    private final JdbcClient jdbc;
    private final KeptRules<Map<Aspect, Set<String>>> audiences;

    VisibilityTable(JdbcClient jdbc, RuleRevisions revisions) {
        this.jdbc = jdbc;
        this.audiences = new KeptRules<>(revisions, RuleRevisions.Kind.VISIBILITY, this::audiences);
    }

    private Map<Aspect, Set<String>> audiences() {
        Map<Aspect, Set<String>> audiencesOf = new EnumMap<>(Aspect.class);
        jdbc.sql("SELECT DISTINCT aspect, audience FROM visibility_rule WHERE ended_at IS NULL")
                .query(
                        row -> {
                            audiencesOf
                                    .computeIfAbsent(
                                            Aspect.valueOf(row.getString("aspect")),
                                            _ -> new HashSet<>())
                                    .add(row.getString("audience"));
                        });
        return audiencesOf;
    }

    /** Kinds of goods about which the viewer has a rule today: mostly none. */
    Set<GoodsKind> kinds(Aspect aspect, Viewer viewer, LocalDate today) {
        Set<GoodsKind> kinds = EnumSet.noneOf(GoodsKind.class);
        jdbc.sql(
                        "SELECT DISTINCT split_part(goods, ':', 1) AS kind FROM visibility_rule WHERE "
                                + IN_FORCE)
                .param("aspect", aspect.name())
                .param("audiences", audiences(viewer))
                .param("today", today)
                .query(
                        row -> {
                            kinds.add(GoodsKind.valueOf(row.getString("kind")));
                        });
        return kinds;
    }

    static String[] audiences(Viewer viewer) {
        return Columns.of(Audience.keys(viewer), key -> key);
    }

    /** The strongest rule of each product, where it hides: then it is odd, see RuleStrength. */
    Map<ProductId, VisibilityRule> hiding(
            Aspect aspect, Viewer viewer, Collection<ProductId> products, LocalDate today) {
        Map<ProductId, VisibilityRule> hiding = new HashMap<>();
        if (audiences.surely(
                with ->
                        Collections.disjoint(
                                with.getOrDefault(aspect, Set.of()), Audience.keys(viewer)))) {
            return hiding;
        }
        jdbc.sql(
                        """
                        SELECT product.id AS product_id, strongest.* FROM product
                        CROSS JOIN LATERAL (
                            SELECT * FROM visibility_rule
                            WHERE goods = ANY (%s) AND %s
                            ORDER BY strength DESC, id DESC LIMIT 1) AS strongest
                        WHERE product.id = ANY (:ids::uuid[]) AND strongest.strength %% 2 = 1
                        """
                                .formatted(
                                        RuleStrength.ofProduct(EnumSet.allOf(GoodsKind.class)),
                                        IN_FORCE))
                .param("aspect", aspect.name())
                .param("audiences", audiences(viewer))
                .param("today", today)
                .param("ids", Columns.of(products, ProductId::value))
                .query(
                        row -> {
                            hiding.put(
                                    new ProductId(row.getObject("product_id", UUID.class)),
                                    rule(row, 0));
                        });
        return hiding;
    }

    /**
     * Empty when the same rule is there already.
     *
     * @param level of the merchandise category that it is about; any for others
     */
    Optional<VisibilityRule> add(PutRule rule, int level, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO visibility_rule (effect, goods, goods_label, audience,
                            audience_label, strength, valid_from, valid_until, reason, by_id, by_name,
                            at)
                        VALUES (:effect, :goods, :goodsLabel, :audience, :audienceLabel, :strength,
                            :from, :until, :reason, :byId, :byName, :now)
                        ON CONFLICT DO NOTHING RETURNING *
                        """)
                .param("effect", rule.effect().name())
                .param("goods", RuleStrength.key(rule.goods()))
                .param("goodsLabel", rule.goods().label())
                .param("audience", rule.audience().key())
                .param("audienceLabel", rule.audience().label())
                .param(
                        "strength",
                        RuleStrength.of(rule.effect(), rule.goods(), rule.audience(), level))
                .param("from", rule.validFrom())
                .param("until", rule.validUntil())
                .param("reason", rule.reason())
                .param("byId", rule.by().id())
                .param("byName", rule.by().name())
                .param("now", Instants.parameter(now))
                .query(VisibilityTable::rule)
                .optional();
    }

    Optional<VisibilityRule> end(long id, String reason, Actor by, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE visibility_rule SET ended_at = :now, ended_by = :by,
                            end_reason = :reason
                        WHERE id = :id AND ended_at IS NULL RETURNING *
                        """)
                .param("now", Instants.parameter(now))
                .param("by", by.name())
                .param("reason", reason)
                .param("id", id)
                .query(VisibilityTable::rule)
                .optional();
    }

    /** The category has come to another level: what is said of it is closer, or less close. */
    void weighAnew(MerchandiseCategory moved, int before) {
        jdbc.sql(
                        """
                        UPDATE visibility_rule SET strength = strength + :more WHERE goods = :goods
                        """)
                .param("more", RuleStrength.deeper(moved.level() - before))
                .param("goods", key(moved.code()))
                .update();
    }

    /** A rule that has not ended is about this merchandise category. */
    boolean isNamed(String code) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM visibility_rule
                            WHERE goods = ? AND ended_at IS NULL)
                        """)
                .param(key(code))
                .query(Boolean.class)
                .single();
    }

    private static String key(String code) {
        return RuleStrength.key(new Goods(GoodsKind.MERCHANDISE, code, ""));
    }

    Page<VisibilityRule> page(RuleQuery query, PageRequest page) {
        List<String> terms = new ArrayList<>();
        Map<String, Object> params = new HashMap<>();
        terms.add(query.ended() ? "ended_at IS NOT NULL" : "ended_at IS NULL");
        if (query.effect() != null) {
            terms.add("effect = :effect");
            params.put("effect", query.effect().name());
        }
        if (query.audience() != null) {
            terms.add("audience LIKE :audience");
            params.put("audience", query.audience() + ":%");
        }
        if (query.text() != null) {
            terms.add("lower(goods_label || ' ' || audience_label || ' ' || reason) LIKE :text");
            params.put("text", LikeText.anywhere(query.text()));
        }
        String from = " FROM visibility_rule WHERE " + String.join(" AND ", terms);
        long total = jdbc.sql("SELECT count(*)" + from).params(params).query(Long.class).single();
        List<VisibilityRule> items =
                jdbc.sql("SELECT *" + from + " ORDER BY id DESC LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(VisibilityTable::rule)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static VisibilityRule rule(ResultSet row, int number) throws SQLException {
        String[] goods = row.getString("goods").split(":", 2);
        return new VisibilityRule(
                row.getLong("id"),
                Effect.valueOf(row.getString("effect")),
                new Goods(GoodsKind.valueOf(goods[0]), goods[1], row.getString("goods_label")),
                Audience.of(row.getString("audience"), row.getString("audience_label")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "at"),
                Instants.read(row, "ended_at"),
                row.getString("ended_by"),
                row.getString("end_reason"));
    }

    boolean isMaker(String name) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM product WHERE maker = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }
}
