package io.mallhub.order.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.coupon.Coupons;
import io.mallhub.order.OrderCancelRequested;
import io.mallhub.order.OrderCompleted;
import io.mallhub.order.OrderState;
import io.mallhub.order.Orders.CancelOutcome;
import io.mallhub.points.Points;
import io.mallhub.promotion.Budgets;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How orders end: what was held, committed or posted goes back with the end itself. */
@Component
class OrderEnding {
    private final OpenOrders orders;
    private final PartTable parts;
    private final FlashLines flash;
    private final Stock stock;
    private final OrderPayment money;
    private final Budgets budgets;
    private final Coupons coupons;
    private final CouponCharges charges;
    private final Points points;
    private final OrderDiscounts discounts;
    private final OrderHistory history;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderEnding(
            OpenOrders orders,
            PartTable parts,
            FlashLines flash,
            Stock stock,
            OrderPayment money,
            Budgets budgets,
            Coupons coupons,
            CouponCharges charges,
            Points points,
            OrderDiscounts discounts,
            OrderHistory history,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.parts = parts;
        this.flash = flash;
        this.stock = stock;
        this.money = money;
        this.budgets = budgets;
        this.coupons = coupons;
        this.charges = charges;
        this.points = points;
        this.discounts = discounts;
        this.history = history;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    CancelOutcome requestCancel(String number, String reason, Actor by) {
        Order order = orders.lock(number);
        if (!order.canBeCancelled()) {
            return new CancelOutcome.TooLate(order.state());
        }
        history.note(order, "order.cancel-requested", by, reason);
        events.publishEvent(new OrderCancelRequested(number, reason, by.name(), clock.instant()));
        return new CancelOutcome.Requested();
    }

    void reject(String number, String reason, Actor by) {
        end(number, OrderState.REJECTED, "reject-order", "order.rejected", reason, by);
    }

    void cancel(String number, String reason, Actor by) {
        end(number, OrderState.CANCELLED, "cancel-order", "order.cancelled", reason, by);
    }

    void refund(String number, String creditNote, Money amount, String reason, Actor by) {
        money.refund(orders.lock(number), creditNote, amount, reason, by);
    }

    void giveCouponsBack(String number, Map<Integer, Quantity> kept, String reason, Actor by) {
        Order order = orders.lock(number);
        Set<String> useless = discounts.keeping(order, kept).useless();
        coupons.release(number, useless, reason, by); // they stand still from here on
        if (!useless.isEmpty()) {
            history.note(order, "order.coupon-back", by, String.join(", ", useless));
        }
    }

    void complete(String number) {
        Order order = orders.lock(number);
        if (order.complete()) {
            history.note(order, "order.completed", OrderApprovals.PROCESS, "");
            coupons.reward(order.customer(), number);
            earnPoints(order);
            events.publishEvent(completed(order));
        }
    }

    private void earnPoints(Order order) {
        List<Points.Paid> paid = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            paid.add(new Points.Paid(paid.size() + 1, line.product(), line.amount()));
        }
        long earned = points.earn(order.customer(), order.customerName(), order.number(), paid);
        if (earned > 0) {
            history.note(
                    order, "order.points-earned", OrderApprovals.PROCESS, Long.toString(earned));
        }
    }

    private static OrderCompleted completed(Order order) {
        List<OrderCompleted.Line> lines = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            lines.add(
                    new OrderCompleted.Line(
                            lines.size() + 1, line.product(), line.quantity(), line.net()));
        }
        return new OrderCompleted(
                order.number(),
                order.customer(),
                order.submission().by(),
                order.submission().at(),
                lines);
    }

    private void end(
            String number, OrderState how, String action, String what, String reason, Actor by) {
        Order order = orders.lock(number);
        if (!order.end(how)) {
            return;
        }
        parts.overtaken(number, clock.instant());
        flash.end(order);
        stock.release(order.id());
        if (!order.benefits().isEmpty()) {
            // In the order in which a submit takes them.
            budgets.giveBack(number);
            coupons.giveBack(number, reason, by);
            points.giveBack(number, reason, by);
        }
        money.giveBack(order, reason, by);
        charges.review(order, number, by);
        history.note(order, what, by, reason);
        audit.record(new AuditEntry(by, action, "order", number, reason, Map.of()));
    }
}
