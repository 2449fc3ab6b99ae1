package io.mallhub.routes.order;

import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Guarantees.Repeat;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpOrderStatus.State;
import io.mallhub.order.ErpOrders.VoidOutcome;
import io.mallhub.order.ErpState;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.routes.order.OrderVoidRoute.Request;
import io.mallhub.routes.outbound.ErpTrouble;
import io.mallhub.routes.outbound.ProbePlan;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Voids what the ERP has under an order number, be it one order or, after a mishap, several. Works
 * from what the ERP says, so it can be repeated at any time.
 */
@Component
class OrderVoiding {
    private final Orders orders;
    private final Outgoing outgoing;
    private final ErpConnections connections;
    private final ProbePlan plan;
    private final ErpTrouble trouble;

    OrderVoiding(
            Orders orders,
            Outgoing outgoing,
            ErpConnections connections,
            ProbePlan plan,
            ErpTrouble trouble) {
        this.orders = orders;
        this.outgoing = outgoing;
        this.connections = connections;
        this.plan = plan;
        this.trouble = trouble;
    }

    VoidOutcome run(Request request) {
        String number = request.number();
        OrderView order =
                orders.order(number)
                        .orElseThrow(() -> new IllegalArgumentException("No order " + number));
        if (order.erpState() == ErpState.VOIDED) {
            return new VoidOutcome.Voided();
        }
        Optional<Attempt> known = outgoing.attempt(Entity.ORDER, number);
        if (known.isEmpty()) {
            return neverThere(order);
        }
        return outgoing.take(Entity.ORDER, number, known.get().connection())
                .map(attempt -> decide(order, attempt, request.reason()))
                .orElseGet(() -> new VoidOutcome.Unavailable("A push of it is under way"));
    }

    private VoidOutcome decide(OrderView order, Attempt attempt, String reason) {
        if (attempt.sends() == 0) {
            outgoing.leave(attempt, "stopped before it was sent");
            return neverThere(order);
        }
        Optional<String> closed = connections.closed(attempt.connection(), Flow.ORDER_OUT);
        if (closed.isPresent()) {
            outgoing.leave(attempt, closed.get());
            return new VoidOutcome.Unavailable(closed.get());
        }
        return ask(order, attempt, reason);
    }

    private VoidOutcome ask(OrderView order, Attempt attempt, String reason) {
        ErpClient erp = connections.client(attempt.connection());
        try {
            VoidOutcome outcome = settle(order, attempt, erp, reason);
            outgoing.leave(attempt, outcome.toString());
            return outcome;
        } catch (ErpFault fault) {
            trouble.note(attempt.connection(), fault);
            outgoing.leave(attempt, String.valueOf(fault.getMessage()));
            return new VoidOutcome.Unavailable(String.valueOf(fault.getMessage()));
        }
    }

    private VoidOutcome settle(OrderView order, Attempt attempt, ErpClient erp, String reason) {
        if (erp.guarantees().orders() == Repeat.NEITHER) {
            return order.erpNumber() == null
                    ? new VoidOutcome.Unavailable("This ERP cannot be asked whether it has it")
                    : voidAll(order, erp, List.of(order.erpNumber()), reason);
        }
        List<ErpOrderStatus> found = erp.findOrders(order.number());
        if (!found.isEmpty()) {
            List<String> live =
                    found.stream()
                            .filter(there -> there.state() != State.VOIDED)
                            .map(ErpOrderStatus::code)
                            .toList();
            return voidAll(order, erp, live, reason);
        }
        Attempt asked = attempt.inDoubt() ? outgoing.foundNothing(attempt) : attempt;
        return plan.isDue(asked) && plan.isSure(asked, erp.guarantees().orders())
                ? neverThere(order)
                : new VoidOutcome.Unavailable("The ERP does not show it yet; it may still come");
    }

    private VoidOutcome voidAll(OrderView order, ErpClient erp, List<String> codes, String reason) {
        for (String code : codes) {
            try {
                erp.voidOrder(code, reason);
            } catch (ErpFault.Rejected refused) {
                return new VoidOutcome.TooLate(String.valueOf(refused.getMessage()));
            }
        }
        orders.recordVoided(order.number(), "void in the ERP: " + codes);
        outgoing.seen(Entity.ORDER, order.number());
        return new VoidOutcome.Voided();
    }

    private VoidOutcome neverThere(OrderView order) {
        if (order.erpState() != ErpState.NOT_SENT) {
            orders.recordVoided(order.number(), "the ERP never had it");
        }
        return new VoidOutcome.NeverThere();
    }
}
