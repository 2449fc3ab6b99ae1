package io.mallhub.pricing.internal;

import static io.mallhub.pricing.PriceQuote.Source.AGREEMENT;
import static io.mallhub.pricing.PriceQuote.Source.BASE;
import static io.mallhub.pricing.PriceQuote.Source.LEVEL;
import static io.mallhub.pricing.PriceQuote.Source.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PricePrecedenceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Example
    void theAgreementCountsEvenWhenItIsDearer() {
        List<PriceRule> rules =
                List.of(
                        rule(BASE, 0, "9.00"),
                        rule(REGION, 1, "8.50"),
                        rule(LEVEL, 1, "8.00"),
                        rule(AGREEMENT, 1, "9.99"));

        assertThat(chosen(rules, 1)).isEqualTo(UnitPrice.of("9.99"));
        assertThat(chosen(rules.subList(0, 3), 1)).isEqualTo(UnitPrice.of("8.00"));
        assertThat(chosen(rules.subList(0, 2), 1)).isEqualTo(UnitPrice.of("8.50"));
    }

    @Example
    void anAgreementFromAHundredOnSaysNothingAboutTen() {
        List<PriceRule> rules = List.of(rule(BASE, 0, "9.00"), rule(AGREEMENT, 100, "7.00"));

        assertThat(chosen(rules, 99)).isEqualTo(UnitPrice.of("9.00"));
        assertThat(chosen(rules, 100)).isEqualTo(UnitPrice.of("7.00"));
    }

    @Example
    void theHighestBreakReachedCounts() {
        List<PriceRule> rules =
                List.of(rule(LEVEL, 1, "9.00"), rule(LEVEL, 10, "8.00"), rule(LEVEL, 100, "7.00"));

        assertThat(chosen(rules, 9)).isEqualTo(UnitPrice.of("9.00"));
        assertThat(chosen(rules, 10)).isEqualTo(UnitPrice.of("8.00"));
        assertThat(chosen(rules, 5000)).isEqualTo(UnitPrice.of("7.00"));
    }

    @Example
    void aPriceHoldsOnItsFirstAndItsLastDay() {
        PriceRule one = new PriceRule(LEVEL, Quantity.of(1), UnitPrice.of("1"), TODAY, TODAY, 1);

        assertThat(one.holds(Quantity.of(1), TODAY)).isTrue();
        assertThat(one.holds(Quantity.of(1), TODAY.minusDays(1))).isFalse();
        assertThat(one.holds(Quantity.of(1), TODAY.plusDays(1))).isFalse();
    }

    @Example
    void nothingIsChosenFromNothing() {
        assertThat(PricePrecedence.choose(List.of(), Quantity.of(1), TODAY)).isEmpty();
    }

    @Property(tries = 300)
    void theChoiceDoesNotDependOnTheOrderAndNothingBetterHolds(
            @ForAll("rules") List<PriceRule> rules, @ForAll @IntRange(min = 1, max = 200) int qty) {
        Quantity wanted = Quantity.of(qty);
        List<PriceRule> reversed = new ArrayList<>(rules.reversed());

        Optional<PriceRule> chosen = PricePrecedence.choose(rules, wanted, TODAY);

        assertThat(PricePrecedence.choose(reversed, wanted, TODAY)).isEqualTo(chosen);
        for (PriceRule other : rules) {
            if (other.holds(wanted, TODAY)) {
                PriceRule best = chosen.orElseThrow();
                assertThat(best.source()).isLessThanOrEqualTo(other.source());
                if (best.source() == other.source()) {
                    assertThat(best.from()).isGreaterThanOrEqualTo(other.from());
                }
            }
        }
    }

    @Provide
    Arbitrary<List<PriceRule>> rules() {
        Arbitrary<PriceRule> one =
                Combinators.combine(
                                Arbitraries.of(Source.class),
                                Arbitraries.of(1, 10, 50, 100),
                                Arbitraries.integers().between(1, 99),
                                Arbitraries.integers().between(-3, 3).injectNull(0.3),
                                Arbitraries.integers().between(-1, 5).injectNull(0.3),
                                Arbitraries.longs().between(1, 1_000_000))
                        .as(
                                (source, from, price, start, end, set) ->
                                        new PriceRule(
                                                source,
                                                Quantity.of(from),
                                                UnitPrice.of(price.toString()),
                                                start == null ? null : TODAY.plusDays(start),
                                                end == null ? null : TODAY.plusDays(end),
                                                set));
        return one.list().ofMaxSize(12).uniqueElements(PriceRule::set);
    }

    private static PriceRule rule(Source source, int from, String price) {
        return new PriceRule(source, Quantity.of(from), UnitPrice.of(price), null, null, from);
    }

    private static UnitPrice chosen(List<PriceRule> rules, int quantity) {
        return PricePrecedence.choose(rules, Quantity.of(quantity), TODAY).orElseThrow().price();
    }
}
