package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.coupon.Coupons;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders.Keeping;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Basket;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Deal;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Judgement;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What coupons take off an order. Cart, submit and change share it, so that they never disagree;
 * where there is no coupon it asks nothing.
 */
@Component
class OrderDiscounts {
    static final int MOST_COUPONS = 10;

    /** Rule of an order that replaces goods; its name is the number of their return. */
    private static final String EXCHANGE = "EXCHANGE";

    private static final RuleBook PROMOTIONS =
            RuleBook.of(List.of(), GiftPolicy.standard(Map.of()));

    private final Coupons coupons;
    private final Prices prices;
    private final Products products;
    private final Customers customers;
    private final Clock clock;

    OrderDiscounts(
            Coupons coupons, Prices prices, Products products, Customers customers, Clock clock) {
        this.coupons = coupons;
        this.prices = prices;
        this.products = products;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * @param lines less their discounts
     * @param benefits add up to the discounts
     * @param useless coupons that take nothing off these goods, with the reason; of the whole
     */
    record Discounted(
            List<AssessedLine> lines, List<OrderBenefit> benefits, List<LineProblem> useless) {
        static Discounted nothing(List<AssessedLine> lines) {
            return new Discounted(lines, List.of(), List.of());
        }

        Money total() {
            return lines.stream().map(AssessedLine::amount).reduce(Money.ZERO, Money::plus);
        }

        /** Numbers of the coupons that take something off. */
        Set<String> coupons() {
            return benefits.stream()
                    .map(OrderBenefit::coupon)
                    .filter(number -> !number.isEmpty())
                    .collect(Collectors.toSet());
        }
    }

    /** As it is submitted: with its coupons, and for no more than what it replaces. */
    Discounted of(CustomerView customer, List<AssessedLine> lines, SubmitOrder command) {
        SubmitOrder.Exchange exchange = command.exchange();
        if (exchange == null) {
            return of(customer, command.payment(), lines, command.coupons());
        }
        Money gross = lines.stream().map(AssessedLine::amount).reduce(Money.ZERO, Money::plus);
        Money more = gross.minus(exchange.worth());
        return more.isNegative() || more.isZero()
                ? Discounted.nothing(lines)
                : dealt(
                        basket(customer, command.payment(), lines),
                        lines,
                        List.of(replacing(exchange.returnNumber(), more)),
                        new ArrayList<>());
    }

    private static Rule replacing(String returnNumber, Money amount) {
        return new Rule(
                EXCHANGE,
                1,
                returnNumber,
                Conditions.NONE,
                new Benefit.AmountOff(
                        new Goods.All(),
                        Measure.AMOUNT,
                        List.of(Tier.from("0", amount)),
                        false,
                        null),
                Stacking.combinable(0));
    }

    /** What took something off the order and still may: its coupons, and what it replaces. */
    private List<Rule> rulesOf(Order order) {
        List<Rule> rules = new ArrayList<>(coupons.rulesOf(order.number()));
        for (OrderBenefit benefit : order.benefits()) {
            OrderView.Benefit it = benefit.view();
            if (it.rule().equals(EXCHANGE)) {
                rules.add(replacing(it.name(), it.amount()));
            }
        }
        return rules;
    }

    /**
     * With the coupons a buyer has chosen.
     *
     * @param lines all with a product and a price
     */
    Discounted of(
            CustomerView customer,
            PaymentMethod payment,
            List<AssessedLine> lines,
            Collection<String> chosen) {
        if (chosen.isEmpty()) {
            return Discounted.nothing(lines);
        }
        Coupons.Chosen usable = coupons.chosen(customer.id(), Set.copyOf(chosen), null);
        List<LineProblem> useless = new ArrayList<>();
        for (Coupons.Offer.Unusable one : usable.unusable()) {
            useless.add(useless(one.key(), one.detail()));
        }
        usable.unknown().forEach(number -> useless.add(useless("coupon.unknown", number)));
        return dealt(basket(customer, payment, lines), lines, usable.rules(), useless);
    }

    /** With the coupons the order holds, as of when it was submitted. */
    Discounted again(CustomerView customer, Order order, List<AssessedLine> lines) {
        return order.discount().isZero()
                ? Discounted.nothing(lines)
                : dealt(
                        basket(
                                customer,
                                order.submission().at(),
                                order.payment(),
                                lines.stream().map(OrderDiscounts::line).toList()),
                        lines,
                        rulesOf(order),
                        new ArrayList<>());
    }

    /**
     * Goods of the order by themselves, with the coupons it holds or used.
     *
     * @param kept how many by 1-based line
     */
    Keeping keeping(Order order, Map<Integer, Quantity> kept) {
        Map<ProductId, ProductView> catalogue =
                products.products(order.lines().stream().map(OrderLine::product).toList());
        List<Basket.Line> goods = new ArrayList<>();
        for (int line = 0; line < order.lines().size(); line++) {
            Quantity quantity = kept.getOrDefault(line + 1, Quantity.ZERO);
            if (quantity.isPositive()) {
                OrderLine sold = order.lines().get(line);
                goods.add(line(sold, quantity, catalogue.get(sold.product())));
            }
        }
        Money gross = goods.stream().map(Basket.Line::amount).reduce(Money.ZERO, Money::plus);
        if (order.discount().isZero()) {
            return new Keeping(gross, Set.of());
        }
        CustomerView customer = customers.customer(order.customer()).orElseThrow();
        List<Rule> rules = rulesOf(order);
        Deal deal =
                PROMOTIONS.deal(
                        basket(customer, order.submission().at(), order.payment(), goods), rules);
        Set<String> useless = rules.stream().map(Rule::code).collect(Collectors.toSet());
        useless.remove(EXCHANGE);
        deal.applied().forEach(it -> useless.remove(it.rule()));
        return new Keeping(gross.minus(deal.total()), useless);
    }

    /** What each of the company's free coupons would take off, and why not. */
    List<Coupons.Offer> offers(
            CustomerView customer, PaymentMethod payment, List<AssessedLine> lines) {
        return coupons.offers(customer.id(), basket(customer, payment, lines), PROMOTIONS);
    }

    private Discounted dealt(
            Basket basket, List<AssessedLine> lines, List<Rule> rules, List<LineProblem> useless) {
        Deal deal = PROMOTIONS.deal(basket, rules);
        List<OrderBenefit> benefits = new ArrayList<>();
        for (Judgement judgement : deal.judgements()) {
            switch (judgement) {
                case Judgement.Applied applied ->
                        benefits.add(new OrderBenefit(applied, coupon(applied)));
                case Judgement.Rejected rejected ->
                        useless.add(useless(rejected.key(), rejected.detail()));
            }
        }
        return new Discounted(less(lines, deal), benefits, useless);
    }

    private static String coupon(Judgement.Applied applied) {
        return applied.rule().equals(EXCHANGE) ? "" : applied.rule();
    }

    private List<AssessedLine> less(List<AssessedLine> lines, Deal deal) {
        Map<ProductId, UnitPrice> floors =
                prices.floors(lines.stream().map(AssessedLine::productId).distinct().toList());
        List<AssessedLine> less = new ArrayList<>();
        for (AssessedLine line : lines) {
            less.add(line.less(deal.discounts().get(less.size()), floors.get(line.productId())));
        }
        return less;
    }

    private Basket basket(CustomerView customer, PaymentMethod payment, List<AssessedLine> lines) {
        return basket(
                customer,
                clock.instant(),
                payment,
                lines.stream().map(OrderDiscounts::line).toList());
    }

    private static Basket basket(
            CustomerView customer, Instant at, PaymentMethod payment, List<Basket.Line> lines) {
        return new Basket(
                new Basket.Buyer(
                        customer.id(), customer.level(), customer.company().region(), Set.of()),
                at,
                payment.name(),
                lines);
    }

    /** The category is today's: orders keep none. */
    private static Basket.Line line(
            OrderLine sold, Quantity quantity, @Nullable ProductView product) {
        @Nullable RegulatoryCategory category = product == null ? null : product.category();
        return new Basket.Line(
                sold.product(),
                category == null ? "" : category.name(),
                Set.of(),
                category,
                quantity,
                sold.price().price());
    }

    private static Basket.Line line(AssessedLine line) {
        if (line.product() == null || line.quote() == null) {
            throw new IllegalArgumentException("Line " + line.line() + " cannot be sold");
        }
        @Nullable RegulatoryCategory category = line.product().category();
        return new Basket.Line(
                line.productId(),
                category == null ? "" : category.name(),
                Set.of(),
                category,
                line.quantity(),
                line.quote().price());
    }

    private static LineProblem useless(String key, String detail) {
        return new LineProblem(-1, null, key, detail);
    }
}
