package io.mallhub.catalog.internal;

import io.mallhub.catalog.Products.Sight;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a viewer is shown of products or prices, as a term of a query over products. */
@Component
class Sights {
    private static final Term EVERYTHING = new Term("true", Map.of());
    private static final Term NOTHING = new Term("false", Map.of());

    private final VisibilityTable rules;
    private final Clock clock;

    Sights(VisibilityTable rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** A viewer without rules costs one look, and the products none. */
    Term term(@Nullable Sight sight) {
        if (sight == null) {
            return EVERYTHING;
        }
        LocalDate today = MallTime.today(clock);
        Set<GoodsKind> kinds = rules.kinds(sight.aspect(), sight.viewer(), today);
        if (kinds.isEmpty()) {
            return sight.hidden() ? NOTHING : EVERYTHING;
        }
        // Rules that hide are odd: see RuleStrength.
        String strongest =
                """
                coalesce((SELECT max(strength) FROM visibility_rule WHERE goods = ANY (%s) AND %s), 0) %% 2 = %s
                """
                        .formatted(
                                RuleStrength.ofProduct(kinds),
                                VisibilityTable.IN_FORCE,
                                sight.hidden() ? "1" : "0");
        return new Term(
                strongest,
                Map.of(
                        "aspect",
                        sight.aspect().name(),
                        "audiences",
                        VisibilityTable.audiences(sight.viewer()),
                        "today",
                        today));
    }

    record Term(String sql, Map<String, Object> params) {}
}
