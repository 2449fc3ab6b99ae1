package io.mallhub.promotion;

import static io.mallhub.promotion.Baskets.CUPS;
import static io.mallhub.promotion.Baskets.GIFTS;
import static io.mallhub.promotion.Baskets.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.promotion.Basket.Line;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for any basket and any rules. */
class DealsTest {
    private static final List<String> WORDS = List.of("a", "b", "c");

    @Property
    void thePartsAddUpAndNoDiscountExceedsItsLine(
            @ForAll("baskets") Basket basket,
            @ForAll("rules") List<Rule> rules,
            @ForAll("policies") GiftPolicy policy) {
        Deal deal = RuleBook.of(rules, policy).deal(basket);

        assertThat(deal.discounts()).hasSameSizeAs(basket.lines());
        for (int line = 0; line < basket.lines().size(); line++) {
            Money discount = deal.discounts().get(line);
            assertThat(discount).isBetween(Money.ZERO, basket.lines().get(line).amount());
            int at = line;
            assertThat(sum(deal.applied().stream().map(it -> it.shares().get(at)).toList()))
                    .isEqualTo(discount);
        }
        assertThat(sum(deal.applied().stream().map(Judgement.Applied::amount).toList()))
                .isEqualTo(deal.total());
        for (Judgement.Applied applied : deal.applied()) {
            assertThat(sum(applied.shares())).isEqualTo(applied.amount());
            assertThat(applied.amount().isZero()).isNotEqualTo(applied.gifts().isEmpty());
        }
    }

    @Property
    void theExplanationNamesEveryRuleOnce(
            @ForAll("baskets") Basket basket, @ForAll("rules") List<Rule> rules) {
        Deal deal = RuleBook.of(rules, GIFTS).deal(basket);

        assertThat(deal.judgements())
                .extracting(Judgement::rule)
                .containsExactlyInAnyOrderElementsOf(rules.stream().map(Rule::code).toList());
        assertThat(deal.gifts())
                .isEqualTo(deal.applied().stream().flatMap(it -> it.gifts().stream()).toList());
    }

    @Property
    void theOrderOfTheRulesIsIrrelevant(
            @ForAll("baskets") Basket basket,
            @ForAll("rules") List<Rule> rules,
            @ForAll Random random) {
        List<Rule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(rules.size() + 1);

        Deal deal = RuleBook.of(rules, GIFTS).deal(basket);

        assertThat(RuleBook.of(shuffled, GIFTS).deal(basket)).isEqualTo(deal);
        assertThat(
                        RuleBook.of(shuffled.subList(0, cut), GIFTS)
                                .deal(basket, shuffled.subList(cut, shuffled.size())))
                .as("some of them given with the basket")
                .isEqualTo(deal);
    }

    @Property
    void whatIsNeverAGiftKeepsItsLeastPriceWhateverRulesAndCouponsThereAre(
            @ForAll("baskets") Basket basket,
            @ForAll("rules") List<Rule> rules,
            @ForAll("giveaways") List<Rule> coupons,
            @ForAll("policies") GiftPolicy policy) {
        Deal deal = RuleBook.of(rules, policy).deal(basket, coupons);
        BigDecimal part = BigDecimal.valueOf(policy.terms().leastPercent(), 2);

        for (int line = 0; line < basket.lines().size(); line++) {
            Line it = basket.lines().get(line);
            if (!policy.terms().isFree(it.regulatory())) {
                Money left = it.amount().minus(deal.discounts().get(line));
                BigDecimal least = it.amount().amount().multiply(part);
                assertThat(left.amount()).isGreaterThanOrEqualTo(least);
                assertThat(left.isZero()).isEqualTo(it.amount().isZero());
            }
        }
        assertThat(sum(deal.applied().stream().map(Judgement.Applied::amount).toList()))
                .isEqualTo(deal.total());
        for (Judgement.Applied applied : deal.applied()) {
            assertThat(sum(applied.shares())).isEqualTo(applied.amount());
        }
    }

    @Property
    void whereNothingIsWithheldTheLimitChangesNothing(
            @ForAll("baskets") Basket basket, @ForAll("rules") List<Rule> rules) {
        Deal limited = RuleBook.of(rules, GIFTS).deal(basket);
        GiftPolicy without =
                new GiftPolicy(
                        GIFTS.terms(),
                        GIFTS.categories(),
                        Set.of(),
                        rules.stream().map(Rule::code).collect(Collectors.toSet()));

        boolean touched =
                limited.applied().stream().anyMatch(it -> !it.withheld().isZero())
                        || limited.judgements().stream()
                                .anyMatch(
                                        it ->
                                                it instanceof Judgement.Rejected no
                                                        && no.key().equals(GiftPolicy.KEEPS_PRICE));
        if (!touched) {
            assertThat(RuleBook.of(rules, without).deal(basket)).isEqualTo(limited);
        }
    }

    @Property
    void nothingButAllowedGoodsIsEverGiven(
            @ForAll("baskets") Basket basket,
            @ForAll("rules") List<Rule> rules,
            @ForAll("policies") GiftPolicy policy) {
        for (Gift gift : RuleBook.of(rules, policy).deal(basket).gifts()) {
            assertThat(gift.quantity().isPositive()).isTrue();
            assertThat(categories(gift.product(), basket))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(policy.terms().never());
        }
    }

    @Property
    void linesThatAnExclusiveRuleTookHaveNoOtherDiscount(
            @ForAll("baskets") Basket basket, @ForAll("rules") List<Rule> rules) {
        Deal deal = RuleBook.of(rules, GIFTS).deal(basket);

        for (Judgement.Applied applied : deal.applied()) {
            Rule rule =
                    rules.stream()
                            .filter(it -> it.code().equals(applied.rule()))
                            .findFirst()
                            .orElseThrow();
            if (rule.stacking().mode() == Stacking.Mode.EXCLUSIVE) {
                for (int line = 0; line < basket.lines().size(); line++) {
                    if (!applied.shares().get(line).isZero()) {
                        assertThat(deal.discounts().get(line))
                                .isEqualTo(applied.shares().get(line));
                    }
                }
            }
        }
    }

    private static List<RegulatoryCategory> categories(ProductId product, Basket basket) {
        List<RegulatoryCategory> known = new ArrayList<>();
        if (GIFTS.categories().containsKey(product)) {
            known.add(GIFTS.categories().get(product));
        }
        basket.lines().stream()
                .filter(line -> line.product().equals(product))
                .forEach(line -> known.add(line.regulatory()));
        return known;
    }

    private static Money sum(List<Money> parts) {
        return parts.stream().reduce(Money.ZERO, Money::plus);
    }

    @Provide
    Arbitrary<Basket> baskets() {
        return lines().list()
                .ofMaxSize(8)
                .map(lines -> new Basket(Baskets.BUYER, Baskets.MONDAY_EVENING, "CREDIT", lines));
    }

    private static Arbitrary<Line> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal(200))
                                .ofScale(3),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal(50))
                                .ofScale(6))
                .as(
                        (number, quantity, price) ->
                                new Line(
                                        product(number),
                                        WORDS.get(number % 3),
                                        Set.of(WORDS.get(number % 3), WORDS.get((number + 2) % 3)),
                                        Set.of(WORDS.get((number + 1) % 3)),
                                        RegulatoryCategory.values()[number],
                                        new Quantity(quantity),
                                        new UnitPrice(price)));
    }

    @Property
    void aStricterPolicyTakesNoMoreOffAnyLine(
            @ForAll("baskets") Basket basket,
            @ForAll("giveaways") List<Rule> rules,
            @ForAll("policies") GiftPolicy policy) {
        GiftTerms terms = policy.terms();
        GiftTerms stricter =
                new GiftTerms(
                        terms.version() + 1,
                        EnumSet.allOf(RegulatoryCategory.class),
                        Math.min(100, terms.leastPercent() * 2));

        Deal before = RuleBook.of(first(rules), policy).deal(basket);
        Deal after =
                RuleBook.of(first(rules), new GiftPolicy(stricter, policy.categories()))
                        .deal(basket);

        for (int line = 0; line < basket.lines().size(); line++) {
            assertThat(after.discounts().get(line))
                    .isLessThanOrEqualTo(before.discounts().get(line));
        }
    }

    /** What one leaves the next one may take: of several the sum alone says something. */
    private static List<Rule> first(List<Rule> rules) {
        return rules.subList(0, Math.min(1, rules.size()));
    }

    /** Whatever compliance may agree to. */
    @Provide
    Arbitrary<GiftPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(RegulatoryCategory.class).set(),
                        Arbitraries.integers().between(1, 100))
                .as(
                        (never, percent) -> {
                            Set<RegulatoryCategory> all = EnumSet.copyOf(GiftTerms.LOCKED);
                            all.addAll(never);
                            return new GiftPolicy(
                                    new GiftTerms(2, all, percent), GIFTS.categories());
                        });
    }

    /** Coupons that would take all, or nearly. */
    @Provide
    Arbitrary<List<Rule>> giveaways() {
        return Combinators.combine(
                        goods(),
                        Arbitraries.of("100", "99.99", "90", "89"),
                        Arbitraries.of(true, false))
                .as(
                        (goods, percent, amount) ->
                                new Rule(
                                        "?",
                                        1,
                                        "?",
                                        Conditions.NONE,
                                        amount
                                                ? new Benefit.AmountOff(
                                                        goods,
                                                        Measure.AMOUNT,
                                                        List.of(
                                                                Tier.from(
                                                                        "0", Money.of("9999999"))),
                                                        false,
                                                        null)
                                                : new Benefit.PercentOff(
                                                        goods,
                                                        Measure.AMOUNT,
                                                        List.of(
                                                                Tier.from(
                                                                        "0",
                                                                        new BigDecimal(percent))),
                                                        null),
                                        Stacking.combinable(9)))
                .list()
                .ofMaxSize(4)
                .map(
                        list ->
                                IntStream.range(0, list.size())
                                        .mapToObj(at -> coded(list.get(at), "C" + at))
                                        .toList());
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        Arbitrary<Rule> rule =
                Combinators.combine(conditions(), benefits(), stackings())
                        .as((when, benefit, how) -> new Rule("?", 1, "?", when, benefit, how));
        return rule.list()
                .ofMaxSize(12)
                .map(
                        list ->
                                IntStream.range(0, list.size())
                                        .mapToObj(at -> coded(list.get(at), "R" + at))
                                        .toList());
    }

    private static Rule coded(Rule rule, String code) {
        return new Rule(code, 1, code, rule.conditions(), rule.benefit(), rule.stacking());
    }

    private static Arbitrary<Conditions> conditions() {
        return Arbitraries.frequency(
                Tuple.of(6, Conditions.NONE),
                Tuple.of(1, Conditions.NONE.paidBy(Set.of("PREPAID"))),
                Tuple.of(1, Conditions.NONE.ofRegions(Set.of("310000"))),
                Tuple.of(
                        1,
                        Conditions.NONE.in(
                                new WeeklySlot(
                                        DayOfWeek.TUESDAY,
                                        LocalTime.MIDNIGHT,
                                        LocalTime.MIDNIGHT))));
    }

    private static Arbitrary<Stacking> stackings() {
        return Combinators.combine(
                        Arbitraries.of(Stacking.Mode.values()),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(WORDS))
                .as(
                        (mode, priority, group) ->
                                new Stacking(
                                        mode,
                                        priority,
                                        mode == Stacking.Mode.ONE_OF_GROUP ? group : ""));
    }

    private static Arbitrary<Benefit> benefits() {
        Arbitrary<Money> money = Arbitraries.longs().between(1, 100_000).map(Takings::money);
        Arbitrary<Quantity> units = Arbitraries.longs().between(1, 20).map(Quantity::of);
        return Arbitraries.oneOf(
                Combinators.combine(
                                goods(),
                                Arbitraries.of(Measure.values()),
                                tiers(money),
                                Arbitraries.of(true, false),
                                money.injectNull(0.5))
                        .as(Benefit.AmountOff::new),
                Combinators.combine(
                                goods(),
                                tiers(money.map(it -> new UnitPrice(it.amount().movePointLeft(3)))),
                                money.injectNull(0.5))
                        .as(Benefit.UnitOff::new),
                Combinators.combine(
                                goods(),
                                Arbitraries.of(Measure.values()),
                                tiers(
                                        Arbitraries.integers()
                                                .between(1, 10_000)
                                                .map(it -> BigDecimal.valueOf(it, 2))),
                                money.injectNull(0.5))
                        .as(Benefit.PercentOff::new),
                Combinators.combine(
                                goods(),
                                Arbitraries.of(Measure.values()),
                                tiers(
                                        Combinators.combine(
                                                        Arbitraries.of(
                                                                CUPS, product(901), product(902)),
                                                        units)
                                                .as(Benefit.Present::new)),
                                Arbitraries.of(true, false),
                                units.injectNull(0.5))
                        .as(Benefit.GiftGoods::new),
                Combinators.combine(
                                goods(),
                                Arbitraries.of(Measure.values()),
                                tiers(units),
                                Arbitraries.of(true, false),
                                units.injectNull(0.5))
                        .as(Benefit.SameGift::new));
    }

    private static Arbitrary<Goods> goods() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Goods.All()),
                Arbitraries.integers()
                        .between(1, 6)
                        .map(Baskets::product)
                        .set()
                        .ofMinSize(1)
                        .map(Goods.Products::new),
                Arbitraries.of(WORDS).set().ofMinSize(1).ofMaxSize(2).map(Goods.Categories::new),
                Arbitraries.of(WORDS).set().ofMinSize(1).ofMaxSize(2).map(Goods.Merchandise::new),
                Arbitraries.of(WORDS).set().ofMinSize(1).ofMaxSize(2).map(Goods.Tags::new));
    }

    private static <G> Arbitrary<List<Tier<G>>> tiers(Arbitrary<G> gives) {
        return Arbitraries.integers()
                .between(1, 300_000)
                .set()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(
                        starts ->
                                gives.list()
                                        .ofSize(starts.size())
                                        .map(given -> tiers(new TreeSet<>(starts), given)));
    }

    private static <G> List<Tier<G>> tiers(TreeSet<Integer> starts, List<G> gives) {
        List<Tier<G>> tiers = new ArrayList<>();
        for (int start : starts) {
            tiers.add(new Tier<>(BigDecimal.valueOf(start, 2), gives.get(tiers.size())));
        }
        return tiers;
    }
}
