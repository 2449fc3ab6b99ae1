package io.mallhub.returns.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.order.EarnedCoupons;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome;
import io.mallhub.points.Points;
import io.mallhub.returns.ReturnSettled;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.ReturnWish;
import io.mallhub.returns.Reversal;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How returns end: with the money given back, or with nothing of them left. */
@Component
class ReturnEnding {
    static final Actor PROCESS = Actor.system("sales-return");

    private final OpenReturns returns;
    private final Claims claims;
    private final ReturnViews views;
    private final Statements statements;
    private final Orders orders;
    private final EarnedCoupons earned;
    private final Points points;
    private final ReturnHistory history;
    private final ReturnNotices notices;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReturnEnding(
            OpenReturns returns,
            Claims claims,
            ReturnViews views,
            Statements statements,
            Orders orders,
            EarnedCoupons earned,
            Points points,
            ReturnHistory history,
            ReturnNotices notices,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.returns = returns;
        this.claims = claims;
        this.views = views;
        this.statements = statements;
        this.orders = orders;
        this.earned = earned;
        this.points = points;
        this.history = history;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    void settle(String number) {
        ReturnRequest it = returns.lock(number);
        if (!it.settle()) {
            return;
        }
        if (it.wish() != ReturnWish.EXCHANGE) {
            chargeCoupons(it);
        }
        Reversal reversal = views.reversal(it);
        String creditNote = ReturnViews.creditNote(number);
        movePoints(it, reversal);
        if (!reversal.gross().isZero()) {
            orders.refund(it.orderNumber(), creditNote, reversal.gross(), number, PROCESS);
        }
        if (it.wish() != ReturnWish.EXCHANGE) {
            giveCouponsBack(it);
        }
        history.note(it, "return.settled", PROCESS, creditNote + " " + reversal.gross());
        notices.credited(it, reversal, creditNote);
        audit.record(
                new AuditEntry(
                        PROCESS,
                        "settle-return",
                        "return",
                        number,
                        creditNote,
                        Map.of("gross", reversal.gross().toString())));
        events.publishEvent(
                new ReturnSettled(
                        number,
                        it.orderNumber(),
                        it.customer(),
                        reversal.lines().stream().map(ReturnEnding::settled).toList(),
                        clock.instant()));
    }

    /**
     * Nobody is charged more than the statement of the inspection said, nor for what a coupon no
     * longer takes off, nor when something of the order has come to stay since.
     */
    private void chargeCoupons(ReturnRequest it) {
        if (it.charges().isEmpty()) {
            return;
        }
        OrderView order = orders.order(it.orderNumber()).orElseThrow();
        if (!Statements.isNothing(statements.staying(order, it.number()))) {
            it.charge(List.of());
            return;
        }
        earned.end(it.orderNumber(), it.number(), PROCESS);
        List<CouponCharge.Wanted> wanted = new ArrayList<>();
        for (CouponCharge.Wanted now : statements.wanted(it.orderNumber())) {
            it.charges().stream()
                    .filter(charge -> charge.isOf(now.use()))
                    .forEach(charge -> wanted.add(now.atMost(charge.gross())));
        }
        LineShare back =
                LineShare.sum(it.lines().stream().map(ReturnLine::share).toList())
                        .minus(it.lost().share());
        it.charge(CouponCharge.of(wanted, back));
        earned.charge(
                it.orderNumber(),
                it.number(),
                it.charges().stream().map(charge -> charge.of(it.orderNumber())).toList(),
                PROCESS);
    }

    /** Before the money: everywhere a company's points are locked first. */
    private void movePoints(ReturnRequest it, Reversal reversal) {
        if (it.wish() != ReturnWish.EXCHANGE) {
            givePointsBack(it);
        }
        Map<Integer, Money> back = new HashMap<>();
        reversal.lines().forEach(line -> back.put(line.orderLine(), line.gross()));
        points.takeBack(it.customer(), it.orderNumber(), it.number(), back);
    }

    private void givePointsBack(ReturnRequest it) {
        points.giveBack(it.orderNumber(), it.number(), it.pointsBack(), PROCESS);
    }

    private void giveCouponsBack(ReturnRequest it) {
        OrderView order = orders.order(it.orderNumber()).orElseThrow();
        Map<Integer, Quantity> kept = statements.staying(order, it.number());
        if (!order.discount().isZero()) {
            orders.giveCouponsBack(order.number(), kept, it.number(), PROCESS);
            earned.review(order.number(), kept, it.number(), PROCESS);
        }
        if (Statements.isNothing(kept)) {
            earned.end(order.number(), it.number(), PROCESS);
        }
    }

    private static ReturnSettled.Line settled(Reversal.Line line) {
        return new ReturnSettled.Line(
                line.orderLine(),
                line.product(),
                line.accepted(),
                line.gross(),
                line.net(),
                line.tax());
    }

    Optional<String> placeExchange(String number) {
        ReturnRequest it = returns.lock(number);
        if (it.wish() != ReturnWish.EXCHANGE || it.exchangeOrder() != null) {
            return Optional.ofNullable(it.exchangeOrder());
        }
        it.mustBe("exchange", ReturnState.SETTLED);
        List<SubmitOrder.Line> goods =
                it.lines().stream()
                        .filter(line -> line.accepted().isPositive())
                        .map(line -> new SubmitOrder.Line(line.product(), line.accepted()))
                        .toList();
        SubmitOutcome outcome =
                orders.submit(
                        new SubmitOrder(
                                it.customer(),
                                "exchange:" + number,
                                goods,
                                number,
                                orders.order(it.orderNumber()).orElseThrow().payment(),
                                List.of(),
                                0,
                                new SubmitOrder.Exchange(number, worth(it)),
                                it.origin().by()));
        if (outcome instanceof SubmitOutcome.Submitted placed) {
            it.exchangedBy(placed.orderNumber());
            history.note(it, "return.exchanged", PROCESS, placed.orderNumber());
            return Optional.of(placed.orderNumber());
        }
        history.note(it, "return.exchange-refused", PROCESS, why(outcome));
        notices.notExchanged(it);
        return Optional.empty();
    }

    /** As it was paid; what the rest lost of its discount is not about these goods. */
    private static Money worth(ReturnRequest it) {
        return LineShare.sum(it.lines().stream().map(ReturnLine::share).toList()).gross();
    }

    /** Message keys, which the pages put in words. */
    private static String why(SubmitOutcome outcome) {
        return outcome instanceof SubmitOutcome.Refused refused
                ? refused.problems().stream()
                        .map(it -> "%d: %s".formatted(it.line() + 1, it.problem()))
                        .collect(Collectors.joining("; "))
                : "return.exchange-key-reused";
    }

    void complete(String number) {
        ReturnRequest it = returns.lock(number);
        if (it.complete()) {
            if (it.exchangeOrder() == null) {
                givePointsBack(it); // what replaces goods costs what was paid besides the points
                if (it.wish() == ReturnWish.EXCHANGE) {
                    giveCouponsBack(it); // and leaves the coupons where they are
                }
            }
            history.note(it, "return.completed", PROCESS, "");
        }
    }

    /** False when the goods were quicker. */
    boolean withoutGoods(String number, ReturnState how, String what, String reason) {
        ReturnRequest it = returns.lock(number);
        if (!it.state().isBeforeGoods() && it.state() != how) {
            return false;
        }
        if (it.endWithoutGoods(how)) {
            it.lines()
                    .forEach(
                            line ->
                                    claims.change(
                                            it.orderNumber(),
                                            line,
                                            line.quantity(),
                                            Quantity.ZERO));
            claims.releaseTraceCodes(it.id());
            history.note(it, what, PROCESS, reason);
            if (how == ReturnState.REFUSED) {
                notices.refused(it, reason);
            }
        }
        return true;
    }
}
