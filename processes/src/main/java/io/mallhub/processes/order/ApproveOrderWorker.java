package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.Orders;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the order: nobody has to be asked, or all have agreed. Its money is posted, captured or
 * asked for; what is asked for is awaited.
 */
@Component
class ApproveOrderWorker implements Worker<ApproveOrderWorker.In> {
    private final Orders orders;
    private final AwaitedPayments payments;

    ApproveOrderWorker(Orders orders, AwaitedPayments payments) {
        this.orders = orders;
        this.payments = payments;
    }

    /**
     * @param revision of the facts that were decided on; null where they were gathered before
     *     orders could be changed
     */
    record In(String orderNumber, @Nullable Integer revision) {}

    @Override
    public JobType type() {
        return OrderApproval.APPROVE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        int revision = in.revision() == null ? 0 : in.revision();
        if (!orders.approve(in.orderNumber(), revision).toBePaidFirst()) {
            return Outcome.complete();
        }
        return payments.of(in.orderNumber())
                .map(ApproveOrderWorker::awaited)
                .orElseGet(Outcome::complete);
    }

    /** The times stand in the payment, where the buyer reads them too. */
    private static Outcome awaited(AwaitedPayment payment) {
        return Outcome.complete(
                Map.of(
                        OrderApproval.PAYMENT_AWAITED,
                        true,
                        OrderApproval.PAYMENT_REMINDER,
                        text(payment.remindAt()),
                        OrderApproval.PAYMENT_EXPIRY,
                        text(payment.expiresAt())));
    }

    private static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
