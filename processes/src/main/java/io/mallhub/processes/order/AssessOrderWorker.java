package io.mallhub.processes.order;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.Orders;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.processes.outbox.InstanceClaims;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Claims the order for this instance and gathers the facts for the approval decision. */
@Component
class AssessOrderWorker implements Worker<AssessOrderWorker.In> {
    private final Orders orders;
    private final InstanceClaims claims;

    AssessOrderWorker(Orders orders, InstanceClaims claims) {
        this.orders = orders;
        this.claims = claims;
    }

    record In(String orderNumber) {}

    @Override
    public JobType type() {
        return OrderApproval.ASSESS;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        if (!claims.claim(OrderApproval.ID, in.orderNumber(), once.processInstance())) {
            return Outcome.bpmnError(CommonTasks.DUPLICATE_INSTANCE, in.orderNumber());
        }
        Orders.ApprovalFacts facts = orders.approvalFacts(in.orderNumber());
        return Outcome.complete(
                Map.of(
                        "facts",
                        facts(facts),
                        OrderApproval.REVISION,
                        facts.revision(),
                        CommonTasks.CUSTOMER_NAME,
                        facts.customerName()));
    }

    private static Map<String, Object> facts(Orders.ApprovalFacts facts) {
        return Map.of(
                "total", facts.total().amount(),
                "creditFree", facts.creditFree().amount(),
                "overdue", facts.overdue().amount(),
                "belowFloor", facts.belowFloor(),
                "licencesValid", facts.licencesValid(),
                "controlledGoods", facts.controlledGoods(),
                "overQuota", facts.overQuota(),
                "quota", facts.quota(),
                "lines", facts.lines());
    }
}
