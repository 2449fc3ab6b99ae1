package io.mallhub.prepaid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RefundOrderTest {
    @Test
    void theCentThatDoesNotDivideGoesToTheLargerRemainder() {
        PrepaidAmount paid = new PrepaidAmount(Money.of("2.00"), Money.of("1.00"));

        assertThat(RefundOrder.split(paid, Money.ZERO, Money.of("0.01")))
                .isEqualTo(new PrepaidAmount(Money.of("0.01"), Money.ZERO));
        assertThat(RefundOrder.split(paid, Money.of("0.01"), Money.of("0.01")))
                .isEqualTo(new PrepaidAmount(Money.ZERO, Money.of("0.01")));
        assertThat(RefundOrder.split(paid, Money.of("0.02"), Money.of("0.01")))
                .isEqualTo(new PrepaidAmount(Money.of("0.01"), Money.ZERO));
    }

    @Property
    void anySequenceOfRefundsEndsAtWhatWasPaidPartByPart(
            @ForAll @IntRange(max = 100_000) int principal,
            @ForAll @IntRange(max = 100_000) int bonus,
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 40_000) Integer> wishes) {
        PrepaidAmount paid = new PrepaidAmount(cents(principal), cents(bonus));
        PrepaidAmount back = PrepaidAmount.ZERO;
        for (int wish : wishes) {
            Money left = paid.total().minus(back.total());
            Money amount = cents(wish).compareTo(left) < 0 ? cents(wish) : left;
            PrepaidAmount part = RefundOrder.split(paid, back.total(), amount);
            assertThat(part.total()).isEqualTo(amount);
            assertThat(part.isShort()).isFalse();
            back = back.plus(part);
            assertThat(paid.minus(back).isShort()).isFalse();
        }
        Money rest = paid.total().minus(back.total());
        assertThat(back.plus(RefundOrder.split(paid, back.total(), rest))).isEqualTo(paid);
    }

    @Property
    void spendingTakesThePrincipalFirstAndNothingThatIsNotThere(
            @ForAll @IntRange(max = 100_000) int principal,
            @ForAll @IntRange(max = 100_000) int bonus,
            @ForAll @IntRange(max = 200_000) int wish) {
        PrepaidAmount available = new PrepaidAmount(cents(principal), cents(bonus));
        Money amount = cents(Math.min(wish, principal + bonus));

        PrepaidAmount spent = SpendingOrder.split(available, amount);

        assertThat(spent.total()).isEqualTo(amount);
        assertThat(spent.isShort()).isFalse();
        assertThat(available.minus(spent).isShort()).isFalse();
        assertThat(spent.bonus().isZero() || spent.principal().equals(available.principal()))
                .isTrue();
    }

    private static Money cents(int cents) {
        return new Money(BigDecimal.valueOf(cents, 2));
    }
}
