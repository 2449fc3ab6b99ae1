package io.mallhub.console.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.mallhub.catalog.Products;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.promotion.WeeklySlot;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.webkit.Figures;
import io.mallhub.webkit.PromotionTexts;
import io.mallhub.webkit.Words;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever a version says that another one does not is seen, even where the words are the same. */
@NullUnmarked
class RuleComparisonTest {
    private static final Instant DAY = Instant.parse("2026-12-01T00:00:00Z");
    private static final WeeklySlot FRIDAYS =
            new WeeklySlot(DayOfWeek.FRIDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT);
    private static final Goods ALL = new Goods.All();
    private static final Goods SOME =
            new Goods.Products(
                    Set.of(new ProductId(new UUID(0, 1)), new ProductId(new UUID(0, 2))));
    private static final Goods OTHERS =
            new Goods.Products(
                    Set.of(new ProductId(new UUID(0, 1)), new ProductId(new UUID(0, 3))));
    private static final Rule RULE = rule("满减", Conditions.NONE, off(ALL), Stacking.combinable(10));

    /**
     * @param of what differs
     */
    record Pair(String of, Rule before, Rule after) {}

    static final List<Pair> PAIRS =
            List.of(
                    new Pair(
                            "name",
                            RULE,
                            rule("满折", Conditions.NONE, off(ALL), Stacking.combinable(10))),
                    when("when", Conditions.NONE.during(DAY, null)),
                    when("when", Conditions.NONE.during(null, DAY)),
                    when("when", Conditions.NONE.in(FRIDAYS)),
                    when("who", Conditions.NONE.ofLevels(Set.of("GOLD"))),
                    when("who", Conditions.NONE.ofGroups(Set.of("CLINIC"))),
                    when("who", Conditions.NONE.ofRegions(Set.of("310000"))),
                    when("who", Conditions.NONE.paidBy(Set.of("PREPAID"))),
                    when("who", Conditions.NONE.by(Set.of(Channel.WEB))),
                    when("budget", Conditions.NONE.within(new Limits(Money.of("1"), 0, 0))),
                    when("orders", Conditions.NONE.within(new Limits(null, 1, 0))),
                    when("orders-each", Conditions.NONE.within(new Limits(null, 0, 1))),
                    gives("terms", off(ALL, Measure.QUANTITY, "100", "10", false, null)),
                    gives("terms", off(ALL, Measure.AMOUNT, "200", "10", false, null)),
                    gives("terms", off(ALL, Measure.AMOUNT, "100", "11", false, null)),
                    gives("terms", off(ALL, Measure.AMOUNT, "100", "10", true, null)),
                    gives("terms", off(ALL, Measure.AMOUNT, "100", "10", false, Money.of("9"))),
                    gives("terms", percent()),
                    gives("kind", off(SOME)),
                    new Pair(
                            "goods",
                            rule("满减", Conditions.NONE, off(SOME), Stacking.combinable(10)),
                            rule("满减", Conditions.NONE, off(OTHERS), Stacking.combinable(10))),
                    beside("stacking", Stacking.exclusive(10)),
                    beside("stacking", Stacking.oneOf("winter", 10)),
                    beside("priority", Stacking.combinable(11)));

    private final RuleComparison comparison =
            new RuleComparison(
                    mock(Products.class),
                    mock(PromotionTexts.class),
                    mock(Words.class),
                    mock(Figures.class));

    @ParameterizedTest
    @FieldSource("PAIRS")
    void aDifferenceIsSeenAtItsField(Pair pair) {
        assertThat(comparison.of(pair.before(), pair.after()))
                .filteredOn(RuleComparison.Field::isDifferent)
                .extracting(RuleComparison.Field::label)
                .contains("console.promotion." + pair.of());
    }

    @Test
    void versionsThatSayTheSameDifferNowhere() {
        Rule next = new Rule("PR1", 2, "满减", Conditions.NONE, off(ALL), Stacking.combinable(10));

        assertThat(comparison.of(RULE, next))
                .hasSize(11)
                .noneMatch(RuleComparison.Field::isDifferent);
    }

    private static Pair when(String of, Conditions conditions) {
        return new Pair(of, RULE, rule("满减", conditions, off(ALL), Stacking.combinable(10)));
    }

    private static Pair gives(String of, Benefit benefit) {
        return new Pair(of, RULE, rule("满减", Conditions.NONE, benefit, Stacking.combinable(10)));
    }

    private static Pair beside(String of, Stacking stacking) {
        return new Pair(of, RULE, rule("满减", Conditions.NONE, off(ALL), stacking));
    }

    private static Rule rule(
            String name, Conditions conditions, Benefit benefit, Stacking stacking) {
        return new Rule("PR1", 1, name, conditions, benefit, stacking);
    }

    private static Benefit off(Goods goods) {
        return off(goods, Measure.AMOUNT, "100", "10", false, null);
    }

    private static Benefit off(
            Goods goods, Measure measure, String from, String gives, boolean every, Money cap) {
        return new Benefit.AmountOff(
                goods, measure, List.of(Tier.from(from, Money.of(gives))), every, cap);
    }

    private static Benefit percent() {
        return new Benefit.PercentOff(
                ALL, Measure.AMOUNT, List.of(Tier.from("100", new BigDecimal("10"))), null);
    }
}
