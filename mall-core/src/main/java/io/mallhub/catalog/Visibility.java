package io.mallhub.catalog;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Viewer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which goods whom the mall shows, and whom their prices, as data. Of the rules in force that fit,
 * the one for the closest audience counts (customer, level, type, longest region prefix, everyone),
 * among those the one about the closest goods (product, maker, merchandise category from the
 * deepest up, category of the law, all), and hiding before showing. Products and prices are decided
 * apart.
 */
public interface Visibility {
    /** Of these products those that the viewer is not shown, with the rule why. One query. */
    Map<ProductId, VisibilityRule> hidden(Viewer viewer, Collection<ProductId> products);

    default boolean isHidden(Viewer viewer, ProductId product) {
        return !hidden(viewer, List.of(product)).isEmpty();
    }

    /**
     * Of these products those whose price the viewer is not told, with the rule why. One query.
     * Where it matters whether his company is approved, ask {@code openness.PriceSight}.
     */
    Map<ProductId, VisibilityRule> withoutPrice(Viewer viewer, Collection<ProductId> products);

    /** Audited; counts from its first day on, without one at once. */
    PutOutcome put(PutRule command);

    /**
     * Shows the goods to this audience alone: the rule, and where there is none yet one that hides
     * them from everyone, of the same days. Both or none.
     *
     * @param show its effect shows
     */
    PutOutcome putAlone(PutRule show);

    /** Audited. Message key of why not: visibility.ended-already and reasons as in {@link #put}. */
    Optional<String> end(long id, String reason, Actor by);

    /** Newest first. */
    Page<VisibilityRule> page(RuleQuery query, PageRequest page);

    /**
     * @param validFrom Asia/Shanghai day, included; null = open, as the end
     */
    record PutRule(
            Effect effect,
            Goods goods,
            Audience audience,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            String reason,
            Actor by) {}

    sealed interface PutOutcome {
        record Put(VisibilityRule rule) implements PutOutcome {}

        /**
         * @param why message key: visibility.not-staff, visibility.goods, visibility.audience,
         *     visibility.level (no customer has it), visibility.dates, visibility.over,
         *     visibility.exists, visibility.reason-missing, visibility.reason-too-long
         */
        record Refused(String why) implements PutOutcome {}
    }

    /**
     * @param ended whether to list ended rules rather than the others
     * @param text part of the goods, the audience or the reason
     */
    record RuleQuery(
            boolean ended,
            @Nullable Effect effect,
            @Nullable AudienceKind audience,
            @Nullable String text) {}
}
