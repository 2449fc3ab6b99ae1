package io.mallhub.order.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.coupon.Coupons;
import io.mallhub.customer.Customers;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.StandIns;
import io.mallhub.order.OrderState;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders.ApprovalOutcome;
import io.mallhub.order.Orders.Approved;
import io.mallhub.points.Points;
import io.mallhub.shared.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From submitted to approved: why it needs approval, who decided what, and its money taken. */
@Component
class OrderApprovals {
    static final Actor PROCESS = Actor.system("order-approval");

    private final OpenOrders orders;
    private final Customers customers;
    private final OrderPayment money;
    private final Coupons coupons;
    private final Points points;
    private final StandIns standIns;
    private final OrderHistory history;
    private final AuditLog audit;
    private final Clock clock;

    OrderApprovals(
            OpenOrders orders,
            Customers customers,
            OrderPayment money,
            Coupons coupons,
            Points points,
            StandIns standIns,
            OrderHistory history,
            AuditLog audit,
            Clock clock) {
        this.orders = orders;
        this.customers = customers;
        this.money = money;
        this.coupons = coupons;
        this.points = points;
        this.standIns = standIns;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    void recordStops(String number, int revision, List<OrderView.Stop> stops) {
        Order order = orders.lock(number);
        if (!order.recordStops(revision, stops)) {
            return;
        }
        String why = stops.stream().map(OrderView.Stop::kind).collect(Collectors.joining(", "));
        history.note(order, "order.needs-approval", PROCESS, why);
    }

    ApprovalOutcome decide(
            String number, int revision, String group, boolean approved, String reason, Actor by) {
        Order order = orders.lock(number);
        if (order.revision() != revision) {
            return new ApprovalOutcome.Withdrawn("approval.changed");
        }
        Eyes eyes = standIns.eyes(by, FourEyes.deciders(group));
        Optional<ApprovalOutcome> answer =
                FourEyes.answer(
                        order,
                        salespersonOf(order),
                        group,
                        approved,
                        eyes,
                        new FourEyes.Past(history.changes(order), standIns.of("order", number)));
        if (answer.isPresent()) {
            if (answer.get() instanceof ApprovalOutcome.NotYou refused) {
                audit.record(
                        new AuditEntry(
                                by,
                                "refuse-approval",
                                "order",
                                number,
                                "",
                                eyes.details(Map.of("group", group, "why", refused.why()))));
            }
            return answer.get();
        }
        if (order.state() != OrderState.IN_APPROVAL) {
            return new ApprovalOutcome.Withdrawn("approval.not-asked");
        }
        order.decide(group, approved, reason, by, clock.instant());
        standIns.decided(eyes, "order", number, group, approved);
        history.note(order, what(approved), by, group + (reason.isEmpty() ? "" : ": " + reason));
        audit.record(
                new AuditEntry(
                        by,
                        approved ? "approve-order" : "deny-order",
                        "order",
                        number,
                        reason,
                        eyes.details(Map.of("group", group))));
        return new ApprovalOutcome.Recorded();
    }

    Approved approve(String number, int revision) {
        Order order = orders.lock(number);
        if (order.approve(revision)) {
            history.note(order, "order.approved", PROCESS, "");
            if (!order.discount().isZero()) {
                coupons.use(number, PROCESS);
                points.use(number, PROCESS);
            }
            money.take(order, PROCESS);
        }
        return new Approved(OrderPayment.isToBePaidFirst(order));
    }

    private @Nullable String salespersonOf(Order order) {
        return customers.salespersonOf(order.customer()).orElse(null);
    }

    private static String what(boolean approved) {
        return approved ? "order.group-approved" : "order.group-denied";
    }
}
