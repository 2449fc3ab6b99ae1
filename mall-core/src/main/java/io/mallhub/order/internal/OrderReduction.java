package io.mallhub.order.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.coupon.Coupons;
import io.mallhub.order.PartCancellations.Part;
import io.mallhub.points.Points;
import io.mallhub.promotion.Budgets;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An order shrinks: all that it holds and cost beyond what stays goes back with it. */
@Component
class OrderReduction {
    private final FlashLines flash;
    private final Stock stock;
    private final Budgets budgets;
    private final Coupons coupons;
    private final CouponCharges charges;
    private final Points points;
    private final OrderPayment money;
    private final OrderHistory history;
    private final OrderNotices notices;
    private final AuditLog audit;
    private final Clock clock;

    OrderReduction(
            FlashLines flash,
            Stock stock,
            Budgets budgets,
            Coupons coupons,
            CouponCharges charges,
            Points points,
            OrderPayment money,
            OrderHistory history,
            OrderNotices notices,
            AuditLog audit,
            Clock clock) {
        this.flash = flash;
        this.stock = stock;
        this.budgets = budgets;
        this.coupons = coupons;
        this.charges = charges;
        this.points = points;
        this.money = money;
        this.history = history;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    void carryOut(Order order, Part part, PartReckoning.Reduced reduced) {
        String change = order.number() + "/" + (order.revision() + 1);
        String creditNote = creditNote(order);
        Money back = order.total().minus(reduced.total());
        OrderChange evidence =
                OrderChange.part(
                        order,
                        reduced.evidence(order),
                        part.reason(),
                        part.by(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        flash.lock(order);
        stock.holdAgain(order.id(), demand(reduced.lines()), FlashLines.takenBy(reduced.lines()));
        flash.keep(order, reduced.lines());
        if (!order.benefits().isEmpty()) {
            // In the order in which a submit takes them.
            budgets.lock(order.number());
            budgets.settle(order.number(), Discounted.byPromotion(reduced.benefits()), change);
            coupons.release(
                    order.number(), reduced.useless(), OrderChange.PART_CANCELLED, part.by());
            points.giveBack(order.number(), change, reduced.pointsBack(), part.by());
        }
        if (back.compareTo(Money.ZERO) > 0) {
            money.refund(order, creditNote, back, order.number(), part.by());
        }
        order.shrink(reduced.lines(), reduced.benefits());
        charges.review(order, creditNote, part.by());
        history.keep(evidence);
        audit.record(
                new AuditEntry(
                        part.by(),
                        "cancel-part",
                        "order",
                        order.number(),
                        part.reason(),
                        Map.of(
                                "total",
                                evidence.totalBefore() + " → " + order.total(),
                                "creditNote",
                                creditNote)));
        notices.partCancelled(order, evidence, back);
    }

    /** Of the change that is about to be made. */
    private static String creditNote(Order order) {
        return order.number().replaceFirst("^SO", "CN") + "-" + (order.revision() + 1);
    }

    static Map<ProductId, Quantity> demand(List<OrderLine> lines) {
        Map<ProductId, Quantity> demand = new LinkedHashMap<>();
        lines.forEach(line -> demand.merge(line.product(), line.quantity(), Quantity::plus));
        return demand;
    }
}
