package io.mallhub.order.internal;

import io.mallhub.order.ErpAnsweredOrder;
import io.mallhub.order.Orders.Sending;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.shared.Actor;
import io.mallhub.shared.SendingLease;
import io.mallhub.stock.Stock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The dialogue with the ERP as the order remembers it: intent, outcome, answer, void. */
@Component
class OrderSending {
    static final Actor ERP = Actor.system("ERP");

    private final OpenOrders orders;
    private final OrderChecks checks;
    private final Stock stock;
    private final OrderPayment money;
    private final LeftErpNumbers left;
    private final OrderHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration lease;

    OrderSending(
            OpenOrders orders,
            OrderChecks checks,
            Stock stock,
            OrderPayment money,
            LeftErpNumbers left,
            OrderHistory history,
            ApplicationEventPublisher events,
            Clock clock,
            @Value(SendingLease.OF_ORDERS) Duration lease) {
        this.orders = orders;
        this.checks = checks;
        this.stock = stock;
        this.money = money;
        this.left = left;
        this.history = history;
        this.events = events;
        this.clock = clock;
        this.lease = lease;
    }

    Sending start(String number) {
        Order order = orders.lock(number);
        ErpSide erp = order.erp();
        if (order.state().isEnd()) {
            return new Sending.AtAnEnd(order.state());
        }
        String erpNumber = erp.liveNumber();
        if (erpNumber != null) {
            return new Sending.AlreadySent(erpNumber);
        }
        order.mustBeApproved("send");
        money.mustBeThere(order);
        Instant now = clock.instant();
        Instant leasedUntil = erp.leasedUntil(now);
        if (leasedUntil != null) {
            return new Sending.InFlight(leasedUntil);
        }
        List<LineProblem> problems = checks.recheckLicences(order, "push");
        if (!problems.isEmpty()) {
            return new Sending.Stopped(problems);
        }
        boolean probeFirst = erp.lease(now, lease);
        history.note(order, "order.sending", OrderApprovals.PROCESS, "");
        return new Sending.Granted(probeFirst);
    }

    void notSent(String number, String detail) {
        Order order = orders.lock(number);
        order.erp().notSent();
        history.note(order, "order.not-sent", ERP, detail);
    }

    void outcomeUnknown(String number, String detail) {
        Order order = orders.lock(number);
        order.erp().outcomeUnknown();
        history.note(order, "order.outcome-unknown", ERP, detail);
    }

    void sent(String number, String erpNumber, Instant erpTime) {
        Order order = orders.lock(number);
        if (order.acknowledge(erpNumber)) {
            stock.knownToErp(order.id(), erpTime);
            history.note(order, "order.sent", ERP, erpNumber);
        }
    }

    void answered(String number, boolean accepted, String words, Instant erpTime) {
        Order order = orders.lock(number);
        boolean acknowledged = order.erp().isAcknowledged();
        if (!order.answer(accepted, words, erpTime)) {
            return;
        }
        if (accepted && !acknowledged) {
            stock.knownToErp(order.id(), erpTime);
        }
        history.note(order, accepted ? "order.erp-accepted" : "order.erp-rejected", ERP, words);
        events.publishEvent(new ErpAnsweredOrder(number, accepted, words, erpTime));
    }

    void voided(String number, Collection<String> erpNumbers, String detail) {
        voided(number, detail);
        left.add(number, erpNumbers);
    }

    Set<String> erpNumbersLeft(String number) {
        return left.of(number);
    }

    void voided(String number, String detail) {
        Order order = orders.lock(number);
        if (order.voided()) {
            history.note(order, "order.voided", ERP, detail);
        }
    }
}
