package io.mallhub.order.internal;

import io.mallhub.flash.FlashQuotas;
import io.mallhub.flash.FlashQuotas.TakeOutcome;
import io.mallhub.flash.FlashQuotas.Wanted;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Fences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lines at the price of a flash sale: what they take of its quota, and what goes back. Orders
 * without such lines ask nothing.
 */
@Component
class FlashLines {
    private final FlashQuotas quotas;

    FlashLines(FlashQuotas quotas) {
        this.quotas = quotas;
    }

    /**
     * @param problems why nothing was taken; empty otherwise
     * @param fences what of the demand comes out of what is set aside
     */
    record Taking(
            List<AssessedLine> lines,
            Map<ProductId, Fences.Part> fences,
            List<LineProblem> problems) {
        boolean isRefused() {
            return !problems.isEmpty();
        }
    }

    /** All or nothing; comes before the stock is held. */
    Taking take(OrderId order, CustomerId company, List<AssessedLine> lines) {
        Map<ProductId, Wanted> wanted = wanted(lines);
        if (wanted.isEmpty()) {
            return new Taking(lines, Map.of(), List.of());
        }
        return switch (quotas.take(order, company, wanted)) {
            case TakeOutcome.Taken taken -> taken(lines, wanted, taken.occurrences());
            case TakeOutcome.Refused refused ->
                    new Taking(lines, Map.of(), problems(lines, refused.refusals()));
        };
    }

    private static Map<ProductId, Wanted> wanted(List<AssessedLine> lines) {
        Map<ProductId, Wanted> wanted = new LinkedHashMap<>();
        for (AssessedLine line : lines) {
            if (line.isFlash() && line.quote() != null) {
                wanted.merge(
                        line.productId(),
                        new Wanted(line.quantity(), line.quote().price()),
                        (one, more) ->
                                new Wanted(one.quantity().plus(more.quantity()), one.price()));
            }
        }
        return wanted;
    }

    private static Taking taken(
            List<AssessedLine> lines,
            Map<ProductId, Wanted> wanted,
            Map<ProductId, UUID> occurrences) {
        List<AssessedLine> taken = new ArrayList<>();
        for (AssessedLine line : lines) {
            UUID occurrence = occurrences.get(line.productId());
            taken.add(
                    line.isFlash() && line.quote() != null && occurrence != null
                            ? line.takenFrom(occurrence, line.quote())
                            : line);
        }
        Map<ProductId, Fences.Part> fences = new HashMap<>();
        occurrences.forEach(
                (product, occurrence) -> {
                    Wanted part = wanted.get(product);
                    if (part != null) {
                        fences.put(product, new Fences.Part(occurrence, part.quantity()));
                    }
                });
        return new Taking(taken, fences, List.of());
    }

    private static List<LineProblem> problems(
            List<AssessedLine> lines, List<FlashQuotas.Refusal> refusals) {
        List<LineProblem> problems = new ArrayList<>();
        for (AssessedLine line : lines) {
            for (FlashQuotas.Refusal it : refusals) {
                if (line.isFlash() && it.product().equals(line.productId())) {
                    problems.add(new LineProblem(line.line(), it.product(), it.key(), it.detail()));
                }
            }
        }
        return problems;
    }

    /** Of products at a flash price; what others can buy is in the stock's own figures. */
    Map<ProductId, Quantity> left(Collection<AssessedLine> lines) {
        return quotas.left(
                lines.stream()
                        .filter(AssessedLine::isFlash)
                        .map(AssessedLine::productId)
                        .distinct()
                        .toList());
    }

    /** An order that did not come to be gives everything back. */
    void undo(OrderId order, Taking taking) {
        if (!taking.fences().isEmpty()) {
            quotas.keep(order, Map.of(), "refused");
        }
    }

    /** An order that ended; comes before its stock is released. */
    void end(Order order) {
        if (!ofOrder(order).isEmpty()) {
            quotas.keep(order.id(), Map.of(), "ended");
        }
    }

    /** Comes before the stock of a changed order is touched. */
    void lock(Order order) {
        if (!ofOrder(order).isEmpty()) {
            quotas.lock(order.id());
        }
    }

    /**
     * Lines of a changed order: what it took keeps its price, and more of it is refused, since a
     * change is no new offer.
     */
    Taking again(Order order, List<AssessedLine> lines) {
        Map<ProductId, OrderLine> before = ofOrder(order);
        if (before.isEmpty()) {
            return new Taking(lines, Map.of(), List.of());
        }
        Map<ProductId, Quantity> had = sums(order.lines());
        Map<ProductId, Quantity> wanted = new HashMap<>();
        lines.forEach(it -> wanted.merge(it.productId(), it.quantity(), Quantity::plus));
        List<AssessedLine> kept = new ArrayList<>();
        List<LineProblem> problems = new ArrayList<>();
        for (AssessedLine line : lines) {
            OrderLine was = before.get(line.productId());
            UUID occurrence = was == null ? null : was.flash();
            if (was == null || occurrence == null) {
                kept.add(line);
                continue;
            }
            kept.add(line.takenFrom(occurrence, was.price()));
            Quantity now = wanted.getOrDefault(line.productId(), Quantity.ZERO);
            Quantity most = had.getOrDefault(line.productId(), Quantity.ZERO);
            if (now.compareTo(most) > 0) {
                problems.add(
                        new LineProblem(
                                line.line(),
                                line.productId(),
                                "flash-sale.no-more",
                                now + " > " + most));
            }
        }
        return new Taking(kept, Map.of(), problems);
    }

    /** How much of each product lines took of a flash sale; gifts take nothing of it. */
    static Map<ProductId, Quantity> taken(List<AssessedLine> lines) {
        return takenBy(lines.stream().map(AssessedLine::sold).toList());
    }

    /** As {@link #taken}, of an order's own lines. */
    static Map<ProductId, Quantity> takenBy(List<OrderLine> lines) {
        return sums(lines);
    }

    /** What the changed order takes less goes back; comes after its stock was changed. */
    void keep(Order order, List<OrderLine> lines) {
        if (!ofOrder(order).isEmpty()) {
            quotas.keep(order.id(), sums(lines), "changed-" + (order.revision() + 1));
        }
    }

    private static Map<ProductId, OrderLine> ofOrder(Order order) {
        Map<ProductId, OrderLine> lines = new HashMap<>();
        order.lines().stream()
                .filter(it -> it.flash() != null)
                .forEach(it -> lines.putIfAbsent(it.product(), it));
        return lines;
    }

    private static Map<ProductId, Quantity> sums(List<OrderLine> lines) {
        Map<ProductId, Quantity> sums = new HashMap<>();
        lines.stream()
                .filter(it -> it.flash() != null)
                .forEach(it -> sums.merge(it.product(), it.quantity(), Quantity::plus));
        return sums;
    }
}
