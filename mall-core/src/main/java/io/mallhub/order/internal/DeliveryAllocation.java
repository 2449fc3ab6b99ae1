package io.mallhub.order.internal;

import io.mallhub.order.Orders.ReportShipment;
import io.mallhub.order.Orders.ShipmentOutcome.Refused;
import io.mallhub.order.ShippedBatches.Goods;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Spreads the batches of a delivery over the lines of an order, without touching them: a batch that
 * names no line goes to the open lines of its product from the top. Never more than is open.
 */
final class DeliveryAllocation {
    private final List<OrderLine> lines;
    private final Quantity[] open;
    private final List<ShipmentBatch> parts = new ArrayList<>();

    private DeliveryAllocation(List<OrderLine> lines) {
        this.lines = lines;
        open = lines.stream().map(OrderLine::open).toArray(Quantity[]::new);
    }

    /** Either the parts or the reason why the delivery cannot be one of this order. */
    record Result(List<ShipmentBatch> parts, Optional<Refused> refusal) {
        Set<Goods> goods() {
            return parts.stream().map(ShipmentBatch::goods).collect(Collectors.toUnmodifiableSet());
        }
    }

    static Result of(List<OrderLine> lines, List<ReportShipment.Batch> batches) {
        DeliveryAllocation allocation = new DeliveryAllocation(lines);
        Optional<Refused> refusal =
                batches.isEmpty()
                        ? Optional.of(new Refused("shipment.no-batches", ""))
                        : batches.stream().flatMap(it -> allocation.add(it).stream()).findFirst();
        return new Result(refusal.isPresent() ? List.of() : allocation.parts, refusal);
    }

    private Optional<Refused> add(ReportShipment.Batch batch) {
        if (!batch.quantity().isPositive()) {
            return refused("shipment.quantity-not-positive", batch);
        }
        if (batch.line() < 0 || batch.line() > lines.size() || !hasProduct(batch)) {
            return refused("shipment.unknown-line", batch);
        }
        Quantity rest = batch.quantity();
        for (int line = 1; line <= lines.size() && rest.isPositive(); line++) {
            if (concerns(batch, line)) {
                rest = rest.minus(take(batch, line, rest));
            }
        }
        return rest.isPositive() ? refused("shipment.more-than-ordered", batch) : Optional.empty();
    }

    private Quantity take(ReportShipment.Batch batch, int line, Quantity wanted) {
        Quantity there = open[line - 1];
        Quantity part = wanted.compareTo(there) < 0 ? wanted : there;
        if (part.isPositive()) {
            open[line - 1] = there.minus(part);
            parts.add(
                    new ShipmentBatch(
                            line,
                            batch.product().value(),
                            batch.batch(),
                            batch.expiry(),
                            part.amount()));
        }
        return part;
    }

    private boolean hasProduct(ReportShipment.Batch batch) {
        for (int line = 1; line <= lines.size(); line++) {
            if (concerns(batch, line)) {
                return true;
            }
        }
        return false;
    }

    private boolean concerns(ReportShipment.Batch batch, int line) {
        ProductId product = lines.get(line - 1).product();
        return product.equals(batch.product()) && (batch.line() == 0 || batch.line() == line);
    }

    private static Optional<Refused> refused(String problem, ReportShipment.Batch batch) {
        String detail =
                "line %d, product %s, batch %s, quantity %s"
                        .formatted(batch.line(), batch.product(), batch.batch(), batch.quantity());
        return Optional.of(new Refused(problem, detail));
    }
}
