package io.mallhub.pricing.internal;

import static io.mallhub.pricing.PriceQuote.Source.AGREEMENT;
import static io.mallhub.pricing.PriceQuote.Source.BASE;
import static io.mallhub.pricing.PriceQuote.Source.LEVEL;
import static io.mallhub.pricing.PriceQuote.Source.REGION;
import static io.mallhub.pricing.PriceQuote.Source.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.pricing.PriceExplanation.PriceVerdict;
import io.mallhub.pricing.PriceQuote.Break;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class PricePrecedenceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Example
    void theAgreementCountsEvenWhenItIsDearer() {
        List<PriceRule> rules =
                List.of(
                        rule(BASE, 0, "9.00"),
                        rule(REGION, 1, "8.50"),
                        rule(TYPE, 1, "8.90"),
                        rule(LEVEL, 1, "8.00"),
                        rule(AGREEMENT, 1, "9.99"));

        assertThat(chosen(rules, 1)).isEqualTo(UnitPrice.of("9.99"));
        assertThat(chosen(rules.subList(0, 4), 1)).isEqualTo(UnitPrice.of("8.00"));
        assertThat(chosen(rules.subList(0, 3), 1)).isEqualTo(UnitPrice.of("8.90"));
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
        PriceRule one =
                new PriceRule(
                        LEVEL, "GOLD", Quantity.of(1), UnitPrice.of("1"), TODAY, TODAY, "", "", 1);

        assertThat(one.holds(Quantity.of(1), TODAY)).isTrue();
        assertThat(one.holds(Quantity.of(1), TODAY.minusDays(1))).isFalse();
        assertThat(one.holds(Quantity.of(1), TODAY.plusDays(1))).isFalse();
    }

    @Example
    void nothingIsChosenFromNothing() {
        assertThat(PricePrecedence.choose(List.of(), Quantity.of(1), TODAY)).isEmpty();
    }

    @Example
    void theLongerRegionCountsHoweverDearAndOldItIs() {
        PriceRule province = region("33", "7.00", TODAY, 9);
        PriceRule city = region("3301", "8.00", null, 1);

        assertThat(chosen(List.of(province, city), 1)).isEqualTo(UnitPrice.of("8.00"));
    }

    @Example
    void ofTwoListsTheOneThatBeganLastCountsWithAllItsBreaks() {
        List<PriceRule> rules =
                List.of(
                        listed("PL1/1", null, 1, "9.00", 5),
                        listed("PL1/1", null, 10, "6.00", 5),
                        listed("PL2/1", TODAY.minusDays(3), 1, "8.00", 2),
                        listed("PL3/1", TODAY.minusDays(9), 1, "7.00", 8));

        assertThat(chosen(rules, 1)).isEqualTo(UnitPrice.of("8.00"));
        assertThat(chosen(rules, 10)).isEqualTo(UnitPrice.of("8.00"));
    }

    @Example
    void ofTwoListsThatBeganTogetherTheOnePublishedLastCounts() {
        List<PriceRule> rules =
                List.of(listed("PL1/1", TODAY, 1, "9.00", 5), listed("PL2/1", TODAY, 1, "8.00", 4));

        assertThat(chosen(rules, 1)).isEqualTo(UnitPrice.of("9.00"));
    }

    @Example
    void breaksAreWhatWouldBeChosenForMore() {
        List<PriceRule> rules =
                List.of(
                        rule(BASE, 0, "9.00"),
                        rule(LEVEL, 1, "8.00"),
                        rule(LEVEL, 10, "8.00"),
                        rule(LEVEL, 50, "7.50"),
                        rule(AGREEMENT, 100, "7.80"));
        PriceRule first = PricePrecedence.choose(rules, Quantity.of(1), TODAY).orElseThrow();

        assertThat(PricePrecedence.breaks(rules, first, Quantity.of(1), TODAY))
                .containsExactly(
                        new Break(Quantity.of(50), UnitPrice.of("7.50"), LEVEL),
                        new Break(Quantity.of(100), UnitPrice.of("7.80"), AGREEMENT));
    }

    @Example
    void aLadderBeginsWhereAPriceDoes() {
        List<PriceRule> rules =
                List.of(rule(LEVEL, 10, "8.00"), rule(LEVEL, 20, "8.00"), rule(LEVEL, 50, "7.50"));

        assertThat(PricePrecedence.ladder(rules, TODAY))
                .containsExactly(
                        new Break(Quantity.of(10), UnitPrice.of("8.00"), LEVEL),
                        new Break(Quantity.of(50), UnitPrice.of("7.50"), LEVEL));
        assertThat(PricePrecedence.ladder(List.of(), TODAY)).isEmpty();
    }

    @Example
    void everyRuleHasAVerdict() {
        PriceRule wins = rule(LEVEL, 1, "8.00");
        PriceRule later = listed("PL1/1", TODAY.plusDays(1), 1, "7.00", 1);

        assertThat(verdict(wins, true, wins)).isEqualTo(PriceVerdict.WINS);
        assertThat(verdict(rule(BASE, 0, "9.00"), true, wins)).isEqualTo(PriceVerdict.OUTRANKED);
        assertThat(verdict(rule(AGREEMENT, 100, "7.00"), true, wins))
                .isEqualTo(PriceVerdict.TOO_FEW);
        assertThat(verdict(later, true, wins)).isEqualTo(PriceVerdict.NOT_YET);
        assertThat(verdict(rule(REGION, 1, "7.00"), false, wins)).isEqualTo(PriceVerdict.OTHERS);
    }

    private static PriceVerdict verdict(PriceRule rule, boolean his, PriceRule chosen) {
        return PricePrecedence.verdict(rule, his, Quantity.of(1), TODAY, chosen);
    }

    @Property(tries = 300)
    void theChoiceDoesNotDependOnTheOrderAndNothingBetterHolds(
            @ForAll("rules") List<PriceRule> rules, @ForAll @IntRange(min = 1, max = 200) int qty) {
        Quantity wanted = Quantity.of(qty);

        Optional<PriceRule> chosen = PricePrecedence.choose(rules, wanted, TODAY);

        assertThat(PricePrecedence.choose(rules.reversed(), wanted, TODAY)).isEqualTo(chosen);
        for (PriceRule other : rules) {
            if (other.holds(wanted, TODAY)) {
                PriceRule best = chosen.orElseThrow();
                assertThat(best.source()).isLessThanOrEqualTo(other.source());
                if (best.source() == other.source()) {
                    assertThat(best.closeness()).isGreaterThanOrEqualTo(other.closeness());
                    if (best.list().equals(other.list()) && best.owner().equals(other.owner())) {
                        assertThat(best.from()).isGreaterThanOrEqualTo(other.from());
                    }
                }
            }
        }
    }

    @Property(tries = 300)
    void aRuleThatDoesNotHoldChangesNothing(
            @ForAll("rules") List<PriceRule> rules,
            @ForAll("rule") PriceRule other,
            @ForAll @IntRange(min = 1, max = 200) int qty) {
        Quantity wanted = Quantity.of(qty);
        Assume.that(!other.holds(wanted, TODAY));
        List<PriceRule> more = new ArrayList<>(rules);
        more.add(other);

        assertThat(PricePrecedence.choose(more, wanted, TODAY))
                .isEqualTo(PricePrecedence.choose(rules, wanted, TODAY));
    }

    @Property(tries = 300)
    void atEachBreakItsPriceIsChosenAndBetweenBreaksNoneChanges(
            @ForAll("rules") List<PriceRule> rules, @ForAll @IntRange(min = 1, max = 200) int qty) {
        Quantity wanted = Quantity.of(qty);
        Optional<PriceRule> first = PricePrecedence.choose(rules, wanted, TODAY);
        Assume.that(first.isPresent());
        List<Break> breaks = PricePrecedence.breaks(rules, first.orElseThrow(), wanted, TODAY);
        assertThat(PricePrecedence.ladder(rules, TODAY))
                .filteredOn(it -> it.from().compareTo(wanted) > 0)
                .isEqualTo(breaks);

        for (int more = qty; more <= 210; more++) {
            Quantity many = Quantity.of(more);
            UnitPrice said =
                    breaks.reversed().stream()
                            .filter(it -> it.from().compareTo(many) <= 0)
                            .map(Break::price)
                            .findFirst()
                            .orElse(first.orElseThrow().price());
            assertThat(PricePrecedence.choose(rules, many, TODAY).orElseThrow().price())
                    .isEqualTo(said);
        }
    }

    @Provide
    Arbitrary<PriceRule> rule() {
        return Combinators.combine(
                        Arbitraries.of(Source.class),
                        Arbitraries.of("33", "3301", "330106"),
                        Arbitraries.of(1, 10, 50, 100),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.of("PL1/1", "PL2/1", "PL3/1", "PL3/2"))
                .as(
                        (source, owner, from, price, list) -> {
                            // What stands in one list begins, ends and was published together.
                            int seed = (source + owner + list).hashCode();
                            return new PriceRule(
                                    source,
                                    owner,
                                    Quantity.of(from),
                                    UnitPrice.of(price.toString()),
                                    seed % 3 == 0 ? null : TODAY.plusDays(seed % 4),
                                    seed % 5 == 0 ? null : TODAY.plusDays(seed % 6 + 4),
                                    list,
                                    "",
                                    seed % 7);
                        });
    }

    @Provide
    Arbitrary<List<PriceRule>> rules() {
        return rule().list()
                .ofMaxSize(12)
                .uniqueElements(it -> List.of(it.source(), it.owner(), it.list(), it.from()));
    }

    private static PriceRule rule(Source source, int from, String price) {
        return new PriceRule(
                source, "33", Quantity.of(from), UnitPrice.of(price), null, null, "", "", 1);
    }

    private static PriceRule region(
            String owner, String price, @Nullable LocalDate start, long set) {
        return new PriceRule(
                REGION, owner, Quantity.of(1), UnitPrice.of(price), start, null, "", "", set);
    }

    private static PriceRule listed(
            String list, @Nullable LocalDate start, int from, String price, long set) {
        return new PriceRule(
                LEVEL, "GOLD", Quantity.of(from), UnitPrice.of(price), start, null, list, "", set);
    }

    private static UnitPrice chosen(List<PriceRule> rules, int quantity) {
        return PricePrecedence.choose(rules, Quantity.of(quantity), TODAY).orElseThrow().price();
    }
}
