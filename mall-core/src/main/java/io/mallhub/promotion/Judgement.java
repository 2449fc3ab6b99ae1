package io.mallhub.promotion;

import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one rule, and why. */
public sealed interface Judgement {
    /** Code of the rule. */
    String rule();

    int version();

    String name();

    /**
     * @param amount what it took off; 0 for gifts
     * @param shares of each line in the amount, in the order of the basket's lines
     * @param next what is missing to more of it; null where there is no more
     * @param withheld what it would have taken off goods that are never gifts, beyond what the
     *     policy lets it
     * @param keeps percent of their price that such goods keep by the policy
     */
    record Applied(
            String rule,
            int version,
            String name,
            Money amount,
            List<Money> shares,
            List<Gift> gifts,
            @Nullable Next next,
            Money withheld,
            int keeps)
            implements Judgement {
        public Applied {
            shares = List.copyOf(shares);
            gifts = List.copyOf(gifts);
        }
    }

    /**
     * The next tier, or the next time of a rule that repeats.
     *
     * @param missing money or base units, as the rule measures
     */
    record Next(Measure measure, BigDecimal missing) {}

    /**
     * @param key message key, {@code promotion.…}
     * @param detail fills the place of the message; empty where it has none
     */
    record Rejected(String rule, int version, String name, String key, String detail)
            implements Judgement {}
}
