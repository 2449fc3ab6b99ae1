package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceExplanation.PriceVerdict;
import io.mallhub.pricing.PriceQuote.Break;
import io.mallhub.shared.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        List<Break> breaks = new ArrayList<>();
        PriceRule last = chosen;
        for (Quantity more :
                rules.stream()
                        .map(PriceRule::from)
                        .filter(from -> from.compareTo(wanted) > 0)
                        .distinct()
                        .sorted()
                        .toList()) {
            PriceRule there = choose(rules, more, day).orElse(last);
            if (!there.price().equals(last.price())) {
                breaks.add(new Break(more, there.price(), there.source()));
            }
            last = there;
        }
        return breaks;
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
