package io.mallhub.returns.internal;

import io.mallhub.order.OrderView;
import io.mallhub.returns.Reversal;
import io.mallhub.returns.ReversalConsequences;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws up the reversal statement: amounts of order lines, and what follows elsewhere. */
@Component
class Statements {
    private final JdbcClient jdbc;
    private final ObjectProvider<ReversalConsequences> consequences;

    Statements(JdbcClient jdbc, ObjectProvider<ReversalConsequences> consequences) {
        this.jdbc = jdbc;
        this.consequences = consequences;
    }

    /** So much of an order line comes back. */
    record Part(int orderLine, Quantity quantity) {}

    /** Shares for each part in order: later parts of one order line go on where earlier ended. */
    List<LineShare> shares(OrderView order, String exceptReturn, List<Part> parts) {
        return shares(order, new Earlier(given(order.number(), exceptReturn)), parts);
    }

    /** What inspected returns of the order have given back, by line of the order. */
    record Earlier(Map<Integer, LineShare.Given> given) {}

    Earlier earlier(OrderView order) {
        return new Earlier(given(order.number(), ""));
    }

    static List<LineShare> shares(OrderView order, Earlier earlier, List<Part> parts) {
        Map<Integer, LineShare.Given> given = new HashMap<>(earlier.given());
        List<LineShare> shares = new ArrayList<>();
        for (Part part : parts) {
            OrderView.Line sold = order.lines().get(part.orderLine() - 1);
            LineShare.Given before = given.getOrDefault(part.orderLine(), LineShare.Given.NOTHING);
            LineShare share =
                    LineShare.of(
                            new LineShare.Sold(sold.quantity(), sold.amount(), sold.vatRate()),
                            before,
                            part.quantity());
            given.put(part.orderLine(), before.plus(part.quantity(), share));
            shares.add(share);
        }
        return shares;
    }

    Reversal statement(
            OrderView order, List<Part> parts, List<LineShare> shares, String creditNote) {
        Map<Integer, Reversal.Line> lines = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Reversal.Line line = line(order, parts.get(i), shares.get(i));
            lines.merge(line.orderLine(), line, Statements::together);
        }
        List<Reversal.Line> accepted =
                lines.values().stream().filter(it -> it.accepted().isPositive()).toList();
        return new Reversal(
                accepted,
                sum(accepted.stream().map(Reversal.Line::gross).toList()),
                sum(accepted.stream().map(Reversal.Line::net).toList()),
                sum(accepted.stream().map(Reversal.Line::tax).toList()),
                creditNote,
                consequences
                        .orderedStream()
                        .flatMap(it -> it.of(order.number(), accepted).stream())
                        .toList());
    }

    private static Reversal.Line line(OrderView order, Part part, LineShare share) {
        OrderView.Line sold = order.lines().get(part.orderLine() - 1);
        return new Reversal.Line(
                part.orderLine(),
                sold.product(),
                sold.code(),
                sold.name(),
                part.quantity(),
                share.gross(),
                share.net(),
                share.tax());
    }

    private static Reversal.Line together(Reversal.Line one, Reversal.Line other) {
        return new Reversal.Line(
                one.orderLine(),
                one.product(),
                one.code(),
                one.name(),
                one.accepted().plus(other.accepted()),
                one.gross().plus(other.gross()),
                one.net().plus(other.net()),
                one.tax().plus(other.tax()));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private Map<Integer, LineShare.Given> given(String order, String exceptReturn) {
        Map<Integer, LineShare.Given> given = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT l.order_line, sum(l.to_stock + l.to_supplier + l.destroy) AS accepted,
                            sum(l.gross) AS gross, sum(l.net) AS net
                        FROM return_line l JOIN return_request r ON r.id = l.return_id
                        WHERE r.order_number = :order AND r.number <> :except AND l.inspected
                        GROUP BY l.order_line
                        """)
                .param("order", order)
                .param("except", exceptReturn)
                .query(
                        row -> {
                            given.put(
                                    row.getInt("order_line"),
                                    new LineShare.Given(
                                            new Quantity(row.getBigDecimal("accepted")),
                                            new Money(row.getBigDecimal("gross")),
                                            new Money(row.getBigDecimal("net"))));
                        });
        return given;
    }
}
