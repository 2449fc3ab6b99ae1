package io.mallhub.benchmark;

import io.mallhub.promotion.Basket;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Deal;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A basket of 20 lines before 500 live rules, of which 50 concern it and apply: beside the limit of
 * 100 µs, and beside the same 50 rules alone, since the others must cost nearly nothing. A basket
 * of 200 lines shows that a line costs as much in a long basket as in a short one.
 */
final class PromotionBenchmark {
    private static final double LIMIT_PER_SECOND = 10_000;
    private static final double NEARLY_NOTHING = 0.7;
    private static final int ROUNDS = 101;
    private static final double AS_MUCH = 0.8;
    private static final int LINES = 20;
    private static final int MANY_LINES = 200;
    private static final int RULES = 500;
    private static final int CONCERNED = 50;

    private final int deals;

    /**
     * @param deals of a round
     */
    PromotionBenchmark(int deals) {
        this.deals = deals;
    }

    void run(Report report) {
        Basket basket = basket(LINES);
        Basket large = basket(MANY_LINES);
        RuleBook all = book(RULES);
        RuleBook few = book(CONCERNED);
        long[] ofAll = new long[ROUNDS];
        long[] ofFew = new long[ROUNDS];
        long[] ofLarge = new long[ROUNDS];
        // In turns, so that neither has the warmer machine or the quieter one.
        for (int round = 0; round < ROUNDS; round++) {
            ofAll[round] = nanos(all, basket);
            ofFew[round] = nanos(few, basket);
            ofLarge[round] = nanos(all, large);
        }
        double rate = Rate.perSecond(deals, median(ofAll));
        String flow = "promotions, 20 lines, 500 rules of which 50 apply";
        report.add(new Result(flow, rate, "limit 100 µs", LIMIT_PER_SECOND, "deals", 1));
        report.add(
                new Result(
                        flow,
                        rate,
                        "the 50 alone",
                        Rate.perSecond(deals, median(ofFew)),
                        "deals",
                        NEARLY_NOTHING));
        report.add(
                new Result(
                        "promotions, 200 lines, the same rules",
                        MANY_LINES * Rate.perSecond(deals, median(ofLarge)),
                        "20 lines",
                        LINES * rate,
                        "lines",
                        AS_MUCH));
    }

    /** Other work on the machine disturbs some rounds, not most. */
    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private long nanos(RuleBook book, Basket basket) {
        long begin = System.nanoTime();
        int applied = 0;
        for (int deal = 0; deal < deals; deal++) {
            Deal made = book.deal(basket);
            applied += made.applied().size();
        }
        long nanos = System.nanoTime() - begin;
        if (applied != deals * CONCERNED) {
            throw new IllegalStateException(
                    applied + " rules applied, not " + CONCERNED + " in each of " + deals);
        }
        return nanos;
    }

    private static Basket basket(int lines) {
        return new Basket(
                new Basket.Buyer(new CustomerId(new UUID(1, 1)), "GOLD", "310000", Set.of()),
                Instant.parse("2026-11-29T02:00:00Z"),
                "CREDIT",
                IntStream.range(0, lines)
                        .mapToObj(
                                line ->
                                        new Basket.Line(
                                                product(line),
                                                "OTC_B",
                                                Set.of("MED", "MED-OTC"),
                                                Set.of("winter"),
                                                RegulatoryCategory.OTC_B,
                                                Quantity.of(12),
                                                UnitPrice.of("9.35")))
                        .toList());
    }

    /** The first 50 are for the order, its category, its tag and single products of it. */
    private static RuleBook book(int size) {
        List<Rule> rules = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            rules.add(
                    new Rule(
                            "PR" + number,
                            1,
                            "rule " + number,
                            Conditions.NONE,
                            new Benefit.AmountOff(
                                    goods(number),
                                    Measure.AMOUNT,
                                    List.of(
                                            Tier.from("10", Money.of("0.10")),
                                            Tier.from("5000", Money.of("9"))),
                                    false,
                                    null),
                            Stacking.combinable(number % 7)));
        }
        return RuleBook.of(rules, new GiftPolicy(GiftTerms.FIRST, Map.of()));
    }

    private static Goods goods(int rule) {
        if (rule >= CONCERNED) {
            return new Goods.Products(Set.of(product(MANY_LINES + rule)));
        }
        return switch (rule % 10) {
            case 0 -> new Goods.All();
            case 1 -> new Goods.Categories(Set.of("OTC_B"));
            case 2 -> new Goods.Tags(Set.of("winter"));
            default -> new Goods.Products(Set.of(product(rule % LINES)));
        };
    }

    private static ProductId product(int number) {
        return new ProductId(new UUID(2, number));
    }
}
