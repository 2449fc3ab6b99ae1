package io.mallhub.processes.order;

import io.mallhub.order.ErpOrders;
import io.mallhub.order.ErpOrders.VoidOutcome;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.processes.IncidentDesk.Kind;
import io.mallhub.processes.IncidentMessage;
import io.mallhub.processes.engine.Outcome;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Takes an order back: first in the ERP, then in the mall. Whether it is too late is the ERP's word
 * alone, so that "cancelled" and "shipped" never both happen.
 */
@Component
class ErpVoid {
    private final Orders orders;
    private final ErpOrders erp;

    ErpVoid(Orders orders, ErpOrders erp) {
        this.orders = orders;
        this.erp = erp;
    }

    /**
     * @param close ends the order in the mall, once the ERP surely has none open. If sending began
     *     meanwhile it refuses with an exception, and the job is tried again.
     */
    Outcome thenClose(String number, String reason, Consumer<OrderView> close) {
        OrderView order = orders.order(number).orElseThrow();
        switch (order.state()) {
            case REJECTED, CANCELLED -> {
                return tooLate(false);
            }
            case PARTLY_SHIPPED, SHIPPED, COMPLETED -> {
                return tooLate(true);
            }
            default -> {}
        }
        return switch (voidInErp(order, reason)) {
            case VoidOutcome.TooLate late -> tooLate(true);
            case VoidOutcome.Unavailable away -> tryLater(away);
            case VoidOutcome.Waiting waiting ->
                    Outcome.awaitErp(waiting.detail(), waiting.lookAgain());
            case VoidOutcome.Voided voided -> closed(order, close);
            case VoidOutcome.NeverThere never -> closed(order, close);
        };
    }

    /** Makes sure that the ERP has no longer an open one. */
    VoidOutcome voidInErp(String number, String reason) {
        return voidInErp(orders.order(number).orElseThrow(), reason);
    }

    static Outcome tryLater(VoidOutcome.Unavailable away) {
        return Outcome.tryLater(IncidentMessage.of(Kind.ERP_AWAY, "ERP 暂不可用：" + away.detail()));
    }

    private VoidOutcome voidInErp(OrderView order, String reason) {
        return switch (order.erpState()) {
            case NOT_SENT, VOIDED, REJECTED -> new VoidOutcome.NeverThere();
            case SENDING, OUTCOME_UNKNOWN, ACKNOWLEDGED, ACCEPTED -> asked(order, reason);
        };
    }

    private VoidOutcome asked(OrderView order, String reason) {
        VoidOutcome outcome = erp.voidOrder(order.number(), reason);
        if (outcome instanceof VoidOutcome.Voided || outcome instanceof VoidOutcome.NeverThere) {
            orders.recordVoided(order.number(), reason);
        }
        return outcome;
    }

    private static Outcome closed(OrderView order, Consumer<OrderView> close) {
        close.accept(order);
        return tooLate(false);
    }

    private static Outcome tooLate(boolean tooLate) {
        return Outcome.complete("tooLate", tooLate);
    }
}
