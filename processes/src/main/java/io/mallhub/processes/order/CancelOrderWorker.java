package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.Orders;
import io.mallhub.payment.OnlinePayments.CloseOutcome;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.shared.Actor;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Cancels on request, unless the ERP has begun to ship. A payment that is awaited is closed at the
 * provider before, so that nobody pays for a cancelled order; one that was made goes back with it.
 */
@Component
class CancelOrderWorker implements Worker<CancelOrderWorker.In> {
    private final Orders orders;
    private final PaymentClosing closing;
    private final ErpVoid erp;

    CancelOrderWorker(Orders orders, PaymentClosing closing, ErpVoid erp) {
        this.orders = orders;
        this.closing = closing;
        this.erp = erp;
    }

    record In(String orderNumber, String cancelReason, String cancelBy) {}

    @Override
    public JobType type() {
        return OrderApproval.CANCEL;
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        Actor by = Actor.system(in.cancelBy());
        if (closing.close(in.orderNumber(), in.cancelReason(), by)
                instanceof CloseOutcome.Unclear unclear) {
            return PaymentClosing.tryLater(unclear);
        }
        return erp.thenClose(
                in.orderNumber(),
                in.cancelReason(),
                order -> orders.cancel(order.number(), in.cancelReason(), by));
    }
}
