package io.mallhub.order.internal;

import io.mallhub.order.PartStatement;
import io.mallhub.order.PartStatement.Consequence;
import io.mallhub.order.PaymentMethod;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.promotion.Deal;
import io.mallhub.promotion.Gift;
import io.mallhub.promotion.Judgement;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an order is without a part of it: at its own prices, by the rules it was made with, as goods
 * that stay are reckoned when others come back. Gifts that are no longer earned leave, since
 * nothing is shipped; points pay as much of each piece as before.
 */
@Component
class PartReckoning {
    private final OrderDiscounts discounts;
    private final PrepaidAccounts prepaid;
    private final CouponChargeTable charges;

    PartReckoning(OrderDiscounts discounts, PrepaidAccounts prepaid, CouponChargeTable charges) {
        this.discounts = discounts;
        this.prepaid = prepaid;
        this.charges = charges;
    }

    /**
     * @param places of the lines that stay, 0-based, in the order as it stands
     * @param useless numbers of coupons that take nothing off any more
     */
    record Reduced(
            List<OrderLine> lines,
            List<Integer> places,
            List<OrderBenefit> benefits,
            Set<String> useless,
            long pointsBack) {
        Money total() {
            return lines.stream().map(OrderLine::amount).reduce(Money.ZERO, Money::plus);
        }

        /** One for each line of the order as it stands. */
        List<LineChange> evidence(Order order) {
            List<LineChange> evidence = new ArrayList<>();
            for (int place = 0; place < order.lines().size(); place++) {
                int now = places.indexOf(place);
                evidence.add(
                        new LineChange(order.lines().get(place), now < 0 ? null : lines.get(now)));
            }
            return evidence;
        }
    }

    /**
     * @param kept of each bought line, by its number; at least one of them
     */
    Reduced reduce(Order order, Map<Integer, Quantity> kept) {
        Function<OrderLine, PriceQuote> prices = prices(order, kept);
        Deal deal = discounts.ofPart(order, kept, prices);
        List<Part> parts = bought(order, kept, prices, deal);
        int bought = parts.size();
        parts.addAll(gifts(order, deal));
        long points = payWithPoints(order, parts);
        List<OrderBenefit> benefits = benefits(order, deal, parts, bought);
        pointsOf(order)
                .filter(it -> points > 0)
                .map(it -> it.pointsSharedAs(points, parts.stream().map(Part::points).toList()))
                .ifPresent(benefits::add);
        Set<String> useless = new HashSet<>();
        order.benefits().forEach(it -> useless.add(it.coupon()));
        benefits.forEach(it -> useless.remove(it.coupon()));
        useless.remove("");
        return new Reduced(
                parts.stream().map(Part::line).toList(),
                parts.stream().map(Part::place).toList(),
                benefits,
                useless,
                pointsOf(order).map(OrderBenefit::points).orElse(0L) - points);
    }

    /**
     * A price for so many is none for less: what stays of a product costs what so many cost when it
     * was ordered. What replaces goods keeps its share of what was paid for them instead.
     */
    private static Function<OrderLine, PriceQuote> prices(
            Order order, Map<Integer, Quantity> kept) {
        if (order.benefits().stream().anyMatch(it -> it.rule().equals(Replacement.CODE))) {
            return OrderLine::price;
        }
        Map<ProductId, Quantity> all = new HashMap<>();
        for (int place = 0; place < order.lines().size(); place++) {
            OrderLine line = order.lines().get(place);
            if (!line.isGift()) {
                Quantity stays = kept.getOrDefault(place + 1, Quantity.ZERO);
                all.merge(line.product(), stays, Quantity::plus);
            }
        }
        return line -> line.priceFor(all.getOrDefault(line.product(), Quantity.ZERO));
    }

    /**
     * So much of a line stays.
     *
     * @param price of each
     * @param off of rules, without points
     */
    private record Part(
            int place,
            OrderLine sold,
            Quantity quantity,
            PriceQuote price,
            Money off,
            Money points) {
        Money gross() {
            return price.price().times(quantity);
        }

        Part paidWith(Money part) {
            return new Part(place, sold, quantity, price, off, part);
        }

        OrderLine line() {
            return sold.reduced(quantity, price, off.plus(points), points);
        }
    }

    private static List<Part> bought(
            Order order,
            Map<Integer, Quantity> kept,
            Function<OrderLine, PriceQuote> prices,
            Deal deal) {
        List<Part> parts = new ArrayList<>();
        for (int place = 0; place < order.lines().size(); place++) {
            OrderLine sold = order.lines().get(place);
            Quantity stays = kept.getOrDefault(place + 1, Quantity.ZERO);
            if (!sold.isGift() && stays.isPositive()) {
                Money off = deal.discounts().get(parts.size());
                parts.add(new Part(place, sold, stays, prices.apply(sold), off, Money.ZERO));
            }
        }
        return parts;
    }

    /** Those that are still earned, of what the order has: no change is a new offer. */
    private static List<Part> gifts(Order order, Deal deal) {
        Map<String, Quantity> earned = new HashMap<>();
        for (Gift gift : deal.gifts()) {
            earned.merge(
                    GiftLines.key(gift.rule(), gift.product()), gift.quantity(), Quantity::plus);
        }
        List<Part> parts = new ArrayList<>();
        for (int place = 0; place < order.lines().size(); place++) {
            OrderLine gift = order.lines().get(place);
            String key = GiftLines.key(gift.gift(), gift.product());
            Quantity left = earned.getOrDefault(key, Quantity.ZERO);
            if (gift.isGift() && left.isPositive()) {
                Quantity stays = left.compareTo(gift.quantity()) < 0 ? left : gift.quantity();
                earned.put(key, left.minus(stays));
                Money worth = gift.price().price().times(stays);
                parts.add(new Part(place, gift, stays, gift.price(), worth, Money.ZERO));
            }
        }
        return parts;
    }

    /**
     * Each piece of a line is paid with as many points as before, if it costs so much.
     *
     * @return points that the parts use
     */
    private static long payWithPoints(Order order, List<Part> parts) {
        Optional<OrderBenefit> points = pointsOf(order);
        if (points.isEmpty() || points.get().amount().isZero()) {
            return 0;
        }
        Money paid = Money.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Money share =
                    new Money(
                            part.sold()
                                    .points()
                                    .amount()
                                    .multiply(part.quantity().amount())
                                    .divide(
                                            part.sold().quantity().amount(),
                                            2,
                                            RoundingMode.HALF_UP));
            Money costs = part.gross().minus(part.off());
            Money pays = share.compareTo(costs) < 0 ? share : costs;
            parts.set(i, part.paidWith(pays));
            paid = paid.plus(pays);
        }
        return BigDecimal.valueOf(points.get().points())
                .multiply(paid.amount())
                .divide(points.get().amount().amount(), 0, RoundingMode.CEILING)
                .longValueExact();
    }

    private static Optional<OrderBenefit> pointsOf(Order order) {
        return order.benefits().stream().filter(OrderBenefit::isPoints).findFirst();
    }

    private static List<OrderBenefit> benefits(
            Order order, Deal deal, List<Part> parts, int bought) {
        List<OrderBenefit> benefits = new ArrayList<>();
        for (Judgement.Applied applied : deal.applied()) {
            List<Money> shares = new ArrayList<>(applied.shares());
            for (Part gift : parts.subList(bought, parts.size())) {
                shares.add(gift.sold().gift().equals(applied.rule()) ? gift.off() : Money.ZERO);
            }
            if (shares.stream().allMatch(Money::isZero)) {
                continue;
            }
            order.benefits().stream()
                    .filter(it -> it.rule().equals(applied.rule()))
                    .findFirst()
                    .map(it -> it.sharedAs(shares))
                    .ifPresent(benefits::add);
        }
        return benefits;
    }

    /** As the buyer is shown it. */
    PartStatement statement(Order order, Reduced reduced) {
        Money back = order.total().minus(reduced.total());
        return new PartStatement(
                order.number(),
                order.revision(),
                lines(order, reduced),
                order.total(),
                reduced.total(),
                order.payment(),
                prepaidBack(order, back),
                reduced.pointsBack(),
                consequences(order, reduced));
    }

    private @Nullable PrepaidAmount prepaidBack(Order order, Money back) {
        return order.payment() == PaymentMethod.PREPAID && !back.isNegative()
                ? prepaid.foretell(order.customer(), order.number(), back)
                : null;
    }

    private static List<PartStatement.Line> lines(Order order, Reduced reduced) {
        List<PartStatement.Line> lines = new ArrayList<>();
        for (int place = 0; place < order.lines().size(); place++) {
            OrderLine was = order.lines().get(place);
            int now = reduced.places().indexOf(place);
            boolean gone = now < 0;
            lines.add(
                    new PartStatement.Line(
                            place + 1,
                            was.product(),
                            was.code(),
                            was.name(),
                            was.unit(),
                            was.isGift(),
                            was.quantity(),
                            gone ? Quantity.ZERO : reduced.lines().get(now).quantity(),
                            was.discount(),
                            gone ? Money.ZERO : reduced.lines().get(now).discount(),
                            was.amount(),
                            gone ? Money.ZERO : reduced.lines().get(now).amount()));
        }
        return lines;
    }

    private List<Consequence> consequences(Order order, Reduced reduced) {
        List<Consequence> all = new ArrayList<>();
        for (int place = 0; place < reduced.lines().size(); place++) {
            OrderLine now = reduced.lines().get(place);
            PriceQuote was = order.lines().get(reduced.places().get(place)).price();
            if (!now.price().price().equals(was.price())) {
                all.add(
                        new Consequence(
                                "reversal.price-break",
                                "%s: ¥ %s (≥ %s) → ¥ %s"
                                        .formatted(
                                                now.name(),
                                                was.price(),
                                                was.breakFrom(),
                                                now.price().price())));
            }
        }
        Map<String, OrderBenefit> now = new HashMap<>();
        reduced.benefits().forEach(it -> now.put(it.rule(), it));
        for (OrderBenefit benefit : order.benefits()) {
            OrderBenefit stays = now.get(benefit.rule());
            if (reduced.useless().contains(benefit.coupon())) {
                all.add(
                        new Consequence(
                                "reversal.coupon", benefit.name() + " " + benefit.coupon()));
            } else if (stays == null && benefit.isPromotion()) {
                all.add(new Consequence("reversal.promotion", benefit.name()));
            } else if (stays != null
                    && !benefit.isPoints()
                    && order.lines().stream().noneMatch(it -> it.gift().equals(benefit.rule()))
                    && stays.amount().compareTo(benefit.amount()) < 0) {
                all.add(
                        new Consequence(
                                "reversal.promotion-less",
                                benefit.name() + ": " + benefit.amount() + " → " + stays.amount()));
            }
        }
        for (PartStatement.Line line : lines(order, reduced)) {
            if (line.gift() && line.isDifferent()) {
                all.add(
                        new Consequence(
                                "reversal.gift-gone",
                                line.name()
                                        + ": "
                                        + line.quantityBefore()
                                        + " → "
                                        + line.quantityAfter()));
            }
        }
        if (reduced.pointsBack() > 0) {
            all.add(new Consequence("reversal.points-back", Long.toString(reduced.pointsBack())));
        }
        for (CouponChargeTable.Open charge : charges.openOf(order.number())) {
            Money due =
                    reduced.benefits().stream()
                            .filter(it -> it.coupon().equals(charge.use().coupon()))
                            .map(OrderBenefit::amount)
                            .reduce(Money.ZERO, Money::plus);
            if (due.compareTo(charge.amount()) < 0) {
                all.add(
                        new Consequence(
                                PartStatement.CHARGE_BACK,
                                "¥ %s · %s · %s"
                                        .formatted(
                                                charge.amount().minus(due),
                                                charge.use().coupon(),
                                                charge.use().earnedBy())));
            }
        }
        return all;
    }
}
