package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes on the order why it needs approval, before anybody is asked. */
@Component
class RecordStopsWorker implements Worker<RecordStopsWorker.In> {
    private final Orders orders;

    RecordStopsWorker(Orders orders) {
        this.orders = orders;
    }

    /**
     * @param revision of the order that the decision was about; null where its facts were gathered
     *     before orders could be changed
     * @param needs rows of the decision table that matched
     */
    record In(String orderNumber, @Nullable Integer revision, List<Need> needs) {}

    record Need(String group, String kind, String detail) {}

    @Override
    public JobType type() {
        return OrderApproval.RECORD_STOPS;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        orders.recordStops(
                in.orderNumber(),
                in.revision() == null ? 0 : in.revision(),
                in.needs().stream()
                        .map(n -> new OrderView.Stop(n.group(), n.kind(), n.detail()))
                        .toList());
        return Outcome.complete();
    }
}
