package io.mallhub.promotion;

import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Divides an amount among lines by largest remainder: the shares add up to it, to the cent. */
public final class Shares {
    private Shares() {}

    /**
     * @param amount at least 0, at most the sum of the weights
     * @param weights at least 0 each
     * @return a share per weight, none greater than it; together the amount
     */
    public static List<Money> of(Money amount, List<Money> weights) {
        long[] cents = weights.stream().mapToLong(Shares::cents).toArray();
        BitSet all = new BitSet();
        all.set(0, cents.length);
        List<Money> shares = new ArrayList<>();
        for (long share : of(cents(amount), cents, all)) {
            shares.add(new Money(BigDecimal.valueOf(share, 2)));
        }
        return shares;
    }

    private static long cents(Money amount) {
        return amount.amount().unscaledValue().longValueExact();
    }

    /**
     * @param amount in cents, at most the sum of the weights
     * @param weights in cents, of each line; only those in {@code lines} count
     * @return a share per line, none greater than its weight
     */
    static long[] of(long amount, long[] weights, BitSet lines) {
        long sum = 0;
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            sum = Math.addExact(sum, weights[line]);
        }
        if (amount > sum) {
            throw new IllegalArgumentException(amount + " cents are more than " + sum);
        }
        long[] shares = new long[weights.length];
        if (amount == 0) {
            return shares;
        }
        long[] remainders = new long[weights.length];
        long rest = amount;
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            divide(amount, weights[line], sum, line, shares, remainders);
            rest -= shares[line];
        }
        if (rest > 0) {
            giveRest(rest, lines, shares, remainders);
        }
        return shares;
    }

    /**
     * A cent to each of the greatest remainders; of equal ones to the first lines.
     *
     * @param rest fewer than there are lines with a remainder
     */
    private static void giveRest(long rest, BitSet lines, long[] shares, long[] remainders) {
        long[] sorted = lines.stream().mapToLong(line -> remainders[line]).sorted().toArray();
        long least = sorted[sorted.length - (int) rest];
        long equal = rest;
        for (int place = sorted.length - 1; sorted[place] > least; place--) {
            equal--;
        }
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            if (remainders[line] > least || remainders[line] == least && equal-- > 0) {
                shares[line]++;
            }
        }
    }

    private static void divide(
            long amount, long weight, long sum, int line, long[] shares, long[] remainders) {
        if (Math.multiplyHigh(amount, weight) == 0 && amount * weight >= 0) {
            long product = amount * weight;
            shares[line] = product / sum;
            remainders[line] = product % sum;
        } else {
            BigInteger[] parts =
                    BigInteger.valueOf(amount)
                            .multiply(BigInteger.valueOf(weight))
                            .divideAndRemainder(BigInteger.valueOf(sum));
            shares[line] = parts[0].longValueExact();
            remainders[line] = parts[1].longValueExact();
        }
    }
}
