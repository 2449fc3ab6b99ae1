package io.mallhub.promotion;

import static io.mallhub.promotion.Baskets.CUPS;
import static io.mallhub.promotion.Baskets.GIFTS;
import static io.mallhub.promotion.Baskets.MONDAY_EVENING;
import static io.mallhub.promotion.Baskets.basket;
import static io.mallhub.promotion.Baskets.line;
import static io.mallhub.promotion.Baskets.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.promotion.Benefit.AmountOff;
import io.mallhub.promotion.Benefit.GiftGoods;
import io.mallhub.promotion.Benefit.PercentOff;
import io.mallhub.promotion.Benefit.Present;
import io.mallhub.promotion.Benefit.SameGift;
import io.mallhub.promotion.Benefit.UnitOff;
import io.mallhub.promotion.Judgement.Applied;
import io.mallhub.promotion.Judgement.Rejected;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    @Test
    void aBookWithoutSomeRulesIsMadeOnceForEachSetOfThem() {
        RuleBook book = RuleBook.of(List.of(), new GiftPolicy(GiftTerms.FIRST, Map.of()));

        RuleBook without = book.without(Set.of("R1", "R2"));

        assertThat(book.without(new HashSet<>(List.of("R2", "R1")))).isSameAs(without);
        assertThat(book.without(Set.of("R1"))).isNotSameAs(without);
    }

    private static final Goods ALL = new Goods.All();

    // ---- 满减 of five kinds

    @Test
    void anOrderOf1000Gets100OffDividedByWhatTheLinesCost() {
        Deal deal =
                deal(
                        basket(
                                line(1, "1", "333.33"),
                                line(2, "1", "333.33"),
                                line(3, "1", "333.34")),
                        rule(off(ALL, tier("1000", "100"))));

        assertThat(deal.discounts()).isEqualTo(money("33.33", "33.33", "33.34"));
        assertThat(deal.total()).isEqualTo(Money.of("100"));
    }

    @Test
    void aSingleProductIsCountedWithoutTheOthers() {
        Goods first = new Goods.Products(Set.of(product(1)));
        Rule rule = rule(off(first, tier("100", "10")));

        assertThat(deal(basket(line(1, "2", "50"), line(2, "1", "500")), rule).discounts())
                .isEqualTo(money("10", "0"));
        assertThat(why(deal(basket(line(1, "1", "50"), line(2, "1", "500")), rule)))
                .isEqualTo("promotion.below-amount 50.00");
    }

    @Test
    void aCategoryGetsItsAmountOff() {
        Rule rule = rule(off(new Goods.Categories(Set.of("skin")), tier("100", "10")));

        Deal deal =
                deal(
                        basket(
                                line(1, "1", "300", "cold", RegulatoryCategory.OTC_B),
                                line(2, "1", "60", "skin", RegulatoryCategory.OTC_B),
                                line(3, "1", "40", "skin", RegulatoryCategory.OTC_B)),
                        rule);

        assertThat(deal.discounts()).isEqualTo(money("0", "6", "4"));
    }

    @Test
    void aMerchandiseCategoryGetsItsAmountOffWithAllThatIsBelowIt() {
        Basket basket =
                basket(
                        line(1, "1", "300"),
                        line(2, "1", "60"),
                        line(3, "1", "40"),
                        line(4, "1", "9"));

        assertThat(deal(basket, rule(off(merchandise("MED"), tier("100", "40")))).discounts())
                .as("in the branch, at any depth")
                .isEqualTo(money("30", "6", "4", "0"));
        assertThat(deal(basket, rule(off(merchandise("MED-TCM"), tier("1", "6")))).discounts())
                .isEqualTo(money("0", "6", "0", "0"));
        assertThat(deal(basket, rule(off(merchandise("MED", "NEW"), tier("1", "40")))).discounts())
                .as("what stands in two of them counts once")
                .isEqualTo(money("30", "6", "4", "0"));
        assertThat(
                        RuleBook.of(List.of(), Baskets.GIFTS)
                                .deal(
                                        basket,
                                        List.of(rule(off(merchandise("NEW"), tier("1", "4")))))
                                .discounts())
                .as("a coupon")
                .isEqualTo(money("0", "0", "4", "0"));
    }

    private static Goods merchandise(String... codes) {
        return new Goods.Merchandise(Set.of(codes));
    }

    @Test
    void aTagGetsItsAmountOff() {
        Rule rule = rule(off(new Goods.Tags(Set.of("winter", "new")), tier("100", "10")));

        Deal deal =
                deal(
                        basket(
                                line(1, "1", "300"),
                                line(
                                        2,
                                        "1",
                                        "120",
                                        "cold",
                                        RegulatoryCategory.OTC_B,
                                        "winter",
                                        "new")),
                        rule);

        assertThat(deal.discounts()).isEqualTo(money("0", "10"));
    }

    @Test
    void everyUnitGetsAnAmountOffFromAQuantityOn() {
        Benefit benefit =
                new UnitOff(
                        new Goods.Products(Set.of(product(1))),
                        List.of(
                                Tier.from("10", UnitPrice.of("0.5")),
                                Tier.from("100", UnitPrice.of("0.805"))),
                        null);

        assertThat(deal(basket(line(1, "9", "20")), rule(benefit)).total()).isEqualTo(Money.ZERO);
        assertThat(deal(basket(line(1, "10", "20")), rule(benefit)).total())
                .isEqualTo(Money.of("5"));
        assertThat(deal(basket(line(1, "101", "20")), rule(benefit)).total())
                .isEqualTo(Money.of("81.31"));
        assertThat(deal(basket(line(1, "100", "0.50")), rule(benefit)).total())
                .as("never more than the line costs")
                .isEqualTo(Money.of("50"));
    }

    // ---- tiers, every X, cap, percent

    @Test
    void theHighestTierReachedHolds() {
        Rule rule = rule(off(ALL, tier("100", "5"), tier("300", "20"), tier("500", "40")));

        assertThat(deal(basket(line(1, "1", "99.99")), rule).total()).isEqualTo(Money.ZERO);
        assertThat(deal(basket(line(1, "1", "100")), rule).total()).isEqualTo(Money.of("5"));
        assertThat(deal(basket(line(1, "1", "499.99")), rule).total()).isEqualTo(Money.of("20"));
        assertThat(deal(basket(line(1, "1", "9000")), rule).total()).isEqualTo(Money.of("40"));
    }

    @Test
    void every100Gives10UpToTheCap() {
        Benefit benefit =
                new AmountOff(
                        ALL, Measure.AMOUNT, List.of(tier("100", "10")), true, Money.of("35"));

        assertThat(deal(basket(line(1, "1", "299.99")), rule(benefit)).total())
                .isEqualTo(Money.of("20"));
        assertThat(deal(basket(line(1, "1", "900")), rule(benefit)).total())
                .isEqualTo(Money.of("35"));
    }

    @Test
    void percentOffIsRoundedHalfUpAndCapped() {
        Benefit benefit =
                new PercentOff(
                        ALL,
                        Measure.AMOUNT,
                        List.of(Tier.from("0", new BigDecimal("12.5"))),
                        Money.of("50"));

        assertThat(deal(basket(line(1, "1", "1.00")), rule(benefit)).total())
                .isEqualTo(Money.of("0.13"));
        assertThat(deal(basket(line(1, "1", "1000")), rule(benefit)).total())
                .isEqualTo(Money.of("50"));
    }

    // ---- 满赠 of five kinds

    @Test
    void anOrderGetsCupsForEvery500() {
        Benefit benefit =
                new GiftGoods(
                        ALL,
                        Measure.AMOUNT,
                        List.of(Tier.from("500", new Present(CUPS, Quantity.of(2)))),
                        true,
                        Quantity.of(5));

        assertThat(deal(basket(line(1, "1", "1100")), rule(benefit)).gifts())
                .containsExactly(new Gift("R", 1, CUPS, Quantity.of(4)));
        assertThat(deal(basket(line(1, "1", "9999")), rule(benefit)).gifts())
                .containsExactly(new Gift("R", 1, CUPS, Quantity.of(5)));
    }

    @Test
    void aSingleProductACategoryAndATagGetGifts() {
        Basket basket =
                basket(line(1, "10", "30", "skin", RegulatoryCategory.PRESCRIPTION, "winter"));

        for (Goods goods :
                List.of(
                        new Goods.Products(Set.of(product(1))),
                        new Goods.Categories(Set.of("skin")),
                        new Goods.Merchandise(Set.of("MED")),
                        new Goods.Tags(Set.of("winter")))) {
            Benefit benefit =
                    new GiftGoods(
                            goods,
                            Measure.QUANTITY,
                            List.of(Tier.from("10", new Present(CUPS, Quantity.of(1)))),
                            false,
                            null);
            assertThat(deal(basket, rule(benefit)).gifts()).hasSize(1);
        }
    }

    @Test
    void buy10GetOneOfTheSame() {
        Benefit benefit =
                new SameGift(
                        new Goods.Categories(Set.of("cold")),
                        Measure.QUANTITY,
                        List.of(Tier.from("10", Quantity.of(1))),
                        true,
                        null);

        Deal deal =
                deal(
                        basket(line(1, "15", "3"), line(2, "9", "3"), line(1, "5", "3")),
                        rule(benefit));

        assertThat(deal.gifts()).containsExactly(new Gift("R", 1, product(1), Quantity.of(2)));
        assertThat(why(deal(basket(line(1, "5", "3"), line(2, "9", "3")), rule(benefit))))
                .isEqualTo("promotion.below-quantity 1");
    }

    @Test
    void prescriptionDrugsAreNeverGifts() {
        Benefit named =
                new GiftGoods(
                        ALL,
                        Measure.AMOUNT,
                        List.of(Tier.from("1", new Present(product(901), Quantity.of(1)))),
                        false,
                        null);
        Benefit unknown =
                new GiftGoods(
                        ALL,
                        Measure.AMOUNT,
                        List.of(Tier.from("1", new Present(product(902), Quantity.of(1)))),
                        false,
                        null);
        Benefit same =
                new SameGift(
                        ALL,
                        Measure.QUANTITY,
                        List.of(Tier.from("1", Quantity.of(1))),
                        false,
                        null);

        for (RegulatoryCategory category :
                List.of(
                        RegulatoryCategory.PRESCRIPTION,
                        RegulatoryCategory.OTC_A,
                        RegulatoryCategory.CONTROLLED_COMPOUND)) {
            Deal deal = deal(basket(line(1, "9", "3", "cold", category)), rule(same));
            assertThat(deal.gifts()).isEmpty();
            assertThat(why(deal)).isEqualTo("promotion.never-gift ");
        }
        assertThat(deal(basket(line(1, "9", "3")), rule(same)).gifts()).hasSize(1);
        assertThat(why(deal(basket(line(1, "9", "3")), rule(named))))
                .isEqualTo("promotion.never-gift ");
        assertThat(why(deal(basket(line(1, "9", "3")), rule(unknown))))
                .as("a category nobody knows")
                .isEqualTo("promotion.never-gift ");
    }

    // ---- goods that are never gifts keep a part of their price

    @Test
    void prescriptionDrugsKeepATenthOfTheirPriceAndTheRuleSaysWhatWasWithheld() {
        Basket basket =
                basket(
                        line(1, "1", "100.05", "rx", RegulatoryCategory.PRESCRIPTION),
                        line(2, "1", "100.00"));

        Deal deal = deal(basket, rule(percentOff("100")));

        assertThat(deal.discounts()).isEqualTo(money("90.04", "100.00"));
        assertThat(deal.applied().getFirst())
                .satisfies(
                        it -> {
                            assertThat(it.amount()).isEqualTo(Money.of("190.04"));
                            assertThat(it.withheld()).isEqualTo(Money.of("10.01"));
                        });
    }

    @Test
    void whatIsNotTakenOffThemIsNotTakenOffOthersEither() {
        Basket basket =
                basket(
                        line(1, "1", "100", "rx", RegulatoryCategory.PRESCRIPTION),
                        line(2, "1", "100"));

        assertThat(deal(basket, rule(off(ALL, tier("1", "150")))).discounts())
                .as("three quarters of each")
                .isEqualTo(money("75", "75"));
        assertThat(deal(basket, rule(off(ALL, tier("1", "190")))).discounts())
                .isEqualTo(money("90", "95"));
    }

    @Test
    void aRuleAndACouponTogetherLeaveATenthAndWhatCannotTakeAnythingSaysWhy() {
        Basket basket = basket(line(1, "10", "10", "rx", RegulatoryCategory.CONTROLLED_COMPOUND));
        Rule units =
                rule(
                        "A",
                        new UnitOff(ALL, List.of(Tier.from("1", UnitPrice.of("12"))), null),
                        Stacking.combinable(1));
        Rule coupon = rule("coupon", off(ALL, tier("0", "5")), Stacking.combinable(2));

        Deal deal = RuleBook.of(List.of(units), GIFTS).deal(basket, List.of(coupon));

        assertThat(deal.discounts()).isEqualTo(money("90"));
        assertThat(deal.judgements().getLast())
                .isEqualTo(new Rejected("coupon", 1, "coupon", "promotion.never-free", "10"));
    }

    @Test
    void goodsOfUnknownCategoryKeepATenthToo() {
        Basket basket =
                new Basket(
                        Baskets.BUYER,
                        MONDAY_EVENING,
                        "CREDIT",
                        List.of(
                                new Basket.Line(
                                        product(1),
                                        "",
                                        Set.of(),
                                        Set.of(),
                                        null,
                                        Quantity.of(1),
                                        UnitPrice.of("10"))));

        assertThat(deal(basket, rule(percentOff("100"))).discounts()).isEqualTo(money("9"));
    }

    @Test
    void aRuleThatComplianceAllowedTakesAllAndLeavesNothingToOthers() {
        Basket basket = basket(line(1, "1", "100", "rx", RegulatoryCategory.PRESCRIPTION));
        GiftPolicy policy = new GiftPolicy(GiftTerms.FIRST, Map.of(), Set.of("A"));
        Rule most = rule("A", off(ALL, tier("1", "95")), Stacking.combinable(1));
        Rule other = rule("B", off(ALL, tier("1", "5")), Stacking.combinable(2));

        Deal deal = RuleBook.of(List.of(most, other), policy).deal(basket);

        assertThat(deal.discounts()).isEqualTo(money("95"));
        assertThat(why(new Deal(List.of(), List.of(), List.of(deal.judgements().getLast()))))
                .isEqualTo("promotion.never-free 10");
    }

    @Test
    void whatTakesTooMuchIsSeenWithoutABasketWherePricesDontMatter() {
        assertThat(GiftTerms.FIRST.isExceededBy(percentOff("90"))).isFalse();
        assertThat(GiftTerms.FIRST.isExceededBy(percentOff("90.01"))).isTrue();
        assertThat(GiftTerms.FIRST.isExceededBy(off(ALL, tier("100", "90")))).isFalse();
        assertThat(GiftTerms.FIRST.isExceededBy(off(ALL, tier("100", "10"), tier("200", "181"))))
                .isTrue();
        assertThat(GiftTerms.FIRST.isExceededBy(off(ALL, tier("0", "20"))))
                .as("of a basket of 20")
                .isTrue();
        assertThat(
                        GiftTerms.FIRST.isExceededBy(
                                new UnitOff(
                                        ALL, List.of(Tier.from("1", UnitPrice.of("99"))), null)))
                .as("depends on prices")
                .isFalse();
    }

    private static Benefit percentOff(String percent) {
        return new PercentOff(
                ALL, Measure.AMOUNT, List.of(Tier.from("0", new BigDecimal(percent))), null);
    }

    // ---- conditions

    @Test
    void aRuleHoldsFromItsFirstInstantUntilItsLast() {
        Instant now = MONDAY_EVENING;

        assertThat(rejection(Conditions.NONE.during(now, now.plusSeconds(1)))).isNull();
        assertThat(rejection(Conditions.NONE.during(now.plusSeconds(1), null)))
                .isEqualTo("promotion.not-yet 2026-11-30 20:30");
        assertThat(rejection(Conditions.NONE.during(null, now)))
                .isEqualTo("promotion.over 2026-11-30 20:30");
    }

    @Test
    void aWeeklySlotIsOpenByTheClockOfTheMall() {
        assertThat(
                        rejection(
                                Conditions.NONE.in(
                                        slot(DayOfWeek.SUNDAY, 8, 22), // another day
                                        slot(DayOfWeek.MONDAY, 20, 22))))
                .isNull();
        assertThat(rejection(Conditions.NONE.in(slot(DayOfWeek.MONDAY, 20, 0)))).isNull();
        assertThat(rejection(Conditions.NONE.in(slot(DayOfWeek.MONDAY, 12, 13))))
                .as("12:30 in UTC")
                .isEqualTo("promotion.other-hour ");
        assertThat(rejection(Conditions.NONE.in(slot(DayOfWeek.TUESDAY, 20, 22))))
                .isEqualTo("promotion.other-hour ");
    }

    @Test
    void onlyBuyersOfItsLevelsGroupsAndRegionsGetIt() {
        assertThat(rejection(Conditions.NONE.ofLevels(Set.of("GOLD", "SILVER")))).isNull();
        assertThat(rejection(Conditions.NONE.ofLevels(Set.of("SILVER"))))
                .isEqualTo("promotion.other-level ");
        assertThat(rejection(Conditions.NONE.ofGroups(Set.of("chain-partners")))).isNull();
        assertThat(rejection(Conditions.NONE.ofGroups(Set.of("clinics"))))
                .isEqualTo("promotion.other-group ");
        assertThat(rejection(Conditions.NONE.ofRegions(Set.of("310000")))).isNull();
        assertThat(rejection(Conditions.NONE.ofRegions(Set.of("310115")))).isNull();
        assertThat(rejection(Conditions.NONE.ofRegions(Set.of("310100", "440000")))).isNull();
        assertThat(rejection(Conditions.NONE.ofRegions(Set.of("440000"))))
                .isEqualTo("promotion.other-region ");
    }

    @Test
    void onlyItsPaymentMethodsGetIt() {
        assertThat(rejection(Conditions.NONE.paidBy(Set.of("CREDIT")))).isNull();
        assertThat(rejection(Conditions.NONE.paidBy(Set.of("PREPAID", "BANK"))))
                .isEqualTo("promotion.other-payment BANK, PREPAID");
    }

    // ---- stacking

    @Test
    void combinableRulesEachSeeWhatTheOthersLeft() {
        Rule first = rule("A", off(ALL, tier("100", "10")), Stacking.combinable(1));
        Rule second =
                rule(
                        "B",
                        new PercentOff(
                                ALL, Measure.AMOUNT, List.of(Tier.from("0", BigDecimal.TEN)), null),
                        Stacking.combinable(2));
        Rule third = rule("C", off(ALL, tier("90", "1")), Stacking.combinable(3));

        Deal deal = deal(basket(line(1, "1", "100")), third, second, first);

        assertThat(deal.total()).isEqualTo(Money.of("19"));
        assertThat(deal.applied()).extracting(Applied::amount).isEqualTo(money("10", "9"));
        assertThat(deal.judgements().getLast())
                .isEqualTo(new Rejected("C", 1, "C", "promotion.below-amount", "9.00"));
    }

    @Test
    void anExclusiveRuleTakesOnlyFreshLinesAndLeavesThemToNoOther() {
        Goods one = new Goods.Products(Set.of(product(1)));
        Rule exclusive = rule("E", off(one, tier("10", "5")), Stacking.exclusive(1));
        Rule order = rule("O", off(ALL, tier("100", "10")), Stacking.combinable(1));

        Deal deal = deal(basket(line(1, "1", "60"), line(2, "1", "100")), order, exclusive);
        assertThat(deal.discounts()).isEqualTo(money("5", "10"));

        Rule late = rule("L", off(one, tier("10", "5")), Stacking.exclusive(9));
        Deal other = deal(basket(line(1, "1", "60"), line(2, "1", "100")), late, order);
        assertThat(other.total()).isEqualTo(Money.of("10"));
        assertThat(other.judgements().getLast())
                .isEqualTo(new Rejected("L", 1, "L", "promotion.taken", "O"));
    }

    @Test
    void ofAGroupOnlyTheOneWithPriorityTakesALine() {
        Rule first = rule("A", off(ALL, tier("100", "10")), Stacking.oneOf("autumn", 1));
        Rule second = rule("B", off(ALL, tier("10", "90")), Stacking.oneOf("autumn", 2));

        assertThat(deal(basket(line(1, "1", "100")), second, first).total())
                .isEqualTo(Money.of("10"));
        assertThat(deal(basket(line(1, "1", "99")), second, first).total())
                .as("the first asks for more")
                .isEqualTo(Money.of("90"));
    }

    @Test
    void theRulesOfTheBasketItselfTakeTheirTurnsAmongThoseOfTheBook() {
        Rule first = rule("A", off(ALL, tier("100", "10")), Stacking.combinable(1));
        Rule own = rule("coupon", off(ALL, tier("90", "5")), Stacking.combinable(2));
        Rule last = rule("Z", off(ALL, tier("90", "1")), Stacking.combinable(3));
        Basket basket = basket(line(1, "1", "100"));

        assertThat(RuleBook.of(List.of(last, first), GIFTS).deal(basket, List.of(own)))
                .isEqualTo(RuleBook.of(List.of(own, last, first), GIFTS).deal(basket));
    }

    // ---- edges

    @Test
    void anEmptyBasketGetsNothingAndStillAReason() {
        Deal deal = deal(basket(), rule(off(ALL, tier("0", "1"))));

        assertThat(deal.discounts()).isEmpty();
        assertThat(why(deal)).isEqualTo("promotion.no-such-goods ");
    }

    @Test
    void aLineThatCostsNothingGetsNothing() {
        assertThat(why(deal(basket(line(1, "1", "0")), rule(off(ALL, tier("0", "1"))))))
                .isEqualTo("promotion.nothing-left ");
    }

    @Test
    void hugeAmountsAreDividedToTheCent() {
        Deal deal =
                deal(
                        basket(line(1, "1", "70000000000.01"), line(2, "1", "30000000000")),
                        rule(off(ALL, tier("1", "99999999999.99"))));

        assertThat(deal.total()).isEqualTo(Money.of("99999999999.99"));
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> off(ALL)).hasMessageContaining("at least one tier");
        assertThatThrownBy(() -> off(ALL, tier("9", "1"), tier("9.0", "2")))
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> off(ALL, tier("9", "0"))).hasMessageContaining("more than 0");
        assertThatThrownBy(
                        () ->
                                new PercentOff(
                                        ALL,
                                        Measure.AMOUNT,
                                        List.of(Tier.from("0", new BigDecimal("100.01"))),
                                        null))
                .hasMessageContaining("at most 100");
        assertThatThrownBy(
                        () ->
                                new AmountOff(
                                        ALL, Measure.AMOUNT, List.of(tier("0", "1")), true, null))
                .hasMessageContaining("never end");
        assertThatThrownBy(() -> new Goods.Tags(Set.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> slot(DayOfWeek.MONDAY, 22, 20)).hasMessageContaining("ends");
        assertThatThrownBy(() -> Conditions.NONE.during(MONDAY_EVENING, MONDAY_EVENING))
                .hasMessageContaining("ends");
        Rule rule = rule(off(ALL, tier("9", "1")));
        assertThatThrownBy(() -> RuleBook.of(List.of(rule, rule), GIFTS))
                .hasMessageContaining("Two rules R");
    }

    private static WeeklySlot slot(DayOfWeek day, int from, int until) {
        return new WeeklySlot(day, LocalTime.of(from, 0), LocalTime.of(until, 0));
    }

    /** Of a rule with these conditions, for a basket that fulfils all others; null when applied. */
    private static @Nullable String rejection(Conditions conditions) {
        Rule rule =
                new Rule("R", 1, "R", conditions, off(ALL, tier("1", "1")), Stacking.combinable(1));
        Deal deal = deal(basket(line(1, "1", "10")), rule);
        return deal.applied().isEmpty() ? why(deal) : null;
    }

    private static String why(Deal deal) {
        Rejected rejected = (Rejected) deal.judgements().getFirst();
        return rejected.key() + " " + rejected.detail();
    }

    private static Deal deal(Basket basket, Rule... rules) {
        Deal deal = RuleBook.of(List.of(rules), GIFTS).deal(basket);
        assertThat(deal.judgements()).hasSameSizeAs(rules);
        return deal;
    }

    private static Rule rule(Benefit benefit) {
        return rule("R", benefit, Stacking.combinable(1));
    }

    private static Rule rule(String code, Benefit benefit, Stacking stacking) {
        return new Rule(code, 1, code, Conditions.NONE, benefit, stacking);
    }

    @SafeVarargs
    private static Benefit off(Goods goods, Tier<Money>... tiers) {
        return new AmountOff(goods, Measure.AMOUNT, List.of(tiers), false, null);
    }

    private static Tier<Money> tier(String from, String off) {
        return Tier.from(from, Money.of(off));
    }

    private static List<Money> money(String... amounts) {
        return Arrays.stream(amounts).map(Money::of).toList();
    }
}
