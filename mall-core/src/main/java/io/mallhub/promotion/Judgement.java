package io.mallhub.promotion;

import io.mallhub.shared.Money;
import java.util.List;

/** What became of one rule, and why. */
public sealed interface Judgement {
    /** Code of the rule. */
    String rule();

    int version();

    String name();

    /**
     * @param amount what it took off; 0 for gifts
     * @param shares of each line in the amount, in the order of the basket's lines
     */
    record Applied(
            String rule,
            int version,
            String name,
            Money amount,
            List<Money> shares,
            List<Gift> gifts)
            implements Judgement {
        public Applied {
            shares = List.copyOf(shares);
            gifts = List.copyOf(gifts);
        }
    }

    /**
     * @param key message key, {@code promotion.…}
     * @param detail fills the place of the message; empty where it has none
     */
    record Rejected(String rule, int version, String name, String key, String detail)
            implements Judgement {}
}
