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
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Claims the order for this instance and gathers the facts for the approval decision. */
@Component
class AssessOrderWorker implements Worker<AssessOrderWorker.In> {
    private final Orders orders;
    private final InstanceClaims claims;
    private final TransactionOperations transaction;

    AssessOrderWorker(Orders orders, InstanceClaims claims, TransactionOperations transaction) {
        this.orders = orders;
        this.claims = claims;
        this.transaction = transaction;
    }

    record In(String orderNumber) {}

    @Override
    public JobType type() {
        return OrderApproval.ASSESS;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        return transaction
                .execute(_ -> claimed(in.orderNumber(), once))
                .map(AssessOrderWorker::gathered)
                .orElseGet(
                        () -> Outcome.bpmnError(CommonTasks.DUPLICATE_INSTANCE, in.orderNumber()));
    }

    /** Empty when another instance has the order. */
    private Optional<Orders.ApprovalFacts> claimed(String number, JobKey once) {
        return claims.claim(OrderApproval.ID, number, once.processInstance())
                ? Optional.of(orders.approvalFacts(number))
                : Optional.empty();
    }

    private static Outcome gathered(Orders.ApprovalFacts facts) {
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
