package io.mallhub.promotion;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which goods the rules of a book never give for nothing: neither as gifts nor by taking their
 * whole price off. A product whose category is not known is never given either.
 *
 * @param terms what is forbidden
 * @param categories of the products that rules give; a product that is given because it is bought
 *     has its category on its line
 * @param exempt codes of the rules that compliance lets give them all the same
 * @param unlimited codes of the rules that may take off all that such goods cost
 */
public record GiftPolicy(
        GiftTerms terms,
        Map<ProductId, RegulatoryCategory> categories,
        Set<String> exempt,
        Set<String> unlimited) {
    /** Message key: these goods are never given for nothing. */
    public static final String FORBIDDEN = "promotion.never-gift";

    /**
     * Message key: no more may be taken off these goods; the detail is {@link
     * GiftTerms#leastPercent}.
     */
    public static final String KEEPS_PRICE = "promotion.never-free";

    public GiftPolicy {
        categories = Map.copyOf(categories);
        exempt = Set.copyOf(exempt);
        unlimited = Set.copyOf(unlimited);
    }

    /** Whoever may give such goods may also take off all they cost. */
    public GiftPolicy(
            GiftTerms terms, Map<ProductId, RegulatoryCategory> categories, Set<String> exempt) {
        this(terms, categories, exempt, exempt);
    }

    /** Nobody is allowed anything. */
    public GiftPolicy(GiftTerms terms, Map<ProductId, RegulatoryCategory> categories) {
        this(terms, categories, Set.of());
    }

    /**
     * What was given once: nothing is forbidden about it any more. Prices are limited as they were.
     *
     * @param terms of then
     * @param unlimited codes of those that were not
     */
    public static GiftPolicy given(GiftTerms terms, Collection<Rule> rules, Set<String> unlimited) {
        return new GiftPolicy(
                terms,
                Map.of(),
                rules.stream().map(Rule::code).collect(Collectors.toSet()),
                unlimited);
    }

    /** The rule may give goods of this category. */
    public boolean allows(String rule, @Nullable RegulatoryCategory category) {
        return terms.isFree(category) || exempt.contains(rule);
    }

    /** It is for this policy that a rule gives nothing. */
    public static boolean isWhy(Judgement.Rejected rejected) {
        return rejected.key().equals(FORBIDDEN) || rejected.key().equals(KEEPS_PRICE);
    }
}
