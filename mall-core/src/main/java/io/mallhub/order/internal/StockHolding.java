package io.mallhub.order.internal;

import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Fences;
import io.mallhub.stock.Stock;
import io.mallhub.stock.Stock.Shortage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Stock as the lines of an order see it: every line of a short product is named. */
@Component
class StockHolding {
    private final Stock stock;

    StockHolding(Stock stock) {
        this.stock = stock;
    }

    /** Holds all, or nothing and says why. */
    List<LineProblem> hold(
            OrderId order,
            Map<ProductId, Quantity> demand,
            Map<ProductId, Fences.Part> fenced,
            List<SubmitOrder.Line> lines) {
        return problems(stock.hold(order, demand, fenced), lines);
    }

    /**
     * Holds this instead of what is held, or changes nothing and says why.
     *
     * @param fenced what of the demand may stay out of what is set aside
     */
    List<LineProblem> change(
            OrderId order,
            Map<ProductId, Quantity> demand,
            Map<ProductId, Quantity> fenced,
            List<SubmitOrder.Line> lines) {
        return problems(stock.change(order, demand, fenced), lines);
    }

    private static List<LineProblem> problems(
            Stock.HoldOutcome outcome, List<SubmitOrder.Line> lines) {
        return switch (outcome) {
            case Stock.HoldOutcome.Held held -> List.of();
            case Stock.HoldOutcome.Short tooShort -> problems(tooShort.shortages(), lines);
        };
    }

    /**
     * What a hold would say, for an order that is refused anyway.
     *
     * @param aside what flash sales have left for this order
     */
    List<LineProblem> foresee(
            Map<ProductId, Quantity> demand,
            List<SubmitOrder.Line> lines,
            Map<ProductId, Quantity> aside) {
        Map<ProductId, Quantity> sellable = stock.sellable(demand.keySet());
        List<Shortage> shortages = new ArrayList<>();
        demand.forEach(
                (product, wanted) -> {
                    Quantity there =
                            sellable.getOrDefault(product, Quantity.ZERO)
                                    .plus(aside.getOrDefault(product, Quantity.ZERO));
                    if (wanted.compareTo(there) > 0) {
                        shortages.add(new Shortage(product, wanted, there));
                    }
                });
        return problems(shortages, lines);
    }

    private static List<LineProblem> problems(
            List<Shortage> shortages, List<SubmitOrder.Line> lines) {
        List<LineProblem> problems = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            for (Shortage it : shortages) {
                if (it.product().equals(lines.get(line).product())) {
                    String detail = it.wanted() + " > " + it.sellable();
                    problems.add(new LineProblem(line, it.product(), "stock.short", detail));
                }
            }
        }
        return problems;
    }
}
