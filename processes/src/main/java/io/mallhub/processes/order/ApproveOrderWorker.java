package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.OrderState;
import io.mallhub.order.Orders;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes the order: nobody has to be asked, or all have agreed. Posts the receivable. */
@Component
class ApproveOrderWorker implements Worker<ApproveOrderWorker.In> {
    private final Orders orders;

    ApproveOrderWorker(Orders orders) {
        this.orders = orders;
    }

    record In(String orderNumber, int revision) {}

    @Override
    public JobType type() {
        return OrderApproval.APPROVE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        if (orders.standing(in.orderNumber()).orElseThrow().state() == OrderState.SUBMITTED) {
            orders.recordStops(in.orderNumber(), in.revision(), List.of());
        }
        orders.approve(in.orderNumber());
        return Outcome.complete();
    }
}
