package io.mallhub.promotion;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which goods are never given for nothing. A product whose category is not known is never given
 * either.
 *
 * @param exempt codes of the rules that compliance lets give them all the same
 * @param never categories that are no gifts
 * @param categories of the products that rules give; a product that is given because it is bought
 *     has its category on its line
 */
public record GiftPolicy(
        Set<RegulatoryCategory> never,
        Map<ProductId, RegulatoryCategory> categories,
        Set<String> exempt) {
    /** Message key: these goods are never given for nothing. */
    public static final String FORBIDDEN = "promotion.never-gift";

    /**
     * Prescription drugs, what is sold like them, OTC class A, and everything with controlled
     * ingredients.
     */
    public static final Set<RegulatoryCategory> NEVER =
            Set.copyOf(
                    EnumSet.of(
                            RegulatoryCategory.PRESCRIPTION,
                            RegulatoryCategory.OTC_A,
                            RegulatoryCategory.BIOLOGICAL,
                            RegulatoryCategory.VACCINE,
                            RegulatoryCategory.ANABOLIC_PEPTIDE,
                            RegulatoryCategory.INSULIN,
                            RegulatoryCategory.CONTROLLED_COMPOUND,
                            RegulatoryCategory.PSYCHOTROPIC_II,
                            RegulatoryCategory.PSYCHOTROPIC_I,
                            RegulatoryCategory.NARCOTIC));

    public GiftPolicy {
        never = Set.copyOf(never);
        categories = Map.copyOf(categories);
        exempt = Set.copyOf(exempt);
    }

    /** What was given once: nothing is forbidden about it any more. */
    public static GiftPolicy given(Collection<Rule> rules) {
        return new GiftPolicy(
                NEVER, Map.of(), rules.stream().map(Rule::code).collect(Collectors.toSet()));
    }

    /** The rule may give goods of this category. */
    public boolean allows(String rule, @Nullable RegulatoryCategory category) {
        return category != null && !never.contains(category) || exempt.contains(rule);
    }

    /** The policy of {@link #NEVER} for gifts of these categories. */
    public static GiftPolicy standard(Map<ProductId, RegulatoryCategory> categories) {
        return new GiftPolicy(NEVER, categories, Set.of());
    }
}
