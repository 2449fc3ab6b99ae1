package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.Orders;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import org.springframework.stereotype.Component;

/** Everything is shipped. */
@Component
class CompleteOrderWorker implements Worker<CompleteOrderWorker.In> {
    private final Orders orders;

    CompleteOrderWorker(Orders orders) {
        this.orders = orders;
    }

    record In(String orderNumber) {}

    @Override
    public JobType type() {
        return OrderApproval.COMPLETE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        orders.complete(in.orderNumber());
        return Outcome.complete();
    }
}
