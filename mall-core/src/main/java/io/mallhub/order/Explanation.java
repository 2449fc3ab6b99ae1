package io.mallhub.order;

import io.mallhub.promotion.Judgement;
import io.mallhub.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one promotion rule, and why.
 *
 * @param amount it took off; 0 for gifts
 * @param withheld what the gift policy kept it from taking off
 * @param keeps percent of their price that goods keep which are never gifts
 * @param next what is missing to more of it; null where there is no more, and where it is rejected
 * @param why message key of a rejection, {@code promotion.…}; empty when it was applied
 * @param detail fills the place of the message
 */
public record Explanation(
        String rule,
        int version,
        String name,
        Money amount,
        Money withheld,
        int keeps,
        Judgement.@Nullable Next next,
        String why,
        String detail) {
    private static final String OTHER_GOODS = "promotion.no-such-goods";

    public static Explanation of(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Applied it ->
                    new Explanation(
                            it.rule(),
                            it.version(),
                            it.name(),
                            it.amount(),
                            it.withheld(),
                            it.keeps(),
                            it.next(),
                            "",
                            "");
            case Judgement.Rejected it ->
                    new Explanation(
                            it.rule(),
                            it.version(),
                            it.name(),
                            Money.ZERO,
                            Money.ZERO,
                            0,
                            null,
                            it.key(),
                            it.detail());
        };
    }

    /** Of all rules that are about goods of the basket, in the order of their turns. */
    public static List<Explanation> of(List<Judgement> judgements) {
        return judgements.stream()
                .map(Explanation::of)
                .filter(it -> !it.why().equals(OTHER_GOODS))
                .toList();
    }

    public boolean isApplied() {
        return why.isEmpty();
    }

    /** It would have taken off more than the gift policy lets it. */
    public boolean isLimited() {
        return !withheld.isZero();
    }

    /** It would give something, were there more of its goods. */
    public boolean isWithinReach() {
        return next != null || why.startsWith("promotion.below-");
    }
}
