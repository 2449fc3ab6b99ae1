package io.mallhub.order.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.coupon.Coupons;
import io.mallhub.customer.LicenceGate;
import io.mallhub.identity.StandIns;
import io.mallhub.order.ChangeOrder;
import io.mallhub.order.ChangeOutcome;
import io.mallhub.order.OrderChanged;
import io.mallhub.order.OrderView.LineFigures;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.points.Points;
import io.mallhub.promotion.Budgets;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Viewer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Changes an order that waits for approval. What may refuse it is asked first and writes nothing;
 * licence gate, prices and quantity rules are those of submit.
 */
@Component
class OrderChanges {
    private static final int LONGEST_REASON = 500;

    /** Of a coupon that takes nothing off the order as it is now. */
    private static final String WHY_BACK = "order.changed";

    private final OpenOrders orders;
    private final LicenceGate gate;
    private final OrderAssessment assessment;
    private final PriceLadder ladder;
    private final FlashLines flash;
    private final StockHolding holding;
    private final OrderDiscounts discounts;
    private final OrderPayment money;
    private final Budgets budgets;
    private final Coupons coupons;
    private final CouponCharges charges;
    private final Points points;
    private final StandIns standIns;
    private final OrderHistory history;
    private final OrderNotices notices;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderChanges(
            OpenOrders orders,
            LicenceGate gate,
            OrderAssessment assessment,
            PriceLadder ladder,
            FlashLines flash,
            StockHolding holding,
            OrderDiscounts discounts,
            OrderPayment money,
            Budgets budgets,
            Coupons coupons,
            CouponCharges charges,
            Points points,
            StandIns standIns,
            OrderHistory history,
            OrderNotices notices,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.gate = gate;
        this.assessment = assessment;
        this.ladder = ladder;
        this.flash = flash;
        this.holding = holding;
        this.discounts = discounts;
        this.money = money;
        this.budgets = budgets;
        this.coupons = coupons;
        this.charges = charges;
        this.points = points;
        this.standIns = standIns;
        this.history = history;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    ChangeOutcome change(ChangeOrder command) {
        Order order = orders.lock(command.orderNumber());
        Optional<String> refusal = refusal(order, command);
        if (refusal.isPresent()) {
            return new ChangeOutcome.NotPossible(refusal.get());
        }
        ChangePlan plan = ChangePlan.of(order.lines(), command.lines());
        if (plan.wanted().isEmpty()) {
            return new ChangeOutcome.NotPossible("order-change.no-lines");
        }
        if (plan.changesNothing()) {
            return new ChangeOutcome.NotPossible("order-change.nothing");
        }
        return changeOrRefuse(order, plan, command);
    }

    private static Optional<String> refusal(Order order, ChangeOrder command) {
        if (command.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("order-change.not-staff");
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST_REASON) {
            return Optional.of("order-change.reason");
        }
        if (command.revision() != order.revision()) {
            return Optional.of("order-change.outdated");
        }
        if (!areLinesOf(order, command.lines().stream().map(ChangeOrder.Line::number).toList())) {
            return Optional.of("order-change.unknown-line");
        }
        if (command.lines().stream().anyMatch(it -> changesGift(order, it))) {
            return Optional.of("order-change.gift-line");
        }
        return Optional.ofNullable(refusal(order));
    }

    private static boolean changesGift(Order order, ChangeOrder.Line change) {
        OrderLine line = order.lines().get(change.number() - 1);
        return line.isGift() && !line.quantity().equals(change.quantity());
    }

    /** Each of them once. */
    private static boolean areLinesOf(Order order, List<Integer> numbers) {
        return new HashSet<>(numbers).size() == numbers.size()
                && numbers.stream().allMatch(it -> it >= 1 && it <= order.lines().size());
    }

    private static @Nullable String refusal(Order order) {
        return switch (order.state()) {
            case SUBMITTED -> "order-change.being-assessed";
            case IN_APPROVAL ->
                    order.isDenied()
                            ? "order-change.denied"
                            : order.isAgreed() ? "order-change.agreed" : null;
            case APPROVED, SENT, ACCEPTED, PARTLY_SHIPPED, SHIPPED -> "order-change.too-late";
            case COMPLETED, REJECTED, CANCELLED -> "order-change.ended";
        };
    }

    private ChangeOutcome changeOrRefuse(Order order, ChangePlan plan, ChangeOrder command) {
        LicenceGate.Case buyer = gate.open(order.customer()).orElseThrow();
        FlashLines.Taking again = flash.again(order, assessment.assess(buyer, plan.wanted()));
        List<AssessedLine> assessed = again.lines();
        List<LineProblem> problems = new ArrayList<>(again.problems());
        assessed.forEach(line -> problems.addAll(line.problems()));
        Discounted discounted = Discounted.nothing(assessed);
        if (problems.isEmpty()) {
            discounted = discounts.again(buyer, order, assessed);
            problems.addAll(keep(order, plan, discounted));
        }
        return problems.isEmpty()
                ? change(order, plan, discounted, buyer.customer().viewer(), command)
                : new ChangeOutcome.Refused(plan.placed(problems));
    }

    /** Money and stock, both or neither; says why when neither. */
    private List<LineProblem> keep(Order order, ChangePlan plan, Discounted discounted) {
        flash.lock(order);
        if (!order.benefits().isEmpty()) {
            budgets.lock(order.number());
        }
        Optional<LineProblem> tooLow = money.change(order, discounted.total());
        if (tooLow.isPresent()) {
            return List.of(tooLow.get());
        }
        List<SubmitOrder.Line> goods = discounted.goods();
        List<LineProblem> shortages =
                holding.change(
                        order.id(),
                        OrderAssessment.demand(goods),
                        FlashLines.taken(discounted.lines()),
                        goods);
        if (!shortages.isEmpty()) {
            money.change(order, order.total());
        }
        return shortages;
    }

    private ChangeOutcome change(
            Order order,
            ChangePlan plan,
            Discounted discounted,
            Viewer viewer,
            ChangeOrder command) {
        List<AssessedLine> assessed = discounted.lines();
        List<OrderLine> lines = ladder.sold(viewer, assessed);
        OrderChange change =
                new OrderChange(
                        order,
                        plan.evidence(lines),
                        command.reason().strip(),
                        command.by(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!order.benefits().isEmpty()) {
            Set<String> useless = new HashSet<>();
            order.benefits().forEach(it -> useless.add(it.coupon()));
            useless.removeAll(discounted.coupons());
            useless.remove("");
            coupons.release(order.number(), useless, WHY_BACK, command.by());
            budgets.settle(order.number(), discounted.byPromotion(), revision(order));
            points.reduce(
                    order.number(),
                    discounted.points().map(OrderBenefit::points).orElse(0L),
                    revision(order),
                    command.by());
        }
        flash.keep(order, lines);
        order.change(lines, discounted.benefits());
        charges.review(order, order.number(), command.by());
        standIns.withdraw("order", order.number());
        history.keep(change);
        history.keep(order, "change", assessed.stream().map(AssessedLine::verdict).toList());
        audit.record(audited(order, change, command));
        notices.changed(order, change, command.reason().strip());
        events.publishEvent(new OrderChanged(order.number(), order.revision()));
        return new ChangeOutcome.Changed(order.revision());
    }

    /** The one that this change makes. */
    private static String revision(Order order) {
        return order.number() + "/" + (order.revision() + 1);
    }

    private static AuditEntry audited(Order order, OrderChange change, ChangeOrder command) {
        return new AuditEntry(
                command.by(),
                "change-order",
                "order",
                order.number(),
                command.reason().strip(),
                Map.of(
                        "before", text(change, LineChange::before),
                        "after", text(change, LineChange::after),
                        "total", change.totalBefore() + " → " + order.total(),
                        "withdrawn", String.valueOf(change.withdrawn().size())));
    }

    private static String text(
            OrderChange change, Function<LineChange, @Nullable LineFigures> figures) {
        List<String> lines = new ArrayList<>();
        for (LineChange line : change.lines()) {
            LineFigures shown = figures.apply(line);
            if (shown != null) {
                lines.add(
                        line.code()
                                + " × "
                                + shown.quantity()
                                + " @ "
                                + shown.price()
                                + " = "
                                + shown.amount());
            }
        }
        return String.join("; ", lines);
    }
}
