package io.mallhub.order.internal;

import io.mallhub.catalog.Products;
import io.mallhub.coupon.Coupons;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.order.Orders.Keeping;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.points.PointsRule;
import io.mallhub.points.PointsRules;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Basket;
import io.mallhub.promotion.Deal;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.Judgement;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What is taken off an order. Cart, submit, change and return share it, so that they never
 * disagree; where there is nothing to take off it asks nothing.
 */
@Component
class OrderDiscounts {
    static final int MOST_COUPONS = 10;
    private static final RuleBook PROMOTIONS =
            RuleBook.of(List.of(), GiftPolicy.standard(Map.of()));

    private final Coupons coupons;
    private final PointsRules points;
    private final Prices prices;
    private final Products products;
    private final Customers customers;
    private final Clock clock;

    OrderDiscounts(
            Coupons coupons,
            PointsRules points,
            Prices prices,
            Products products,
            Customers customers,
            Clock clock) {
        this.coupons = coupons;
        this.points = points;
        this.prices = prices;
        this.products = products;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * @param lines less their discounts
     * @param benefits add up to the discounts
     * @param useless coupons that take nothing off these goods, and points that cannot be used for
     *     them, with the reason; of the whole
     */
    record Discounted(
            List<AssessedLine> lines, List<OrderBenefit> benefits, List<LineProblem> useless) {
        static Discounted nothing(List<AssessedLine> lines) {
            return new Discounted(lines, List.of(), List.of());
        }

        Money total() {
            return sum(lines);
        }

        /** Numbers of the coupons that take something off. */
        Set<String> coupons() {
            return benefits.stream()
                    .map(OrderBenefit::coupon)
                    .filter(number -> !number.isEmpty())
                    .collect(Collectors.toSet());
        }

        /** What points pay of it, if they do. */
        Optional<OrderBenefit> points() {
            return benefits.stream().filter(OrderBenefit::isPoints).findFirst();
        }
    }

    /** As it is submitted: with its coupons, or for no more than what it replaces. */
    Discounted of(CustomerView customer, List<AssessedLine> lines, SubmitOrder command) {
        SubmitOrder.Exchange exchange = command.exchange();
        if (exchange == null) {
            return of(customer, command.payment(), lines, command.coupons(), command.points());
        }
        return Replacement.of(exchange, sum(lines))
                .map(rule -> dealt(now(customer, command.payment(), lines), lines, List.of(rule)))
                .orElseGet(() -> Discounted.nothing(lines));
    }

    /**
     * With the coupons and points a buyer has chosen.
     *
     * @param lines all with a product and a price
     */
    Discounted of(
            CustomerView customer,
            PaymentMethod payment,
            List<AssessedLine> lines,
            Collection<String> chosen,
            long wanted) {
        Discounted discounted = of(customer, payment, lines, chosen);
        return wanted == 0 ? discounted : withPoints(discounted, wanted);
    }

    private Discounted withPoints(Discounted discounted, long wanted) {
        Optional<PointsRule> rule = points.inForce().filter(PointsRule::redeems);
        if (rule.isEmpty()) {
            return refused(discounted, useless("points.off", ""));
        }
        if (wanted < 0 || !rule.get().isWholeSteps(wanted)) {
            return refused(discounted, useless("points.step", Integer.toString(rule.get().step())));
        }
        long most = PointsPart.most(rule.get(), discounted.lines());
        return wanted > most
                ? refused(discounted, useless("points.too-many", wanted + " > " + most))
                : paid(discounted, rule.get(), wanted);
    }

    private Discounted paid(Discounted discounted, PointsRule rule, long wanted) {
        PointsPart.Taken taken = PointsPart.take(rule, wanted, discounted.lines());
        Map<ProductId, UnitPrice> floors = floors(discounted.lines());
        List<AssessedLine> lines = new ArrayList<>();
        for (AssessedLine line : discounted.lines()) {
            Money part = taken.shares().get(lines.size());
            lines.add(line.paidWithPoints(part, floors.get(line.productId())));
        }
        List<OrderBenefit> benefits = new ArrayList<>(discounted.benefits());
        benefits.add(new OrderBenefit(taken));
        return new Discounted(lines, benefits, discounted.useless());
    }

    private static Discounted refused(Discounted discounted, LineProblem why) {
        List<LineProblem> useless = new ArrayList<>(discounted.useless());
        useless.add(why);
        return new Discounted(discounted.lines(), discounted.benefits(), useless);
    }

    private Discounted of(
            CustomerView customer,
            PaymentMethod payment,
            List<AssessedLine> lines,
            Collection<String> chosen) {
        if (chosen.isEmpty()) {
            return Discounted.nothing(lines);
        }
        Coupons.Chosen usable = coupons.chosen(customer.id(), Set.copyOf(chosen), null);
        Discounted dealt = dealt(now(customer, payment, lines), lines, usable.rules());
        List<LineProblem> useless = new ArrayList<>(dealt.useless());
        usable.unusable().forEach(it -> useless.add(useless(it.key(), it.detail())));
        usable.unknown().forEach(it -> useless.add(useless("coupon.unknown", it)));
        return new Discounted(dealt.lines(), dealt.benefits(), useless);
    }

    /**
     * With what took something off the order so far, as of when it was submitted; with no more
     * points than before.
     */
    Discounted again(CustomerView customer, Order order, List<AssessedLine> lines) {
        if (order.discount().isZero()) {
            return Discounted.nothing(lines);
        }
        Discounted discounted =
                dealt(
                        Baskets.of(customer, order.payment(), lines, order.submission().at()),
                        lines,
                        rulesOf(order));
        return order.benefits().stream()
                .filter(OrderBenefit::isPoints)
                .findFirst()
                .map(it -> again(discounted, it))
                .orElse(discounted);
    }

    private Discounted again(Discounted discounted, OrderBenefit before) {
        PointsRule rule = points.version(before.version()).orElseThrow();
        long left = Math.min(before.points(), PointsPart.most(rule, discounted.lines()));
        return left == 0 ? discounted : paid(discounted, rule, left);
    }

    /** How many points goods may use, and by which rule; empty where points pay nothing. */
    Optional<UsablePoints> usablePoints(Discounted discounted) {
        return points.inForce()
                .filter(PointsRule::redeems)
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
     * Goods of the order by themselves, with what took something off the order.
     *
     * @param kept how many by 1-based line
     */
    Keeping keeping(Order order, Map<Integer, Quantity> kept) {
        CustomerView customer = customers.customer(order.customer()).orElseThrow();
        List<ProductId> goods = order.lines().stream().map(OrderLine::product).toList();
        Basket basket = Baskets.of(customer, order, kept, products.products(goods));
        Money gross =
                basket.lines().stream().map(Basket.Line::amount).reduce(Money.ZERO, Money::plus);
        List<Rule> rules = order.discount().isZero() ? List.of() : rulesOf(order);
        Deal deal = PROMOTIONS.deal(basket, rules);
        Set<String> useless = rules.stream().map(Rule::code).collect(Collectors.toSet());
        useless.remove(Replacement.CODE);
        deal.applied().forEach(it -> useless.remove(it.rule()));
        Money due = gross.minus(deal.total()).minus(pointsOf(order, kept));
        return new Keeping(due.isNegative() ? Money.ZERO : due, useless);
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

    /** What each of the company's free coupons would take off, and why not. */
    List<Coupons.Offer> offers(
            CustomerView customer, PaymentMethod payment, List<AssessedLine> lines) {
        return coupons.offers(customer.id(), now(customer, payment, lines), PROMOTIONS);
    }

    private List<Rule> rulesOf(Order order) {
        List<Rule> rules = new ArrayList<>(coupons.rulesOf(order.number()));
        order.benefits().forEach(it -> Replacement.of(it).ifPresent(rules::add));
        return rules;
    }

    private Basket now(CustomerView customer, PaymentMethod payment, List<AssessedLine> lines) {
        return Baskets.of(customer, payment, lines, clock.instant());
    }

    private Discounted dealt(Basket basket, List<AssessedLine> lines, List<Rule> rules) {
        Deal deal = PROMOTIONS.deal(basket, rules);
        List<OrderBenefit> benefits = new ArrayList<>();
        List<LineProblem> useless = new ArrayList<>();
        for (Judgement judgement : deal.judgements()) {
            switch (judgement) {
                case Judgement.Applied applied -> benefits.add(benefit(applied));
                case Judgement.Rejected rejected ->
                        useless.add(useless(rejected.key(), rejected.detail()));
            }
        }
        return new Discounted(less(lines, deal), benefits, useless);
    }

    /** The code of a coupon's rule is its number. */
    private static OrderBenefit benefit(Judgement.Applied applied) {
        boolean coupon = !applied.rule().equals(Replacement.CODE);
        return new OrderBenefit(applied, coupon ? applied.rule() : "");
    }

    private List<AssessedLine> less(List<AssessedLine> lines, Deal deal) {
        Map<ProductId, UnitPrice> floors = floors(lines);
        List<AssessedLine> less = new ArrayList<>();
        for (AssessedLine line : lines) {
            less.add(line.less(deal.discounts().get(less.size()), floors.get(line.productId())));
        }
        return less;
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
