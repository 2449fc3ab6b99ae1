package io.mallhub.processes.commission;

import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.JobType;
import io.mallhub.commission.Payouts;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Remembers who has to agree, as the decision on limits says. */
@Component
class RequestApprovalsWorker implements Worker<RequestApprovalsWorker.In> {
    private final Payouts payouts;

    RequestApprovalsWorker(Payouts payouts) {
        this.payouts = payouts;
    }

    record In(String statementNumber, Map<String, Object> approval) {}

    @Override
    public JobType type() {
        return CommissionStatement.REQUEST_APPROVALS;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        payouts.requestApprovals(
                in.statementNumber(), Boolean.TRUE.equals(in.approval().get("second")));
        return Outcome.complete();
    }
}
