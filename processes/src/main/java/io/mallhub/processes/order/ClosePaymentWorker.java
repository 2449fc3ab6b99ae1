package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.payment.OnlinePayments.CloseOutcome;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.shared.Actor;
import org.springframework.stereotype.Component;

/** The time to pay is over: who paid in the last moment has paid, nobody else can any more. */
@Component
class ClosePaymentWorker implements Worker<ClosePaymentWorker.In> {
    private final PaymentClosing closing;

    ClosePaymentWorker(PaymentClosing closing) {
        this.closing = closing;
    }

    record In(String orderNumber) {}

    @Override
    public JobType type() {
        return OrderApproval.CLOSE_PAYMENT;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        CloseOutcome outcome =
                closing.close(in.orderNumber(), "payment.expired", Actor.system(OrderApproval.ID));
        return switch (outcome) {
            case CloseOutcome.Paid _ -> Outcome.complete(OrderApproval.IS_PAID, true);
            case CloseOutcome.Closed _ -> Outcome.complete(OrderApproval.IS_PAID, false);
            case CloseOutcome.Unclear unclear -> PaymentClosing.tryLater(unclear);
        };
    }
}
