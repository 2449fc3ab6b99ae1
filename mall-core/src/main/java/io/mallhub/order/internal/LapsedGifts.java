package io.mallhub.order.internal;

import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.promotion.Budgets;
import io.mallhub.shared.ProductId;
import io.mallhub.stock.Stock;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes gifts out of an approved order that may not go to the buyer any more: what he bought goes
 * on. The order keeps what it had in its thread; buyer and order desk are told.
 */
@Component
class LapsedGifts {
    private final Stock stock;
    private final Budgets budgets;
    private final OrderHistory history;
    private final OrderNotices notices;
    private final Clock clock;

    LapsedGifts(
            Stock stock, Budgets budgets, OrderHistory history, OrderNotices notices, Clock clock) {
        this.stock = stock;
        this.budgets = budgets;
        this.history = history;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * All or none. What may be on its way into the ERP stays as it is, and so does a gift before
     * others in an order that the ERP has: it knows lines by their numbers.
     *
     * @param problems of the licence gate, at least one
     * @return whether only gifts were concerned and they are out
     */
    boolean leaveOut(Order order, List<LineProblem> problems) {
        Set<Integer> lapsed =
                problems.stream()
                        .map(LineProblem::line)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!order.canGoWithout(lapsed)) {
            return false;
        }
        List<OrderLine> gone = lapsed.stream().map(order.lines()::get).toList();
        OrderChange change =
                OrderChange.without(
                        order,
                        lapsed,
                        why(problems),
                        OrderApprovals.PROCESS,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<ProductId> products = gone.stream().map(OrderLine::product).distinct().toList();
        stock.release(order.id(), products);
        order.leaveOut(lapsed);
        budgets.settle(order.number(), Discounted.byPromotion(order.benefits()), order.changeKey());
        history.keep(change);
        notices.giftsLeftOut(order, gone);
        return true;
    }

    private static String why(List<LineProblem> problems) {
        return problems.stream()
                .map(LineProblem::problem)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
