package io.mallhub.order.internal;

import io.mallhub.catalog.Products;
import io.mallhub.coupon.Coupons;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.LicenceGate;
import io.mallhub.order.Orders.Keeping;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.points.PointsRule;
import io.mallhub.points.PointsRules;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Basket;
import io.mallhub.promotion.Budgets;
import io.mallhub.promotion.Deal;
import io.mallhub.promotion.Gift;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Giveaways;
import io.mallhub.promotion.Judgement;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What is taken off an order. Cart, submit, change and return share it, so that they never
 * disagree; where there is nothing to take off it asks nothing.
 */
@Component
class OrderDiscounts {
    private final Promotions promotions;
    private final Dealings dealings;
    private final Coupons coupons;
    private final PointsRules points;
    private final Giveaways giveaways;
    private final Prices prices;
    private final Products products;
    private final Customers customers;
    private final Clock clock;

    OrderDiscounts(
            Promotions promotions,
            Dealings dealings,
            Coupons coupons,
            PointsRules points,
            Giveaways giveaways,
            Prices prices,
            Products products,
            Customers customers,
            Clock clock) {
        this.promotions = promotions;
        this.dealings = dealings;
        this.coupons = coupons;
        this.points = points;
        this.giveaways = giveaways;
        this.prices = prices;
        this.products = products;
        this.customers = customers;
        this.clock = clock;
    }

    /** As it is submitted: with promotions and its coupons, or for no more than it replaces. */
    Discounted of(LicenceGate.Case buyer, List<AssessedLine> lines, SubmitOrder command) {
        SubmitOrder.Exchange exchange = command.exchange();
        if (exchange == null) {
            return of(buyer, how(command), lines, command.coupons(), command.points());
        }
        return Replacement.of(exchange, sum(lines))
                .map(
                        rule ->
                                dealings.of(
                                        new Dealings.Terms(
                                                Dealings.NO_PROMOTIONS,
                                                List.of(),
                                                List.of(rule),
                                                null),
                                        buyer,
                                        how(command),
                                        lines,
                                        clock.instant()))
                .orElseGet(() -> Discounted.nothing(lines));
    }

    private static Dealings.How how(SubmitOrder command) {
        return new Dealings.How(command.payment(), command.channel());
    }

    /**
     * With promotions, and the coupons and points a buyer has chosen.
     *
     * @param lines all with a product and a price
     */
    Discounted of(
            LicenceGate.Case buyer,
            Dealings.How how,
            List<AssessedLine> lines,
            Collection<String> chosen,
            long wanted) {
        Discounted discounted = of(buyer, how, lines, chosen);
        return wanted == 0 ? discounted : withPoints(discounted, wanted);
    }

    private Discounted withPoints(Discounted discounted, long wanted) {
        GiftTerms policy = policy();
        Optional<PointsRule> rule = payingPoints(policy);
        if (rule.isEmpty()) {
            return refused(discounted, useless("points.off", ""));
        }
        if (wanted < 0 || !rule.get().isWholeSteps(wanted)) {
            return refused(discounted, useless("points.step", Integer.toString(rule.get().step())));
        }
        long most = PointsPart.most(rule.get(), discounted.lines());
        return wanted > most
                ? refused(discounted, useless("points.too-many", wanted + " > " + most))
                : paid(
                        discounted,
                        rule.get(),
                        wanted,
                        it -> new OrderBenefit(it, policy.version()));
    }

    /** What a basket is reckoned by: it comes with the book of live rules. */
    private GiftTerms policy() {
        return promotions.book().gifts().terms();
    }

    /** The rule of points may be older than the policy: points pay for what both let them. */
    private Optional<PointsRule> payingPoints(GiftTerms policy) {
        return points.inForce().filter(PointsRule::redeems).map(it -> it.butNever(policy.never()));
    }

    private Discounted paid(
            Discounted discounted,
            PointsRule rule,
            long wanted,
            Function<PointsPart.Taken, OrderBenefit> benefit) {
        PointsPart.Taken taken = PointsPart.take(rule, wanted, discounted.lines());
        Map<ProductId, UnitPrice> floors = floors(discounted.lines());
        List<AssessedLine> lines = new ArrayList<>();
        for (AssessedLine line : discounted.lines()) {
            Money part = taken.shares().get(lines.size());
            lines.add(line.paidWithPoints(part, floors.get(line.productId())));
        }
        List<OrderBenefit> benefits = new ArrayList<>(discounted.benefits());
        benefits.add(benefit.apply(taken));
        return discounted.with(lines, benefits, discounted.useless());
    }

    private static Discounted refused(Discounted discounted, LineProblem why) {
        List<LineProblem> useless = new ArrayList<>(discounted.useless());
        useless.add(why);
        return discounted.with(discounted.lines(), discounted.benefits(), useless);
    }

    private Discounted of(
            LicenceGate.Case buyer,
            Dealings.How how,
            List<AssessedLine> lines,
            Collection<String> chosen) {
        RuleBook book = promotions.book();
        Coupons.Chosen usable =
                chosen.isEmpty()
                        ? new Coupons.Chosen(List.of(), List.of(), List.of())
                        : coupons.chosen(buyer.customer().id(), Set.copyOf(chosen), null);
        if (book.size() == 0 && chosen.isEmpty()) {
            return Discounted.nothing(lines);
        }
        Discounted dealt =
                dealings.of(
                        new Dealings.Terms(book, usable.rules(), List.of(), null),
                        buyer,
                        how,
                        lines,
                        clock.instant());
        List<LineProblem> useless = new ArrayList<>(dealt.useless());
        usable.unusable().forEach(it -> useless.add(useless(it.key(), it.detail())));
        usable.unknown().forEach(it -> useless.add(useless("coupon.unknown", it)));
        return dealt.with(dealt.lines(), dealt.benefits(), useless);
    }

    /**
     * With what took something off the order so far, as of when it was submitted, the goods seen as
     * they were then; with no more points than before, and gifts of no other products.
     */
    Discounted again(LicenceGate.Case buyer, Order order, List<AssessedLine> lines) {
        if (order.benefits().isEmpty()) {
            return Discounted.nothing(lines);
        }
        Map<ProductId, Traits> traits = new HashMap<>();
        for (OrderLine line : order.lines()) {
            Traits then = line.traits();
            if (then != null && !line.isGift()) {
                traits.put(line.product(), then);
            }
        }
        Stored stored = rulesOf(order);
        RuleBook given =
                RuleBook.of(
                        List.of(),
                        GiftPolicy.given(termsOf(order), stored.own(), unlimited(order)));
        Discounted discounted =
                dealings.of(
                        new Dealings.Terms(
                                given,
                                stored.coupons(),
                                stored.own(),
                                GiftLines.Held.of(order, policy())),
                        buyer,
                        new Dealings.How(order.payment(), null),
                        lines.stream().map(it -> it.seenAs(traits.get(it.productId()))).toList(),
                        order.submission().at());
        return order.benefits().stream()
                .filter(OrderBenefit::isPoints)
                .findFirst()
                .map(it -> again(discounted, it))
                .orElse(discounted);
    }

    private Discounted again(Discounted discounted, OrderBenefit before) {
        PointsRule then = points.version(before.version()).orElseThrow();
        PointsRule rule =
                before.isUnlimited()
                        ? then
                        : then.butNever(giveaways.terms(before.policy()).never());
        long left = Math.min(before.points(), PointsPart.most(rule, discounted.lines()));
        return left == 0 ? discounted : paid(discounted, rule, left, before::with);
    }

    /** How many points goods may use, and by which rule; empty where points pay nothing. */
    Optional<UsablePoints> usablePoints(Discounted discounted) {
        return payingPoints(policy())
                .map(
                        it ->
                                new UsablePoints(
                                        it,
                                        PointsPart.most(it, discounted.lines()),
                                        discounted
                                                .points()
                                                .map(OrderBenefit::amount)
                                                .orElse(Money.ZERO)));
    }

    /**
     * @param most the goods may use
     * @param saved by those that are chosen
     */
    record UsablePoints(PointsRule rule, long most, Money saved) {
        /** Of so many, in whole steps. */
        long most(long available) {
            long usable = Math.min(most, Math.max(available, 0));
            return usable - usable % rule.step();
        }
    }

    /**
     * Goods of the order by themselves, with what took something off the order. Gifts that stay
     * although these goods no longer earn them cost what they are worth.
     *
     * @param kept how many by 1-based line
     */
    Keeping keeping(Order order, Map<Integer, Quantity> kept) {
        List<Rule> rules = order.benefits().isEmpty() ? List.of() : rulesOf(order).all();
        Basket basket = basket(order, kept, OrderLine::price, rules);
        Money gross = gross(basket);
        Deal deal = deal(order, basket, rules);
        Set<String> useless =
                order.benefits().stream().map(OrderBenefit::coupon).collect(Collectors.toSet());
        useless.remove("");
        Set<String> applied =
                deal.applied().stream().map(Judgement.Applied::rule).collect(Collectors.toSet());
        useless.removeAll(applied);
        Money gifts = unearned(order, kept, deal.gifts());
        Money due = gross.minus(deal.total()).minus(pointsOf(order, kept)).plus(gifts);
        return new Keeping(
                due.isNegative() ? Money.ZERO : due,
                useless,
                order.benefits().stream()
                        .filter(it -> it.isPromotion() && !applied.contains(it.rule()))
                        .map(OrderBenefit::name)
                        .toList(),
                gifts);
    }

    /**
     * What the rules of the order make of some of its bought goods; of what it takes off for
     * replaced goods, as much as these are of all.
     *
     * @param kept how many by 1-based line, at least one
     * @param prices what each line costs
     */
    Deal ofPart(Order order, Map<Integer, Quantity> kept, Function<OrderLine, PriceQuote> prices) {
        if (order.benefits().isEmpty()) {
            return deal(order, basket(order, kept, prices, List.of()), List.of());
        }
        Stored stored = rulesOf(order);
        Basket basket = basket(order, kept, prices, stored.all());
        List<Rule> rules = new ArrayList<>(stored.all());
        rules.removeIf(it -> it.code().equals(Replacement.CODE));
        order.benefits().stream()
                .filter(it -> it.rule().equals(Replacement.CODE))
                .map(it -> Replacement.of(it, gross(basket), order.total().plus(order.discount())))
                .forEach(rules::add);
        return deal(order, basket, rules);
    }

    private Basket basket(
            Order order,
            Map<Integer, Quantity> kept,
            Function<OrderLine, PriceQuote> prices,
            List<Rule> rules) {
        CustomerView customer = customers.customer(order.customer()).orElseThrow();
        List<ProductId> goods = order.lines().stream().map(OrderLine::product).toList();
        return Baskets.of(
                customer,
                order,
                kept,
                prices,
                products.products(goods),
                dealings.tags(Dealings.NO_PROMOTIONS, rules, goods));
    }

    private Deal deal(Order order, Basket basket, List<Rule> rules) {
        return RuleBook.of(List.of(), GiftPolicy.given(termsOf(order), rules, unlimited(order)))
                .deal(basket, rules);
    }

    private static Money gross(Basket basket) {
        return basket.lines().stream().map(Basket.Line::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What gifts that stay are worth beyond those that are still earned. */
    private static Money unearned(Order order, Map<Integer, Quantity> kept, List<Gift> earned) {
        Map<String, Quantity> left = new HashMap<>();
        earned.forEach(
                it ->
                        left.merge(
                                GiftLines.key(it.rule(), it.product()),
                                it.quantity(),
                                Quantity::plus));
        Money sum = Money.ZERO;
        for (int line = 0; line < order.lines().size(); line++) {
            OrderLine gift = order.lines().get(line);
            Quantity stays = kept.getOrDefault(line + 1, Quantity.ZERO);
            if (gift.isGift() && stays.isPositive()) {
                Quantity free =
                        left.getOrDefault(
                                GiftLines.key(gift.gift(), gift.product()), Quantity.ZERO);
                if (stays.compareTo(free) > 0) {
                    sum = sum.plus(gift.price().price().times(stays.minus(free)));
                }
            }
        }
        return sum;
    }

    /** What points pay of the goods that stay, each piece of a line as much as another. */
    private static Money pointsOf(Order order, Map<Integer, Quantity> kept) {
        Money sum = Money.ZERO;
        for (int line = 0; line < order.lines().size(); line++) {
            OrderLine sold = order.lines().get(line);
            Quantity stays = kept.getOrDefault(line + 1, Quantity.ZERO);
            sum =
                    sum.plus(
                            new Money(
                                    sold.points()
                                            .amount()
                                            .multiply(stays.amount())
                                            .divide(
                                                    sold.quantity().amount(),
                                                    2,
                                                    RoundingMode.HALF_UP)));
        }
        return sum;
    }

    /**
     * What each of the company's free coupons would take off after promotions, and why not.
     *
     * @param dealt by which it is known what is left of promotions
     */
    List<Coupons.Offer> offers(
            CustomerView customer, Dealings.How how, List<AssessedLine> lines, Discounted dealt) {
        RuleBook book = promotions.book();
        Set<String> spent =
                dealt.promotions().stream()
                        .filter(Budgets.Left::isWhy)
                        .map(Judgement::rule)
                        .collect(Collectors.toSet());
        return coupons.offers(
                customer.id(),
                dealings.basketWithTags(customer, how, lines, clock.instant()),
                spent.isEmpty() ? book : book.without(spent));
    }

    /**
     * Those that took something off the order, in their versions: whatever they ask, it held.
     *
     * @param own of this order alone
     */
    private record Stored(List<Rule> coupons, List<Rule> own) {
        List<Rule> all() {
            List<Rule> all = new ArrayList<>(own);
            all.addAll(coupons);
            return all;
        }
    }

    /** All of an order is reckoned under one policy: that of when it was submitted. */
    private GiftTerms termsOf(Order order) {
        return order.benefits().stream()
                .filter(it -> !it.isPoints())
                .mapToInt(OrderBenefit::policy)
                .max()
                .stream()
                .mapToObj(giveaways::terms)
                .findFirst()
                .orElse(GiftTerms.FIRST);
    }

    private static Set<String> unlimited(Order order) {
        return order.benefits().stream()
                .filter(OrderBenefit::isUnlimited)
                .map(OrderBenefit::rule)
                .collect(Collectors.toSet());
    }

    private Stored rulesOf(Order order) {
        List<Rule> own = new ArrayList<>();
        List<Promotions.Version> versions = new ArrayList<>();
        for (OrderBenefit benefit : order.benefits()) {
            Replacement.of(benefit).ifPresent(own::add);
            if (benefit.isPromotion()) {
                versions.add(new Promotions.Version(benefit.rule(), benefit.version()));
            }
        }
        promotions.versions(versions).forEach(it -> own.add(it.unconditional()));
        return new Stored(coupons.rulesOf(order.number()), own);
    }

    private Map<ProductId, UnitPrice> floors(List<AssessedLine> lines) {
        return prices.floors(lines.stream().map(AssessedLine::productId).distinct().toList());
    }

    private static Money sum(List<AssessedLine> lines) {
        return lines.stream().map(AssessedLine::amount).reduce(Money.ZERO, Money::plus);
    }

    private static LineProblem useless(String key, String detail) {
        return new LineProblem(-1, null, key, detail);
    }
}
