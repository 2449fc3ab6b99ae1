package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.Orders;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the order: nobody has to be asked, or all have agreed. Posts the receivable. */
@Component
class ApproveOrderWorker implements Worker<ApproveOrderWorker.In> {
    private final Orders orders;

    ApproveOrderWorker(Orders orders) {
        this.orders = orders;
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
        orders.approve(in.orderNumber(), in.revision() == null ? 0 : in.revision());
        return Outcome.complete();
    }
}
