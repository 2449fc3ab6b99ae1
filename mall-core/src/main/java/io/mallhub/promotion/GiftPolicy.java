package io.mallhub.promotion;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which goods are never given for nothing: neither as gifts nor by taking their whole price off. A
 * product whose category is not known is never given either.
 *
 * @param never categories that are no gifts
 * @param categories of the products that rules give; a product that is given because it is bought
 *     has its category on its line
 * @param exempt codes of the rules that compliance lets give them all the same
 * @param unlimited codes of the rules that may take off all that such goods cost
 */
public record GiftPolicy(
        Set<RegulatoryCategory> never,
        Map<ProductId, RegulatoryCategory> categories,
        Set<String> exempt,
        Set<String> unlimited) {
    /** Message key: these goods are never given for nothing. */
    public static final String FORBIDDEN = "promotion.never-gift";

    /** Message key: no more may be taken off these goods; the detail is {@link #LEAST_PERCENT}. */
    public static final String KEEPS_PRICE = "promotion.never-free";

    /**
     * So much of its price a line of such goods keeps, whatever rules and coupons there are. Less
     * is a gift by another name: a cent for a box would be no sale.
     */
    public static final int LEAST_PERCENT = 10;

    private static final long HUNDRED = 100;
    private static final BigDecimal MOST_OFF = BigDecimal.valueOf(HUNDRED - LEAST_PERCENT);

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
        unlimited = Set.copyOf(unlimited);
    }

    /** Whoever may give such goods may also take off all they cost. */
    public GiftPolicy(
            Set<RegulatoryCategory> never,
            Map<ProductId, RegulatoryCategory> categories,
            Set<String> exempt) {
        this(never, categories, exempt, exempt);
    }

    /**
     * What was given once: nothing is forbidden about it any more. Prices are limited as they were.
     *
     * @param unlimited codes of those that were not
     */
    public static GiftPolicy given(Collection<Rule> rules, Set<String> unlimited) {
        return new GiftPolicy(
                NEVER,
                Map.of(),
                rules.stream().map(Rule::code).collect(Collectors.toSet()),
                unlimited);
    }

    /** Goods of this category may be given for nothing. */
    public boolean isFree(@Nullable RegulatoryCategory category) {
        return category != null && !never.contains(category);
    }

    /** The rule may give goods of this category. */
    public boolean allows(String rule, @Nullable RegulatoryCategory category) {
        return isFree(category) || exempt.contains(rule);
    }

    /**
     * What the line costs at least, in cents: above 0 where it costs anything.
     *
     * @param amount what it costs before any discount, in cents
     */
    long least(@Nullable RegulatoryCategory category, long amount) {
        if (isFree(category)) {
            return 0;
        }
        long most = HUNDRED - LEAST_PERCENT;
        return amount - amount / HUNDRED * most - amount % HUNDRED * most / HUNDRED;
    }

    /**
     * A tier takes more than such goods may lose, of a basket that just reaches it. Known of
     * percents, and of amounts by their threshold in money; with what others come down to depends
     * on prices, there only the engine sees it.
     */
    public static boolean takesTooMuch(Benefit benefit) {
        return switch (benefit) {
            case Benefit.PercentOff off ->
                    off.tiers().stream().anyMatch(it -> it.gives().compareTo(MOST_OFF) > 0);
            case Benefit.AmountOff off ->
                    off.measure() == Measure.AMOUNT
                            && off.tiers().stream()
                                    .anyMatch(it -> isTooMuch(it.gives().amount(), it.from()));
            case Benefit.UnitOff any -> false;
            case Benefit.GiftGoods any -> false;
            case Benefit.SameGift any -> false;
        };
    }

    private static boolean isTooMuch(BigDecimal off, BigDecimal of) {
        return off.multiply(BigDecimal.valueOf(HUNDRED)).compareTo(of.multiply(MOST_OFF)) > 0;
    }

    /** It is for this policy that a rule gives nothing. */
    public static boolean isWhy(Judgement.Rejected rejected) {
        return rejected.key().equals(FORBIDDEN) || rejected.key().equals(KEEPS_PRICE);
    }

    /** The policy of {@link #NEVER} for gifts of these categories. */
    public static GiftPolicy standard(Map<ProductId, RegulatoryCategory> categories) {
        return new GiftPolicy(NEVER, categories, Set.of());
    }
}
