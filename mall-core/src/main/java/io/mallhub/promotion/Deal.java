package io.mallhub.promotion;

import io.mallhub.shared.Money;
import java.util.List;

/**
 * What the rules make of a basket.
 *
 * @param discounts of each line, in the order of the basket's lines: at least 0, at most the line's
 *     amount
 * @param judgements one for every rule, in the order in which rules take their turn
 */
public record Deal(List<Money> discounts, List<Gift> gifts, List<Judgement> judgements) {
    public Deal {
        discounts = List.copyOf(discounts);
        gifts = List.copyOf(gifts);
        judgements = List.copyOf(judgements);
    }

    /** The discounts of all lines; also the sum of what the applied rules gave. */
    public Money total() {
        return discounts.stream().reduce(Money.ZERO, Money::plus);
    }

    /** Those that gave something. */
    public List<Judgement.Applied> applied() {
        return judgements.stream()
                .filter(Judgement.Applied.class::isInstance)
                .map(Judgement.Applied.class::cast)
                .toList();
    }
}
