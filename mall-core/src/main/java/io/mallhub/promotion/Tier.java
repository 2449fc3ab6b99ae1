package io.mallhub.promotion;

import java.math.BigDecimal;

/**
 * @param from money or base units, as the rule measures; the highest tier reached holds
 * @param gives what the tier gives
 */
public record Tier<G>(BigDecimal from, G gives) {
    /**
     * @throws IllegalArgumentException when it begins below 0, or finer than a cent or a thousandth
     *     of a unit
     */
    public Tier {
        if (from.signum() < 0 || from.stripTrailingZeros().scale() > 3) {
            throw new IllegalArgumentException(
                    "A tier begins at 0 or more with at most 3 decimals, not " + from);
        }
    }

    /** A tier whose beginning is written as text. */
    public static <G> Tier<G> from(String from, G gives) {
        return new Tier<>(new BigDecimal(from), gives);
    }
}
