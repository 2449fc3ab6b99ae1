package io.mallhub.pricing.internal;

import io.mallhub.shared.Quantity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Agreement before level before region before flash sale before base, whatever the prices are.
 * Within one source the highest quantity break reached, then the younger validity, then the price
 * set last. Pure.
 */
final class PricePrecedence {
    private static final Comparator<PriceRule> BEST_FIRST =
            Comparator.comparing(PriceRule::source)
                    .thenComparing(PriceRule::from, Comparator.reverseOrder())
                    .thenComparing(
                            PriceRule::validFrom,
                            Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
                    .thenComparing(PriceRule::set, Comparator.reverseOrder());

    private PricePrecedence() {}

    static Optional<PriceRule> choose(Collection<PriceRule> rules, Quantity wanted, LocalDate day) {
        return rules.stream().filter(rule -> rule.holds(wanted, day)).min(BEST_FIRST);
    }
}
