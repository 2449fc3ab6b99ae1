package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.shared.Actor;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends an order that was not approved or given up, and gives back what it held. */
@Component
class RejectOrderWorker implements Worker<RejectOrderWorker.In> {
    private final Orders orders;
    private final ErpVoid erp;

    RejectOrderWorker(Orders orders, ErpVoid erp) {
        this.orders = orders;
        this.erp = erp;
    }

    /**
     * @param reason of the person who gave it up
     * @param erpWords what the ERP said, if that was the problem
     * @param licenceProblems what the licence gate said, if that was
     */
    record In(
            String orderNumber,
            @Nullable String reason,
            @Nullable String erpWords,
            @Nullable String licenceProblems) {
        String given() {
            return Stream.of(reason, erpWords, licenceProblems)
                    .filter(words -> words != null && !words.isBlank())
                    .findFirst()
                    .orElse("");
        }
    }

    @Override
    public JobType type() {
        return OrderApproval.REJECT;
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        String given = in.given();
        return erp.thenClose(
                in.orderNumber(),
                given,
                order ->
                        orders.reject(
                                order.number(),
                                reason(order, given),
                                Actor.system(OrderApproval.ID)));
    }

    private static String reason(OrderView order, String given) {
        return order.approvals().stream()
                .filter(approval -> !approval.approved())
                .map(OrderView.Approval::reason)
                .findFirst()
                .orElse(given);
    }
}
