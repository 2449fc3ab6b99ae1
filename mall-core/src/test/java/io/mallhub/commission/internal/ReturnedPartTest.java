package io.mallhub.commission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.commission.Entry;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** However goods come back, in parts or at once, and whatever was corrected in between. */
class ReturnedPartTest {
    @Property(tries = 500)
    void partsTakeTogetherWhatTheWholeTakesAndNeverMoreThanWasEarned(
            @ForAll @IntRange(min = 1, max = 1_000_000) int basis,
            @ForAll @IntRange(min = 0, max = 500_000) int earned,
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 200_000) Integer> returns,
            @ForAll @IntRange(min = 0, max = 12) int correctedBefore,
            @ForAll @IntRange(min = 0, max = 500_000) int corrected) {
        Entry line = entry(Entry.Kind.EARNED, cents(earned), cents(basis));
        List<Entry> about = new ArrayList<>();
        Money returned = Money.ZERO;
        for (int i = 0; i < returns.size(); i++) {
            if (i == correctedBefore) {
                about.add(entry(Entry.Kind.REVERSAL, cents(-earned), null));
                about.add(entry(Entry.Kind.CORRECTION, cents(corrected), null));
            }
            returned = returned.plus(cents(returns.get(i)));
            Money due = ReturnedPart.due(line, about, returned);
            about.add(entry(Entry.Kind.CLAWED_BACK, due.negate(), null));
        }

        Money standing = ReturnedPart.standing(line, about);
        Money left = about.stream().map(Entry::amount).reduce(line.amount(), Money::plus);
        assertThat(left)
                .isEqualTo(standing.minus(ReturnedPart.gone(standing, cents(basis), returned)));
        assertThat(left.isNegative()).isFalse();
        assertThat(ReturnedPart.due(line, about, returned)).isEqualTo(Money.ZERO);
        if (returned.compareTo(cents(basis)) >= 0) {
            assertThat(left).isEqualTo(Money.ZERO);
        }
    }

    private static Money cents(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2));
    }

    private static Entry entry(Entry.Kind kind, Money amount, @Nullable Money basis) {
        return new Entry(
                1,
                "a",
                kind,
                Entry.Channel.SALES,
                0,
                null,
                "SO",
                1,
                basis,
                null,
                1L,
                null,
                amount,
                amount,
                "SO",
                null,
                Instant.EPOCH,
                "",
                "");
    }
}
