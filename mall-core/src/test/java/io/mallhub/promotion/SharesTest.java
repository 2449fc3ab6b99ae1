package io.mallhub.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SharesTest {
    @Property
    void centsThatAreLeftGoOneByOneToTheGreatestRemainderAndOfEqualOnesToTheFirstLine(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 500) Long> weights,
            @ForAll @Size(40) List<Boolean> chosen,
            @ForAll @LongRange(min = 0, max = 100) long percent) {
        long[] cents = weights.stream().mapToLong(it -> it).toArray();
        BitSet lines = new BitSet();
        IntStream.range(0, cents.length).filter(chosen::get).forEach(lines::set);
        long amount = lines.stream().mapToLong(line -> cents[line]).sum() * percent / 100;

        long[] shares = Shares.of(amount, cents, lines);

        assertThat(shares).isEqualTo(centByCent(amount, cents, lines));
        assertThat(Arrays.stream(shares).sum()).isEqualTo(amount);
    }

    private static long[] centByCent(long amount, long[] weights, BitSet lines) {
        long sum = lines.stream().mapToLong(line -> weights[line]).sum();
        long[] shares = new long[weights.length];
        long[] remainders = new long[weights.length];
        if (amount > 0) {
            lines.stream()
                    .forEach(
                            line -> {
                                shares[line] = amount * weights[line] / sum;
                                remainders[line] = amount * weights[line] % sum;
                            });
        }
        for (long rest = amount - Arrays.stream(shares).sum(); rest > 0; rest--) {
            int greatest =
                    lines.stream()
                            .reduce(
                                    (one, other) ->
                                            remainders[other] > remainders[one] ? other : one)
                            .orElseThrow();
            shares[greatest]++;
            remainders[greatest] = 0;
        }
        return shares;
    }
}
