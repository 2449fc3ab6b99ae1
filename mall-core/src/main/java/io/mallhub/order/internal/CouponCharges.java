package io.mallhub.order.internal;

import io.mallhub.coupon.CouponView;
import io.mallhub.coupon.Coupons;
import io.mallhub.order.EarnedCoupons;
import io.mallhub.order.internal.CouponChargeTable.Entry;
import io.mallhub.order.internal.CouponChargeTable.Open;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What coupons take off whose order came back. Whoever changes what an order gets by a coupon locks
 * the coupon first, and so does whoever charges for it: neither misses the other.
 */
@Service
@Transactional
class CouponCharges implements EarnedCoupons {
    /** Digits of what is rounded only once it is summed up. */
    private static final int EXACT = 20;

    private final OpenOrders orders;
    private final OrderRepository readOnly;
    private final Coupons coupons;
    private final CouponChargeTable charges;
    private final OrderDiscounts discounts;
    private final OrderPayment money;
    private final OrderHistory history;
    private final OrderNotices notices;
    private final Clock clock;

    CouponCharges(
            OpenOrders orders,
            OrderRepository readOnly,
            Coupons coupons,
            CouponChargeTable charges,
            OrderDiscounts discounts,
            OrderPayment money,
            OrderHistory history,
            OrderNotices notices,
            Clock clock) {
        this.orders = orders;
        this.readOnly = readOnly;
        this.coupons = coupons;
        this.charges = charges;
        this.discounts = discounts;
        this.money = money;
        this.history = history;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> of(String orderNumber) {
        return readOnly.findByNumber(orderNumber)
                .map(order -> coupons.earned(order.customer(), orderNumber))
                .orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Use> uses(String orderNumber) {
        List<CouponView> taken =
                readOnly.findByNumber(orderNumber)
                        .map(order -> coupons.earnedAndTaken(order.customer(), orderNumber))
                        .orElse(List.of());
        Set<String> charged = charges.charged(taken.stream().map(CouponView::number).toList());
        List<Use> uses = new ArrayList<>();
        for (CouponView coupon : taken) {
            String usedBy = coupon.order();
            if (usedBy != null && !charged.contains(coupon.number())) {
                uses.add(new Use(coupon.number(), orderNumber, usedBy));
            }
        }
        return uses;
    }

    @Override
    @Transactional(readOnly = true)
    public Money takenOff(Use use, Map<Integer, Quantity> kept) {
        return readOnly.findByNumber(use.usedBy())
                .map(order -> takenOff(order, use.coupon(), kept))
                .orElse(Money.ZERO);
    }

    private static Money takenOff(Order order, String coupon, Map<Integer, Quantity> kept) {
        return order.benefits().stream()
                .filter(it -> it.coupon().equals(coupon))
                .map(it -> part(order, it, kept))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Money part(Order order, OrderBenefit benefit, Map<Integer, Quantity> kept) {
        return least(
                benefit.shares().size() == order.lines().size()
                        ? sharesOf(order, benefit, kept)
                        : byDiscounts(order, benefit, kept),
                benefit.amount());
    }

    private static Money sharesOf(Order order, OrderBenefit benefit, Map<Integer, Quantity> kept) {
        Money sum = Money.ZERO;
        for (int place = 0; place < order.lines().size(); place++) {
            BigDecimal share = benefit.shares().get(place).amount();
            sum = sum.plus(new Money(stays(order, place, share, kept, 2)));
        }
        return sum;
    }

    /**
     * Orders from before shares were kept have none: there it is divided as all that was taken off
     * the lines.
     */
    private static Money byDiscounts(
            Order order, OrderBenefit benefit, Map<Integer, Quantity> kept) {
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal left = BigDecimal.ZERO;
        for (int place = 0; place < order.lines().size(); place++) {
            BigDecimal discount = order.lines().get(place).discount().amount();
            all = all.add(discount);
            left = left.add(stays(order, place, discount, kept, EXACT));
        }
        return all.signum() == 0
                ? Money.ZERO
                : new Money(
                        benefit.amount()
                                .amount()
                                .multiply(left)
                                .divide(all, 2, RoundingMode.HALF_UP));
    }

    /** What of an amount of a line is about the goods of it that stay. */
    private static BigDecimal stays(
            Order order, int place, BigDecimal amount, Map<Integer, Quantity> kept, int scale) {
        Quantity stays = kept.getOrDefault(place + 1, Quantity.ZERO);
        return amount.multiply(stays.amount())
                .divide(order.lines().get(place).quantity().amount(), scale, RoundingMode.HALF_UP);
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void end(String orderNumber, String document, Actor by) {
        Order order = orders.lock(orderNumber);
        List<String> ended = coupons.endEarned(order.customer(), orderNumber, document, by);
        if (!ended.isEmpty()) {
            history.note(order, "order.earned-coupon-ended", by, String.join(", ", ended));
        }
    }

    @Override
    public void charge(String orderNumber, String document, List<Charge> all, Actor by) {
        Order order = orders.lock(orderNumber);
        Set<String> charged = charges.charged(all.stream().map(it -> it.use().coupon()).toList());
        for (Charge charge : all) {
            if (!charged.contains(charge.use().coupon())) {
                charges.append(
                        new Entry(charge.use(), document, charge.amount(), document, by),
                        clock.instant());
                history.note(
                        order, "order.coupon-charged", by, told(charge.use(), charge.amount()));
            }
        }
    }

    private static String told(Use use, Money amount) {
        return "¥ %s · %s · %s".formatted(amount, use.coupon(), use.usedBy());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Back> foresee(String usedBy, Map<Integer, Quantity> kept) {
        List<Open> open = charges.openOf(usedBy);
        if (open.isEmpty()) {
            return List.of();
        }
        Order order = readOnly.findByNumber(usedBy).orElseThrow();
        Set<String> useless = discounts.keeping(order, kept).useless();
        List<Back> backs = new ArrayList<>();
        for (Open it : open) {
            boolean gone = useless.contains(it.use().coupon());
            Money due = gone ? Money.ZERO : takenOff(order, it.use().coupon(), kept);
            Money back = back(it, due);
            if (!back.isZero()) {
                backs.add(new Back(it.use(), back));
            }
        }
        return backs;
    }

    private static Money back(Open open, Money due) {
        return open.amount().minus(least(due, open.amount()));
    }

    @Override
    public void review(String usedBy, Map<Integer, Quantity> kept, String reason, Actor by) {
        review(orders.lock(usedBy), kept, reason, by);
    }

    /** All that the order has now stays. */
    void review(Order order, String reason, Actor by) {
        Map<Integer, Quantity> kept = new HashMap<>();
        if (!order.state().isEnd()) {
            for (OrderLine line : order.lines()) {
                kept.put(kept.size() + 1, line.quantity());
            }
        }
        review(order, kept, reason, by);
    }

    private void review(Order order, Map<Integer, Quantity> kept, String reason, Actor by) {
        List<Open> open = charges.openOf(order.number());
        if (open.isEmpty()) {
            return;
        }
        List<String> its =
                coupons.ofOrder(order.number()).stream().map(CouponView::number).toList();
        for (Open it : open) {
            boolean has = its.contains(it.use().coupon());
            Money back = back(it, has ? takenOff(order, it.use().coupon(), kept) : Money.ZERO);
            if (!back.isZero()) {
                giveBack(it, back, reason, by);
            }
        }
    }

    private void giveBack(Open charge, Money amount, String reason, Actor by) {
        Use use = charge.use();
        Order earned = orders.lock(use.earnedBy());
        String note =
                charge.document().replaceFirst("^RT", "CN")
                        + "-C"
                        + (charges.backs(use.earnedBy()) + 1);
        charges.append(new Entry(use, note, amount.negate(), reason, by), clock.instant());
        money.refund(earned, note, amount, reason, by);
        history.note(earned, "order.coupon-charge-back", by, note + " " + told(use, amount));
        notices.couponChargeBack(earned, use, amount, note);
    }
}
