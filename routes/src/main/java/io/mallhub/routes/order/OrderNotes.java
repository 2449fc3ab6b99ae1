package io.mallhub.routes.order;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.Bindings;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.order.Orders;
import io.mallhub.routes.order.OrderPush.Done;
import io.mallhub.routes.order.OrderPush.Open;
import io.mallhub.shared.Actor;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down, in order and bookkeeping together, how an attempt ended. */
@Component
class OrderNotes {
    private static final Logger LOG = LoggerFactory.getLogger(OrderNotes.class);

    private final Orders orders;
    private final Outgoing outgoing;
    private final Bindings bindings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    OrderNotes(
            Orders orders,
            Outgoing outgoing,
            Bindings bindings,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.outgoing = outgoing;
        this.bindings = bindings;
        this.audit = audit;
        this.transaction = transaction;
    }

    Done arrived(Open push, String erpNumber, Instant erpTime) {
        transaction.executeWithoutResult(
                status -> {
                    orders.recordSent(push.number(), erpNumber, erpTime);
                    // An order that was rejected and sent anew leaves its old number behind.
                    bindings.unlink(push.attempt().connection(), Entity.ORDER, push.number());
                    outgoing.arrived(push.attempt(), erpNumber, null);
                });
        return new Done(new PushOutcome.Acknowledged(erpNumber, erpTime));
    }

    Done refused(Open push, String erpWords) {
        notSent(push, erpWords);
        return new Done(new PushOutcome.Refused(erpWords));
    }

    Done unavailable(Open push, String detail) {
        notSent(push, detail);
        return new Done(new PushOutcome.Unavailable(detail));
    }

    private void notSent(Open push, String detail) {
        transaction.executeWithoutResult(
                status -> {
                    orders.recordNotSent(push.number(), detail);
                    outgoing.notThere(push.attempt(), detail);
                });
    }

    /** Still in doubt; asked again with the next push. */
    Done pending(Open push, String detail) {
        unknown(push, detail);
        return new Done(new PushOutcome.Unknown(detail, false));
    }

    /** Nothing more can be found out by asking. */
    Done parked(Open push, String detail) {
        unknown(push, detail);
        LOG.error("Order {} is parked for a person: {}", push.number(), detail);
        transaction.executeWithoutResult(status -> alarm(push, detail));
        return new Done(new PushOutcome.Unknown(detail, true));
    }

    private void unknown(Open push, String detail) {
        transaction.executeWithoutResult(
                status -> {
                    orders.recordOutcomeUnknown(push.number(), detail);
                    outgoing.leave(push.attempt(), detail);
                });
    }

    private void alarm(Open push, String detail) {
        Attempt attempt = push.attempt();
        audit.record(
                new AuditEntry(
                        Actor.system("erp-order-out"),
                        "park-order",
                        "order",
                        push.number(),
                        detail,
                        Map.of("connection", attempt.connection(), "sends", "" + attempt.sends())));
    }
}
