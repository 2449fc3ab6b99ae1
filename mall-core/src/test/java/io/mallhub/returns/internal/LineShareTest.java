package io.mallhub.returns.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Partial returns of a line, in any cut, add up to the line to the cent. */
class LineShareTest {
    @Property(tries = 1000)
    void thePartsAddUpToTheLine(
            @ForAll @IntRange(min = 1, max = 5_000) int quantity,
            @ForAll @IntRange(min = 0, max = 10_000_000) int cents,
            @ForAll @From("rates") BigDecimal rate,
            @ForAll long seed) {
        LineShare.Sold line = sold(quantity, cents, rate);
        LineShare.Given given = LineShare.Given.NOTHING;

        for (int part : cut(quantity, seed)) {
            LineShare share = LineShare.of(line, given, Quantity.of(part));
            assertThat(share.gross().isNegative()).isFalse();
            assertThat(share.net().isNegative()).isFalse();
            assertThat(share.tax().isNegative()).isFalse();
            assertThat(share.net().plus(share.tax())).isEqualTo(share.gross());
            given = given.plus(Quantity.of(part), share);
        }

        assertThat(given.gross()).isEqualTo(line.amount());
        assertThat(given.net()).isEqualTo(line.net(line.amount()));
    }

    @Example
    void aThirdOfAHundredIsThirtyThreeOrThirtyFour() {
        LineShare.Sold line = sold(3, 10_000, new BigDecimal("0.13"));

        LineShare first = LineShare.of(line, LineShare.Given.NOTHING, Quantity.of(1));
        LineShare second =
                LineShare.of(
                        line, LineShare.Given.NOTHING.plus(Quantity.of(1), first), Quantity.of(1));

        assertThat(first.gross()).isEqualTo(Money.of("33.33"));
        assertThat(first.net()).isEqualTo(Money.of("29.50"));
        assertThat(second.gross()).isEqualTo(Money.of("33.34"));
    }

    @Example
    void moreThanWasSoldHasNoShare() {
        LineShare.Sold line = sold(3, 10_000, BigDecimal.ZERO);

        assertThatThrownBy(() -> LineShare.of(line, LineShare.Given.NOTHING, Quantity.of(4)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.of("0.13", "0.09", "0.03", "0").map(BigDecimal::new);
    }

    private static LineShare.Sold sold(int quantity, int cents, BigDecimal rate) {
        return new LineShare.Sold(
                Quantity.of(quantity), new Money(BigDecimal.valueOf(cents, 2)), rate);
    }

    private static List<Integer> cut(int quantity, long seed) {
        Random random = new Random(seed);
        List<Integer> parts = new ArrayList<>();
        for (int rest = quantity; rest > 0; rest -= parts.getLast()) {
            parts.add(1 + random.nextInt(rest));
        }
        return parts;
    }
}
