package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.order.CancelPart;
import io.mallhub.order.Invoices;
import io.mallhub.order.OrderProcesses;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What keeps a part of an order from being cancelled, in words of what to do instead. */
@Component
class PartRules {
    private static final int LONGEST_REASON = 500;

    private final PartTable parts;
    private final OrderPayment money;
    private final Invoices invoices;
    private final Products products;
    private final ObjectProvider<OrderProcesses> processes;

    PartRules(
            PartTable parts,
            OrderPayment money,
            Invoices invoices,
            Products products,
            ObjectProvider<OrderProcesses> processes) {
        this.parts = parts;
        this.money = money;
        this.invoices = invoices;
        this.products = products;
        this.processes = processes;
    }

    /**
     * @param why message key
     */
    record Refusal(String why, String detail) {
        static Optional<Refusal> of(String why) {
            return Optional.of(new Refusal(why, ""));
        }
    }

    static Optional<Refusal> refusal(CancelPart command) {
        return command.reason().isBlank() || command.reason().strip().length() > LONGEST_REASON
                ? Refusal.of("order-part.reason")
                : Optional.empty();
    }

    /** Of an order as it stands, whatever is to be cancelled. */
    Optional<Refusal> refusal(Order order) {
        return switch (order.state()) {
            case SUBMITTED, IN_APPROVAL -> Refusal.of("order-part.in-approval");
            case PARTLY_SHIPPED, SHIPPED -> Refusal.of("order-part.shipped");
            case COMPLETED, REJECTED, CANCELLED -> Refusal.of("order-part.ended");
            case APPROVED, SENT, ACCEPTED -> ofApproved(order);
        };
    }

    private Optional<Refusal> ofApproved(Order order) {
        if (parts.isRequested(order.number())) {
            return Refusal.of("order-part.waiting");
        }
        if (!money.isThere(order)) {
            return Refusal.of("order-part.unpaid");
        }
        if (!invoices.of(order.number()).isEmpty()) {
            return Refusal.of("order-part.invoiced");
        }
        return processes.stream().allMatch(it -> it.takesParts(order.number()))
                ? Optional.empty()
                : Refusal.of("order-part.old-process");
    }

    /**
     * @param keep as in {@link CancelPart}
     */
    Optional<Refusal> refusal(Order order, Map<Integer, Quantity> keep) {
        List<OrderLine> lines = order.lines();
        boolean isLess = false;
        for (Map.Entry<Integer, Quantity> entry : keep.entrySet()) {
            int number = entry.getKey();
            if (number < 1 || number > lines.size()) {
                return Refusal.of("order-part.unknown-line");
            }
            OrderLine line = lines.get(number - 1);
            int compared = entry.getValue().compareTo(line.quantity());
            if (compared > 0) {
                return Optional.of(
                        new Refusal("order-part.more", line.name() + ": 0 – " + line.quantity()));
            }
            if (line.isGift() && compared != 0) {
                return Refusal.of("order-part.gift-line");
            }
            isLess |= compared < 0;
        }
        if (!isLess) {
            return Refusal.of("order-part.nothing");
        }
        boolean isAll = true;
        for (int number = 1; number <= lines.size(); number++) {
            OrderLine line = lines.get(number - 1);
            isAll &= line.isGift() || keep.getOrDefault(number, line.quantity()).isZero();
        }
        return isAll ? Refusal.of("order-part.all") : ofQuantities(order, keep);
    }

    /** What is left of a line can be ordered so. */
    private Optional<Refusal> ofQuantities(Order order, Map<Integer, Quantity> keep) {
        List<ProductId> ids = order.lines().stream().map(OrderLine::product).toList();
        Map<ProductId, ProductView> known = products.products(ids);
        for (Map.Entry<Integer, Quantity> entry : keep.entrySet()) {
            OrderLine line = order.lines().get(entry.getKey() - 1);
            ProductView product = known.get(line.product());
            Quantity left = entry.getValue();
            if (product != null && left.isPositive() && !left.equals(line.quantity())) {
                Optional<QuantityRule.Broken> broken = QuantityRule.check(left, product);
                if (broken.isPresent()) {
                    return Optional.of(
                            new Refusal(
                                    broken.get().key(),
                                    line.name() + ": " + broken.get().detail()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Without what it no longer earns, less would cost more than all: nobody pays for cancelling.
     */
    static Optional<Refusal> costsMore(Order order, PartReckoning.Reduced reduced) {
        return reduced.total().compareTo(order.total()) > 0
                ? Optional.of(
                        new Refusal(
                                "order-part.costs-more", reduced.total() + " > " + order.total()))
                : Optional.empty();
    }
}
