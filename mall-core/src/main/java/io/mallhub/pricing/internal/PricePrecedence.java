package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceExplanation.PriceVerdict;
import io.mallhub.pricing.PriceQuote.Break;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sources in their order, whatever the prices are. Within one source the longer region, then
 * what began last, then what was set or published last; there the highest quantity break reached.
 * Pure.
 */
final class PricePrecedence {
    static final Comparator<PriceRule> BEST_FIRST =
            Comparator.comparing(PriceRule::source)
                    .thenComparing(PriceRule::closeness, Comparator.reverseOrder())
                    .thenComparing(
                            PriceRule::validFrom,
                            Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
                    .thenComparing(PriceRule::set, Comparator.reverseOrder())
                    .thenComparing(PriceRule::list, Comparator.reverseOrder())
                    .thenComparing(PriceRule::owner)
                    .thenComparing(PriceRule::from, Comparator.reverseOrder());

    private PricePrecedence() {}

    static Optional<PriceRule> choose(Collection<PriceRule> rules, Quantity wanted, LocalDate day) {
        return rules.stream().filter(rule -> rule.holds(wanted, day)).min(BEST_FIRST);
    }

    /** Where more pieces have another price, as it would be chosen for so many. */
    static List<Break> breaks(
            Collection<PriceRule> rules, PriceRule chosen, Quantity wanted, LocalDate day) {
        return steps(rules, from -> from.compareTo(wanted) > 0, chosen, day);
    }

    /** The price of every quantity, from the least that has one. */
    static List<Break> ladder(Collection<PriceRule> rules, LocalDate day) {
        return steps(rules, from -> true, null, day);
    }

    /**
     * @param last whose price holds before the first step; null for none
     */
    private static List<Break> steps(
            Collection<PriceRule> rules,
            Predicate<Quantity> wanted,
            @Nullable PriceRule last,
            LocalDate day) {
        List<Break> steps = new ArrayList<>();
        UnitPrice before = last == null ? null : last.price();
        for (Quantity from :
                rules.stream().map(PriceRule::from).filter(wanted).distinct().sorted().toList()) {
            Optional<PriceRule> there = choose(rules, from, day);
            if (there.isPresent() && !there.get().price().equals(before)) {
                before = there.get().price();
                steps.add(new Break(from, before, there.get().source()));
            }
        }
        return steps;
    }

    /**
     * What became of a rule.
     *
     * @param his whether it is for the one who asks
     * @param chosen null when nothing was
     */
    static PriceVerdict verdict(
            PriceRule rule,
            boolean his,
            Quantity wanted,
            LocalDate day,
            @Nullable PriceRule chosen) {
        if (!his) {
            return PriceVerdict.OTHERS;
        }
        if (rule.equals(chosen)) {
            return PriceVerdict.WINS;
        }
        if (rule.isEarly(day)) {
            return PriceVerdict.NOT_YET;
        }
        if (rule.isOver(day)) {
            return PriceVerdict.OVER;
        }
        return rule.holds(wanted, day) ? PriceVerdict.OUTRANKED : PriceVerdict.TOO_FEW;
    }
}
