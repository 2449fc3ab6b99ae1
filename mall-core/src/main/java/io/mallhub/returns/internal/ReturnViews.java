package io.mallhub.returns.internal;

import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.returns.ReturnOfOrder;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns.EligibilityFacts;
import io.mallhub.returns.Reversal;
import io.mallhub.returns.SubmitReturn;
import io.mallhub.returns.TemperatureRecord;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Returns as others see them, with their statement as it stands. */
@Component
class ReturnViews {
    private final Orders orders;
    private final Statements statements;
    private final ReturnHistory history;
    private final Clock clock;

    ReturnViews(Orders orders, Statements statements, ReturnHistory history, Clock clock) {
        this.orders = orders;
        this.statements = statements;
        this.history = history;
        this.clock = clock;
    }

    ReturnView view(ReturnRequest it) {
        List<ReturnView.Line> lines = new ArrayList<>();
        it.lines().forEach(line -> lines.add(line.view(lines.size() + 1)));
        return new ReturnView(
                it.number(),
                it.orderNumber(),
                it.customer(),
                it.customerName(),
                it.state(),
                it.erp().state(),
                it.erp().number(),
                it.reason(),
                it.wish(),
                it.note(),
                it.temperatures(),
                it.origin().by(),
                it.origin().at(),
                lines,
                history.acts(it),
                reversal(it),
                it.exchangeOrder());
    }

    /** As inspected; before that, as if everything that is asked for were accepted. */
    Reversal reversal(ReturnRequest it) {
        OrderView order = order(it);
        List<Statements.Part> parts = new ArrayList<>();
        for (ReturnLine line : it.lines()) {
            parts.add(new Statements.Part(line.orderLine(), line.claimed()));
        }
        boolean inspected = it.lines().stream().allMatch(ReturnLine::isInspected);
        Statements.Refund refund =
                inspected
                        ? inspected(it)
                        : it.state().isWithoutGoods()
                                ? nothing(parts)
                                : statements.refund(order, it.number(), parts, it.wish());
        boolean settled = it.state() == ReturnState.SETTLED || it.state() == ReturnState.COMPLETED;
        return statements.statement(
                order, parts, refund.of(it.wish()), settled ? creditNote(it.number()) : "");
    }

    private static Statements.Refund inspected(ReturnRequest it) {
        return new Statements.Refund(
                it.lines().stream().map(ReturnLine::share).toList(),
                it.lost(),
                it.pointsBack(),
                Set.of(),
                List.of(),
                Money.ZERO,
                false,
                it.charges(),
                List.of());
    }

    private static Statements.Refund nothing(List<Statements.Part> parts) {
        return Statements.Refund.plain(
                parts.stream().map(part -> LineShare.NONE).toList(), 0, false);
    }

    /**
     * @param all of one order
     */
    List<ReturnOfOrder> ofOrder(List<ReturnRequest> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        OrderView order = order(all.getFirst());
        Statements.Earlier earlier = statements.earlier(order, "");
        return all.stream()
                .map(
                        it ->
                                new ReturnOfOrder(
                                        it.number(),
                                        it.state(),
                                        it.reason(),
                                        it.origin().at(),
                                        amount(it, order, earlier)))
                .toList();
    }

    /** What is not inspected has no share in what came back earlier. */
    private Money amount(ReturnRequest it, OrderView order, Statements.Earlier earlier) {
        if (it.lines().stream().allMatch(ReturnLine::isInspected)) {
            return inspected(it).gross();
        }
        if (it.state().isWithoutGoods()) {
            return Money.ZERO;
        }
        List<Statements.Part> parts =
                it.lines().stream()
                        .map(line -> new Statements.Part(line.orderLine(), line.claimed()))
                        .toList();
        return statements.refund(order, earlier, parts, it.wish()).gross();
    }

    Reversal preview(SubmitReturn asked, OrderView order) {
        List<Statements.Part> parts =
                asked.lines().stream()
                        .filter(line -> line.quantity().isPositive())
                        .map(line -> new Statements.Part(line.orderLine(), line.quantity()))
                        .toList();
        return statements.statement(
                order,
                parts,
                statements.refund(order, "", parts, asked.wish()).of(asked.wish()),
                "");
    }

    EligibilityFacts facts(ReturnRequest it) {
        Set<String> deliveries =
                it.lines().stream().map(ReturnLine::delivery).collect(Collectors.toSet());
        LocalDate today = MallTime.today(clock);
        long days =
                order(it).shipments().stream()
                        .filter(delivery -> deliveries.contains(delivery.erpNumber()))
                        .map(delivery -> MallTime.dateOf(delivery.shippedAt()))
                        .mapToLong(shipped -> ChronoUnit.DAYS.between(shipped, today))
                        .max()
                        .orElseThrow();
        TemperatureRecord temperatures = it.temperatures();
        Money amount = reversal(it).gross();
        return new EligibilityFacts(
                days,
                it.lines().stream().anyMatch(ReturnLine::isColdChain),
                temperatures != null && temperatures.isCold(),
                it.reason(),
                amount);
    }

    /** The credit note has the digits of its return. */
    static String creditNote(String number) {
        return number.replaceFirst("^RT", "CN");
    }

    private OrderView order(ReturnRequest it) {
        return orders.order(it.orderNumber()).orElseThrow();
    }
}
