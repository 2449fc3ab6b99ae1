package io.mallhub.routes.order;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Guarantees.Repeat;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpOrderStatus.State;
import io.mallhub.routes.order.OrderPush.Open;
import io.mallhub.routes.outbound.ErpTrouble;
import io.mallhub.routes.outbound.ProbePlan;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the ERP by mall order number whether it has the order. */
@Component
class OrderProbe {
    private final ErpConnections connections;
    private final Outgoing outgoing;
    private final Bindings bindings;
    private final ProbePlan plan;
    private final ErpTrouble trouble;
    private final OrderNotes notes;

    OrderProbe(
            ErpConnections connections,
            Outgoing outgoing,
            Bindings bindings,
            ProbePlan plan,
            ErpTrouble trouble,
            OrderNotes notes) {
        this.connections = connections;
        this.outgoing = outgoing;
        this.bindings = bindings;
        this.plan = plan;
        this.trouble = trouble;
        this.notes = notes;
    }

    /** Done, or open without need to ask: then the ERP surely doesn't have it. */
    OrderPush ask(Open push) {
        Attempt attempt = push.attempt();
        ErpClient erp = connections.client(attempt.connection());
        Repeat repeat = erp.guarantees().orders();
        if (repeat == Repeat.NEITHER) {
            return attempt.inDoubt()
                    ? notes.parked(
                            push, "It was sent, no answer came, and this ERP cannot be asked")
                    : push.with(attempt, false);
        }
        if (!plan.isDue(attempt)) {
            return notes.pending(push, "The ERP is asked again at " + plan.due(attempt));
        }
        List<ErpOrderStatus> found;
        try {
            found = withoutOld(attempt, erp.findOrders(push.number()));
        } catch (ErpFault fault) {
            trouble.note(attempt.connection(), fault);
            return notes.pending(push, "The ERP could not be asked: " + fault.getMessage());
        }
        return found.isEmpty() ? foundNothing(push, repeat) : found(push, found);
    }

    /** An order sent anew after a rejection is not the rejected one. */
    private List<ErpOrderStatus> withoutOld(Attempt attempt, List<ErpOrderStatus> found) {
        String old =
                bindings.byMallId(attempt.connection(), Entity.ORDER, attempt.mallId())
                        .map(Bindings.Link::erpId)
                        .orElse("");
        return found.stream().filter(order -> !order.code().equals(old)).toList();
    }

    private OrderPush found(Open push, List<ErpOrderStatus> found) {
        List<ErpOrderStatus> live = found.stream().filter(o -> o.state() != State.VOIDED).toList();
        if (live.size() == 1) {
            ErpOrderStatus there = live.getFirst();
            return notes.arrived(push, there.code(), there.changedAt());
        }
        List<String> codes = found.stream().map(ErpOrderStatus::code).toList();
        return notes.parked(
                push,
                live.isEmpty()
                        ? "The ERP has it only as void: " + codes
                        : "The ERP has it " + live.size() + " times: " + codes);
    }

    private OrderPush foundNothing(Open push, Repeat repeat) {
        Attempt attempt = outgoing.foundNothing(push.attempt());
        Open asked = push.with(attempt, false);
        if (!plan.isSure(attempt, repeat)) {
            return notes.pending(
                    asked,
                    "The ERP does not show it yet (asked "
                            + attempt.emptyProbes()
                            + " times); asked again at "
                            + plan.due(attempt));
        }
        if (plan.isExhausted(attempt)) {
            return notes.parked(
                    asked, "Sent " + attempt.sends() + " times, and the ERP never shows it");
        }
        return asked;
    }
}
