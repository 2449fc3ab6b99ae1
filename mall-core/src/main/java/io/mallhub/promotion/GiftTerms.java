package io.mallhub.promotion;

import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one version of the gift policy says.
 *
 * @param version from 1 on
 * @param never categories that are no gifts, no goods for points, and keep a part of their price;
 *     those of {@link #LOCKED} among them
 * @param leastPercent so much of its price a line of such goods keeps, whatever rules and coupons
 *     there are, 1 to 100. Less is a gift by another name: a cent for a box would be no sale.
 */
public record GiftTerms(int version, Set<RegulatoryCategory> never, int leastPercent) {
    /** The law keeps these out of any mall: no version of the policy lets them go. */
    public static final Set<RegulatoryCategory> LOCKED =
            Collections.unmodifiableSet(
                    EnumSet.of(RegulatoryCategory.PSYCHOTROPIC_I, RegulatoryCategory.NARCOTIC));

    /** What a fresh mall begins with; the database has the same as version 1. */
    public static final GiftTerms FIRST =
            new GiftTerms(
                    1,
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
                            RegulatoryCategory.NARCOTIC),
                    10);

    private static final int HUNDRED = 100;

    public GiftTerms {
        never = Collections.unmodifiableSet(EnumSet.copyOf(never));
        if (!isLawful(never) || !isPercent(leastPercent)) {
            throw new IllegalArgumentException("No gift policy: " + never + " " + leastPercent);
        }
    }

    public static boolean isLawful(Set<RegulatoryCategory> never) {
        return never.containsAll(LOCKED);
    }

    public static boolean isPercent(int leastPercent) {
        return leastPercent >= 1 && leastPercent <= HUNDRED;
    }

    /** The same, with more categories that are never given. */
    public GiftTerms and(Collection<RegulatoryCategory> besides) {
        Set<RegulatoryCategory> all = EnumSet.copyOf(never);
        all.addAll(besides);
        return new GiftTerms(version, all, leastPercent);
    }

    /** Another version says the same. */
    public boolean saysTheSame(GiftTerms other) {
        return never.equals(other.never) && leastPercent == other.leastPercent;
    }

    /** Goods of this category may be given for nothing; of an unknown one they may not. */
    public boolean isFree(@Nullable RegulatoryCategory category) {
        return category != null && !never.contains(category);
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
        long most = HUNDRED - leastPercent;
        return amount - amount / HUNDRED * most - amount % HUNDRED * most / HUNDRED;
    }

    /** What such goods are sold at in the least, of what they cost without any rule. */
    public UnitPrice least(UnitPrice base) {
        return new UnitPrice(
                base.amount()
                        .multiply(BigDecimal.valueOf(leastPercent))
                        .movePointLeft(2)
                        .setScale(6, RoundingMode.CEILING));
    }

    /**
     * A tier takes more than such goods may lose, of a basket that just reaches it. Known of
     * percents, and of amounts by their threshold in money; with what others come down to depends
     * on prices, there only the engine sees it.
     */
    public boolean isExceededBy(Benefit benefit) {
        BigDecimal most = BigDecimal.valueOf(HUNDRED - leastPercent);
        return switch (benefit) {
            case Benefit.PercentOff off ->
                    off.tiers().stream().anyMatch(it -> it.gives().compareTo(most) > 0);
            case Benefit.AmountOff off ->
                    off.measure() == Measure.AMOUNT
                            && off.tiers().stream()
                                    .anyMatch(
                                            it ->
                                                    isMore(
                                                            it.gives().amount(),
                                                            it.from().multiply(most)));
            case Benefit.UnitOff any -> false;
            case Benefit.GiftGoods any -> false;
            case Benefit.SameGift any -> false;
        };
    }

    private static boolean isMore(BigDecimal off, BigDecimal hundredTimes) {
        return off.multiply(BigDecimal.valueOf(HUNDRED)).compareTo(hundredTimes) > 0;
    }
}
