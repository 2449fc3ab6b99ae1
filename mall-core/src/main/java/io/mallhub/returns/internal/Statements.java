package io.mallhub.returns.internal;

import io.mallhub.order.EarnedCoupons;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.returns.ReturnWish;
import io.mallhub.returns.Reversal;
import io.mallhub.returns.ReversalConsequences;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws up the reversal statement: amounts of order lines, and what follows elsewhere. */
@Component
class Statements {
    private final JdbcClient jdbc;
    private final Orders orders;
    private final EarnedCoupons earned;
    private final ObjectProvider<ReversalConsequences> consequences;

    Statements(
            JdbcClient jdbc,
            Orders orders,
            EarnedCoupons earned,
            ObjectProvider<ReversalConsequences> consequences) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.earned = earned;
        this.consequences = consequences;
    }

    /** So much of an order line comes back. */
    record Part(int orderLine, Quantity quantity) {}

    /**
     * What goes back for parts of an order.
     *
     * @param shares for each part in order: later parts of one order line go on where earlier ended
     * @param pointsBack that paid a part of these goods
     * @param couponsBack numbers of coupons that the goods that stay no longer use
     * @param ended names of promotions that give nothing for the goods that stay
     * @param gifts what they cost that stay and are no longer earned
     * @param nothingStays of the whole order with the buyer, nor is replaced, nor may yet be
     * @param charges for coupons that the order earned and others used
     * @param chargesBack of what was charged for coupons that this order uses
     */
    record Refund(
            List<LineShare> shares,
            LostDiscount lost,
            long pointsBack,
            Set<String> couponsBack,
            List<String> ended,
            Money gifts,
            boolean nothingStays,
            List<CouponCharge> charges,
            List<EarnedCoupons.Back> chargesBack) {
        static Refund plain(List<LineShare> shares, long points, boolean nothingStays) {
            return new Refund(
                    shares,
                    LostDiscount.NONE,
                    points,
                    Set.of(),
                    List.of(),
                    Money.ZERO,
                    nothingStays,
                    List.of(),
                    List.of());
        }

        Refund with(List<CouponCharge> charged, List<EarnedCoupons.Back> back) {
            return new Refund(
                    shares,
                    lost,
                    pointsBack,
                    couponsBack,
                    ended,
                    gifts,
                    nothingStays,
                    charged,
                    back);
        }

        /** As it is told: what replaces goods costs what was paid besides the points. */
        Refund of(ReturnWish wish) {
            return wish == ReturnWish.EXCHANGE
                    ? new Refund(
                            shares,
                            lost,
                            0,
                            couponsBack,
                            ended,
                            gifts,
                            nothingStays,
                            charges,
                            chargesBack)
                    : this;
        }

        Money gross() {
            return whole().gross().minus(CouponCharge.sum(charges).gross());
        }

        /** Without what is charged. */
        LineShare whole() {
            return LineShare.sum(shares).minus(lost.share());
        }
    }

    Refund refund(OrderView order, String exceptReturn, List<Part> parts, ReturnWish wish) {
        return refund(order, earlier(order, exceptReturn), parts, wish);
    }

    /**
     * What inspected returns of the order have given back.
     *
     * @param given by line of the order
     * @param replaced of these, by line, what other goods came for: the buyer has as many as before
     */
    record Earlier(
            Map<Integer, LineShare.Given> given,
            Map<Integer, LineShare.Given> replaced,
            LostDiscount lost,
            long points) {
        /** Nothing came for these goods. */
        LineShare gone() {
            return sum(given).minus(sum(replaced));
        }

        private static LineShare sum(Map<Integer, LineShare.Given> lines) {
            return LineShare.sum(lines.values().stream().map(LineShare.Given::share).toList());
        }
    }

    Earlier earlier(OrderView order, String exceptReturn) {
        Map<Integer, LineShare.Given> given = given(order.number(), exceptReturn);
        return order.discount().isZero()
                ? new Earlier(given, replaced(order.number(), exceptReturn), LostDiscount.NONE, 0)
                : givenBesides(order.number(), exceptReturn, given);
    }

    /**
     * Goods that others replace leave the rest of the order as it was. Their points stay with what
     * replaces them; they are reckoned for the case that nothing does.
     */
    Refund refund(OrderView order, Earlier earlier, List<Part> parts, ReturnWish wish) {
        Refund refund = withoutCharges(order, earlier, parts, wish);
        return wish == ReturnWish.EXCHANGE
                ? refund
                : refund.with(
                        refund.nothingStays()
                                ? CouponCharge.of(wanted(order.number()), refund.whole())
                                : List.of(),
                        earned.foresee(
                                order.number(),
                                staying(order.number(), kept(order, earlier, parts), "")));
    }

    /**
     * What coupons take off that the order earned and others have, of the goods that stay there.
     */
    List<CouponCharge.Wanted> wanted(String number) {
        return earned.uses(number).stream()
                .map(it -> new CouponCharge.Wanted(it, earned.takenOff(it, kept(it.usedBy()))))
                .toList();
    }

    /** What of each line of the order stays with the buyer. */
    Map<Integer, Quantity> kept(String number) {
        OrderView order = orders.order(number).orElseThrow();
        return kept(order, earlier(order, ""), List.of());
    }

    /**
     * What stays with the buyer of what the order brought him. Where nothing else does, goods that
     * an exchange under way may replace still stay: what the order earned isn't over before the
     * exchange is.
     *
     * @param over number of a return that ends just now
     */
    Map<Integer, Quantity> staying(OrderView order, String over) {
        return staying(order.number(), kept(order, earlier(order, ""), List.of()), over);
    }

    /** Where something else stays, money was reckoned, and coupons told of, by just that. */
    private Map<Integer, Quantity> staying(String order, Map<Integer, Quantity> kept, String over) {
        if (!isNothing(kept)) {
            return kept;
        }
        Map<Integer, Quantity> staying = new HashMap<>(kept);
        toBeReplaced(order, over)
                .forEach((line, it) -> staying.merge(line, it.earlier(), Quantity::plus));
        return staying;
    }

    private Refund withoutCharges(
            OrderView order, Earlier earlier, List<Part> parts, ReturnWish wish) {
        List<LineShare> shares = shares(order, earlier, parts);
        Map<Integer, Quantity> kept = kept(order, earlier, parts);
        Map<Integer, Quantity> staying = staying(order.number(), kept, "");
        boolean nothingStays = wish != ReturnWish.EXCHANGE && isNothing(staying);
        if (order.discount().isZero()) {
            return Refund.plain(shares, 0, nothingStays);
        }
        long points = PointsBack.of(order, kept, earlier.points());
        if (wish == ReturnWish.EXCHANGE
                || order.benefits().stream().allMatch(OrderView.Benefit::isPoints)) {
            return Refund.plain(shares, points, nothingStays);
        }
        Orders.Keeping keeping = orders.keeping(order.number(), kept);
        LostDiscount lost =
                LostDiscount.of(order, earlier.gone(), earlier.lost(), shares, keeping.total());
        return new Refund(
                shares,
                lost,
                points,
                staying.equals(kept)
                        ? keeping.useless()
                        : orders.keeping(order.number(), staying).useless(),
                keeping.ended(),
                keeping.gifts(),
                nothingStays,
                List.of(),
                List.of());
    }

    static boolean isNothing(Map<Integer, Quantity> kept) {
        return kept.values().stream().allMatch(Quantity::isZero);
    }

    /** What of each line of the order stays with the buyer once these parts are back, too. */
    static Map<Integer, Quantity> kept(OrderView order, Earlier earlier, List<Part> parts) {
        Map<Integer, Quantity> kept = new HashMap<>();
        for (OrderView.Line line : order.lines()) {
            LineShare.Given given =
                    earlier.given().getOrDefault(line.number(), LineShare.Given.NOTHING);
            kept.put(
                    line.number(),
                    line.quantity()
                            .minus(given.earlier())
                            .plus(
                                    earlier.replaced()
                                            .getOrDefault(line.number(), LineShare.Given.NOTHING)
                                            .earlier()));
        }
        parts.forEach(it -> kept.merge(it.orderLine(), it.quantity(), Quantity::minus));
        return kept;
    }

    private static List<LineShare> shares(OrderView order, Earlier earlier, List<Part> parts) {
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

    Reversal statement(OrderView order, List<Part> parts, Refund refund, String creditNote) {
        Map<Integer, Reversal.Line> lines = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Reversal.Line line = line(order, parts.get(i), refund.shares().get(i));
            lines.merge(line.orderLine(), line, Statements::together);
        }
        List<Reversal.Line> accepted =
                lines.values().stream().filter(it -> it.accepted().isPositive()).toList();
        LineShare back = refund.whole().minus(CouponCharge.sum(refund.charges()));
        return new Reversal(
                accepted,
                refund.lost().gross(),
                refund.charges().stream().map(CouponCharge::view).toList(),
                back.gross(),
                back.net(),
                back.tax(),
                creditNote,
                consequences(order, accepted, refund, creditNote));
    }

    private List<Reversal.Consequence> consequences(
            OrderView order, List<Reversal.Line> accepted, Refund refund, String creditNote) {
        List<Reversal.Consequence> all = new ArrayList<>();
        for (OrderView.Benefit benefit : order.benefits()) {
            if (refund.couponsBack().contains(benefit.coupon())) {
                String which = benefit.name() + " " + benefit.coupon();
                all.add(new Reversal.Consequence("reversal.coupon", Money.ZERO, which, false));
            }
        }
        for (String promotion : refund.ended()) {
            all.add(new Reversal.Consequence("reversal.promotion", Money.ZERO, promotion, false));
        }
        if (!refund.gifts().isZero()) {
            String worth = refund.gifts().toString();
            all.add(new Reversal.Consequence("reversal.gift", Money.ZERO, worth, false));
        }
        if (refund.pointsBack() > 0) {
            String points = Long.toString(refund.pointsBack());
            all.add(new Reversal.Consequence("reversal.points-back", Money.ZERO, points, false));
        }
        for (EarnedCoupons.Back back : refund.chargesBack()) {
            String what = back.use().coupon() + " · " + back.use().earnedBy();
            all.add(
                    new Reversal.Consequence(
                            "reversal.coupon-charge-back", back.amount(), what, false));
        }
        if (creditNote.isEmpty()) {
            if (refund.nothingStays()) {
                for (String coupon : earned.of(order.number())) {
                    all.add(
                            new Reversal.Consequence(
                                    "reversal.earned-coupon", Money.ZERO, coupon, false));
                }
            }
            consequences.orderedStream().forEach(it -> all.addAll(it.of(order.number(), accepted)));
        }
        return all;
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

    private Earlier givenBesides(
            String order, String exceptReturn, Map<Integer, LineShare.Given> given) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(lost_gross), 0), coalesce(sum(lost_net), 0),
                            coalesce(sum(points_back) FILTER (WHERE exchange_order IS NULL), 0)
                        FROM return_request WHERE order_number = :order AND number <> :except
                        """)
                .param("order", order)
                .param("except", exceptReturn)
                .query(
                        (row, number) ->
                                new Earlier(
                                        given,
                                        replaced(order, exceptReturn),
                                        new LostDiscount(
                                                new Money(row.getBigDecimal(1)),
                                                new Money(row.getBigDecimal(2))),
                                        row.getLong(3)))
                .single();
    }

    private Map<Integer, LineShare.Given> given(String order, String exceptReturn) {
        return accepted(order, exceptReturn, "");
    }

    private Map<Integer, LineShare.Given> replaced(String order, String exceptReturn) {
        return accepted(order, exceptReturn, " AND r.exchange_order IS NOT NULL");
    }

    /** Inspected goods of exchanges that may still bring others. */
    private Map<Integer, LineShare.Given> toBeReplaced(String order, String exceptReturn) {
        return accepted(
                order,
                exceptReturn,
                " AND r.wish = 'EXCHANGE' AND r.exchange_order IS NULL"
                        + " AND r.state <> 'COMPLETED'");
    }

    private Map<Integer, LineShare.Given> accepted(
            String order, String exceptReturn, String which) {
        Map<Integer, LineShare.Given> given = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT l.order_line, sum(l.to_stock + l.to_supplier + l.destroy) AS accepted,
                            sum(l.gross) AS gross, sum(l.net) AS net
                        FROM return_line l JOIN return_request r ON r.id = l.return_id
                        WHERE r.order_number = :order AND r.number <> :except AND l.inspected%s
                        GROUP BY l.order_line
                        """
                                .formatted(which))
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
