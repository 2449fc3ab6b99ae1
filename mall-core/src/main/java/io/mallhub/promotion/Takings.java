package io.mallhub.promotion;

import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have taken of one basket so far. Counts cents and thousandths of units, so that
 * the turns of many rules cost little.
 */
final class Takings {
    private final Basket basket;
    private final ZonedDateTime time;
    private final long[] amounts;
    private final long[] left;
    private final long[] least;
    private final long[] quantities;
    private final BitSet taken = new BitSet();
    private final BitSet closed = new BitSet();
    private final Map<String, BitSet> takenOfGroup = new HashMap<>();
    private final @Nullable String[] takers;
    private final List<Gift> gifts = new ArrayList<>();

    Takings(Basket basket, GiftPolicy policy) {
        this.basket = basket;
        time = basket.at().atZone(MallTime.ZONE);
        int lines = basket.lines().size();
        amounts = new long[lines];
        least = new long[lines];
        quantities = new long[lines];
        takers = new String[lines];
        for (int line = 0; line < lines; line++) {
            Basket.Line it = basket.lines().get(line);
            amounts[line] = cents(it.amount());
            least[line] = policy.terms().least(it.regulatory(), amounts[line]);
            quantities[line] = thousandths(it.quantity().amount());
        }
        left = amounts.clone();
    }

    Basket basket() {
        return basket;
    }

    /** The basket's instant in the mall's zone. */
    ZonedDateTime time() {
        return time;
    }

    long left(int line) {
        return left[line];
    }

    /** What the gift policy lets a rule take off the line. */
    long room(int line) {
        return Math.max(0, left[line] - least[line]);
    }

    long quantity(int line) {
        return quantities[line];
    }

    /** Those of the lines that a rule of this stacking may still take; may be the same object. */
    BitSet free(BitSet lines, Stacking stacking) {
        return switch (stacking.mode()) {
            case EXCLUSIVE -> without(lines, taken);
            case COMBINABLE -> without(lines, closed);
            case ONE_OF_GROUP -> {
                BitSet others = takenOfGroup.get(stacking.group());
                BitSet open = without(lines, closed);
                yield others == null ? open : without(open, others);
            }
        };
    }

    private static BitSet without(BitSet lines, BitSet others) {
        if (!lines.intersects(others)) {
            return lines;
        }
        BitSet rest = (BitSet) lines.clone();
        rest.andNot(others);
        return rest;
    }

    /** Name of the rule that took the first of the lines; empty when none is taken. */
    String taker(BitSet lines) {
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            String taker = takers[line];
            if (taker != null) {
                return taker;
            }
        }
        return "";
    }

    /** The rule takes the lines, and their shares off them. */
    void take(Rule rule, BitSet lines, long[] shares, List<Gift> given) {
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            left[line] -= shares[line];
            takers[line] = rule.name();
        }
        taken.or(lines);
        switch (rule.stacking().mode()) {
            case EXCLUSIVE -> closed.or(lines);
            case ONE_OF_GROUP ->
                    takenOfGroup
                            .computeIfAbsent(rule.stacking().group(), any -> new BitSet())
                            .or(lines);
            case COMBINABLE -> {
                // leaves its lines to the others
            }
        }
        gifts.addAll(given);
    }

    Deal deal(List<Judgement> judgements) {
        long[] discounts = new long[amounts.length];
        Arrays.setAll(discounts, line -> amounts[line] - left[line]);
        return new Deal(money(discounts), gifts, judgements);
    }

    static List<Money> money(long[] cents) {
        Money[] each = new Money[cents.length];
        Arrays.setAll(each, line -> money(cents[line]));
        return List.of(each);
    }

    static Money money(long cents) {
        return cents == 0 ? Money.ZERO : new Money(BigDecimal.valueOf(cents, 2));
    }

    static long cents(Money money) {
        return money.amount().unscaledValue().longValueExact();
    }

    static long thousandths(BigDecimal quantity) {
        return quantity.movePointRight(3).longValueExact();
    }
}
