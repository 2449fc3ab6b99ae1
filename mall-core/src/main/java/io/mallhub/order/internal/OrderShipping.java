package io.mallhub.order.internal;

import io.mallhub.order.ErpState;
import io.mallhub.order.OrderShipped;
import io.mallhub.order.OrderState;
import io.mallhub.order.Orders.ReportShipment;
import io.mallhub.order.Orders.ShipmentOutcome;
import io.mallhub.order.Orders.ShipmentOutcome.Refused;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Deliveries: booked once by their number, whole or not at all, never more than was ordered. */
@Component
class OrderShipping {
    private final OpenOrders orders;
    private final ShipmentRepository shipments;
    private final Stock stock;
    private final OrderHistory history;
    private final ApplicationEventPublisher events;

    OrderShipping(
            OpenOrders orders,
            ShipmentRepository shipments,
            Stock stock,
            OrderHistory history,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.shipments = shipments;
        this.stock = stock;
        this.history = history;
        this.events = events;
    }

    ShipmentOutcome record(ReportShipment report) {
        return orders.find(report.orderNumber())
                .map(order -> record(report, order))
                .orElseGet(() -> new Refused("shipment.unknown-order", report.orderNumber()));
    }

    private ShipmentOutcome record(ReportShipment report, Order order) {
        if (isKnown(report, order)) {
            return new ShipmentOutcome.Repeated();
        }
        Optional<Refused> impossible = notShippable(order);
        if (impossible.isPresent()) {
            return impossible.get();
        }
        DeliveryAllocation.Result delivery = DeliveryAllocation.of(order.lines(), report.batches());
        return delivery.refusal().isPresent()
                ? delivery.refusal().get()
                : book(report, order, delivery);
    }

    /** Of an order that nothing was shipped of, no delivery is known. */
    private boolean isKnown(ReportShipment report, Order order) {
        return order.lines().stream().anyMatch(OrderLine::isShippedInPart)
                && shipments.existsByOrderNumberAndDeliveryNumber(
                        order.number(), report.erpDeliveryNumber());
    }

    private ShipmentOutcome book(
            ReportShipment report, Order order, DeliveryAllocation.Result delivery) {
        delivery.parts()
                .forEach(
                        part ->
                                order.lines()
                                        .get(part.line() - 1)
                                        .ship(new Quantity(part.quantity())));
        order.shipped();
        boolean complete = order.state() == OrderState.SHIPPED;
        if (!order.erp().isAcknowledged()) {
            stock.knownToErp(order.id(), report.shippedAt());
        }
        history.note(
                order,
                complete ? "order.shipped" : "order.partly-shipped",
                Actor.erp(report.connection()),
                report.erpDeliveryNumber());
        // Written at once: who hears of the delivery finds it in the tables.
        shipments.saveAndFlush(
                new Shipment(
                        order.number(),
                        report.erpDeliveryNumber(),
                        report.connection(),
                        report.shippedAt(),
                        delivery.parts()));
        boolean accepted = order.erp().state() == ErpState.ACCEPTED;
        events.publishEvent(
                new OrderShipped(
                        order.number(),
                        report.erpDeliveryNumber(),
                        complete,
                        accepted,
                        delivery.goods()));
        return new ShipmentOutcome.Recorded(complete);
    }

    private static Optional<Refused> notShippable(Order order) {
        return switch (order.state()) {
            case SUBMITTED, IN_APPROVAL ->
                    Optional.of(new Refused("shipment.not-sent", order.state().name()));
            case COMPLETED, REJECTED, CANCELLED ->
                    Optional.of(new Refused("shipment.order-ended", order.state().name()));
            case SHIPPED ->
                    Optional.of(new Refused("shipment.more-than-ordered", order.state().name()));
            case APPROVED, SENT, ACCEPTED, PARTLY_SHIPPED -> Optional.empty();
        };
    }
}
