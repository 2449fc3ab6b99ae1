package io.mallhub.order.internal;

import io.mallhub.order.Deals.Given;
import io.mallhub.order.Deals.Policy;
import io.mallhub.promotion.Basket;
import io.mallhub.promotion.Budgets;
import io.mallhub.promotion.Deal;
import io.mallhub.promotion.Gift;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.Judgement;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Orders under one set of rules, one after the other. It keeps what rules with limits have given so
 * far, and which policies orders ran into; of the orders themselves nothing.
 */
final class Replay {
    private final RuleBook book;
    private final Map<ProductId, UnitPrice> worths;
    private final Map<String, Use> uses;
    private final Map<Where, Met> met = new LinkedHashMap<>();
    private Given given = Given.NOTHING;

    /**
     * @param worths of gifts that are not bought as well
     */
    Replay(RuleBook book, Map<ProductId, UnitPrice> worths) {
        this.book = book;
        this.worths = worths;
        uses =
                book.limited().stream()
                        .collect(
                                Collectors.toMap(
                                        Rule::code, it -> new Use(it.conditions().limits())));
    }

    /** What one order gets. */
    record Got(Given given, Map<ProductId, Quantity> gifts) {}

    /**
     * @param rule code; empty where it takes no rule alone
     */
    record Where(Policy policy, String rule) {}

    /**
     * @param order number of the first one
     */
    record Met(long orders, String order, Instant at) {
        Met again() {
            return new Met(orders + 1, order, at);
        }
    }

    String nameOf(String rule) {
        return book.rule(rule).map(Rule::name).orElse("");
    }

    boolean asksForTags() {
        return book.asksForTags();
    }

    /** Of all orders so far. */
    Given given() {
        return given;
    }

    /** In the order in which they were met first. */
    Map<Where, Met> met() {
        return met;
    }

    /**
     * The next order.
     *
     * @param floors of its products, where they have one
     */
    Got next(String number, Basket basket, Map<ProductId, UnitPrice> floors) {
        Set<Where> here = new LinkedHashSet<>();
        Deal deal = withinLimits(basket, here);
        Given mine = Given.NOTHING;
        for (Judgement judgement : deal.judgements()) {
            switch (judgement) {
                case Judgement.Applied applied -> {
                    Given part = new Given(applied.amount(), worth(applied.gifts(), basket));
                    mine = mine.plus(part);
                    Use use = uses.get(applied.rule());
                    if (use != null) {
                        use.take(basket.buyer().company(), part.worth());
                    }
                    if (!applied.withheld().isZero()) {
                        here.add(new Where(Policy.NEVER_GIFT, applied.rule()));
                    }
                }
                case Judgement.Rejected rejected -> {
                    if (GiftPolicy.isWhy(rejected)) {
                        here.add(new Where(Policy.NEVER_GIFT, rejected.rule()));
                    }
                }
            }
        }
        if (isBelowFloor(basket, deal, floors)) {
            here.add(new Where(Policy.FLOOR_PRICE, ""));
        }
        for (Where where : here) {
            Met before = met.get(where);
            met.put(where, before == null ? new Met(1, number, basket.at()) : before.again());
        }
        given = given.plus(mine);
        return new Got(mine, sums(deal.gifts()));
    }

    /**
     * As buyers are dealt with: a rule that has not so much left leaves the order to the others.
     */
    private Deal withinLimits(Basket basket, Set<Where> here) {
        Set<String> spent = new HashSet<>();
        while (true) {
            Deal deal = (spent.isEmpty() ? book : book.without(spent)).deal(basket);
            boolean within = true;
            for (Judgement.Applied applied : deal.applied()) {
                Policy limit = limit(applied, basket);
                if (limit != null) {
                    spent.add(applied.rule());
                    here.add(new Where(limit, applied.rule()));
                    within = false;
                }
            }
            if (within) {
                return deal;
            }
        }
    }

    private @Nullable Policy limit(Judgement.Applied applied, Basket basket) {
        Use use = uses.get(applied.rule());
        if (use == null) {
            return null;
        }
        Budgets.Left left = use.left(basket.buyer().company());
        if (left.ordersOfCompany() <= 0) {
            return Policy.COMPANY_LIMIT;
        }
        Money worth = applied.amount().plus(worth(applied.gifts(), basket));
        return left.objection(worth).isPresent() ? Policy.LIMIT : null;
    }

    private Money worth(Collection<Gift> gifts, Basket basket) {
        Money worth = Money.ZERO;
        for (Gift gift : gifts) {
            UnitPrice price =
                    basket.lines().stream()
                            .filter(it -> it.product().equals(gift.product()))
                            .map(Basket.Line::price)
                            .findFirst()
                            .orElse(worths.getOrDefault(gift.product(), UnitPrice.of("0")));
            worth = worth.plus(price.times(gift.quantity()));
        }
        return worth;
    }

    private static boolean isBelowFloor(
            Basket basket, Deal deal, Map<ProductId, UnitPrice> floors) {
        for (int line = 0; line < basket.lines().size(); line++) {
            Basket.Line it = basket.lines().get(line);
            UnitPrice floor = floors.get(it.product());
            Money off = deal.discounts().get(line);
            if (floor != null
                    && !off.isZero()
                    && it.amount().minus(off).compareTo(floor.times(it.quantity())) < 0) {
                return true;
            }
        }
        return false;
    }

    private static Map<ProductId, Quantity> sums(Collection<Gift> gifts) {
        return gifts.stream()
                .collect(Collectors.toMap(Gift::product, Gift::quantity, Quantity::plus));
    }

    /** What a rule has given, against its limits. */
    private static final class Use {
        private final Limits limits;
        private final Map<CustomerId, Integer> companies = new HashMap<>();
        private Money worth = Money.ZERO;
        private long orders;

        Use(Limits limits) {
            this.limits = limits;
        }

        Budgets.Left left(CustomerId company) {
            return Budgets.Left.of(limits, worth, orders, companies.getOrDefault(company, 0));
        }

        void take(CustomerId company, Money much) {
            worth = worth.plus(much);
            orders++;
            companies.merge(company, 1, Integer::sum);
        }
    }
}
