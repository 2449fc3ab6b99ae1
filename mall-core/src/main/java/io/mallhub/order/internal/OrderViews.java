package io.mallhub.order.internal;

import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.order.Explanation;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders whole, as their pages show them: a handful of queries, whatever the number of lines. */
@Component
class OrderViews {
    private final OrderRepository orders;
    private final ShipmentRepository shipments;
    private final OrderHistory history;
    private final OrderDiscounts discounts;

    OrderViews(
            OrderRepository orders,
            ShipmentRepository shipments,
            OrderHistory history,
            OrderDiscounts discounts) {
        this.orders = orders;
        this.shipments = shipments;
        this.history = history;
        this.discounts = discounts;
    }

    Optional<OrderView> view(String number) {
        return orders.findByNumber(number).map(this::view);
    }

    Orders.Keeping keeping(String number, Map<Integer, Quantity> kept) {
        return discounts.keeping(orders.findByNumber(number).orElseThrow(), kept);
    }

    Optional<Orders.Standing> standing(String number) {
        return orders.standing(number);
    }

    List<Explanation> explanations(String number) {
        return orders.findByNumber(number).map(Order::explanations).orElse(List.of());
    }

    private OrderView view(Order order) {
        return new OrderView(
                order.id(),
                order.number(),
                order.customer(),
                order.customerName(),
                order.state(),
                order.erp().state(),
                order.erp().number(),
                order.erp().words(),
                order.submission().byName(),
                order.submission().byKind() == Actor.Kind.STAFF,
                order.submission().channel(),
                order.submission().at(),
                order.deliveryNote(),
                order.payment(),
                lines(order),
                order.benefits().stream().map(OrderBenefit::view).toList(),
                order.total(),
                order.net(),
                order.tax(),
                order.stops().stream().map(ApprovalStop::view).toList(),
                order.approvals().stream().map(ApprovalDecision::view).toList(),
                shipments.findByOrderNumberOrderByShippedAtAscIdAsc(order.number()).stream()
                        .map(Shipment::view)
                        .toList(),
                history.changes(order).stream().map(OrderChange::view).toList());
    }

    private List<OrderView.Line> lines(Order order) {
        List<Verdict> verdicts = history.latestVerdicts(order.number());
        List<OrderView.Line> lines = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            int place = lines.size();
            Verdict verdict =
                    place < verdicts.size()
                            ? verdicts.get(place)
                            : new Verdict(line.product(), false, "gate.not-asked", Map.of());
            lines.add(line(place + 1, line, verdict));
        }
        return lines;
    }

    private static OrderView.Line line(int number, OrderLine line, Verdict verdict) {
        return new OrderView.Line(
                number,
                line.product(),
                line.code(),
                line.name(),
                line.unit(),
                line.quantity(),
                line.price(),
                line.discount(),
                line.points(),
                line.amount(),
                line.vatRate(),
                line.shipped(),
                verdict,
                line.gift());
    }
}
