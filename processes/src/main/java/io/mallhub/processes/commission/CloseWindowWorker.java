package io.mallhub.processes.commission;

import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.JobType;
import io.mallhub.commission.Payouts;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import org.springframework.stereotype.Component;

/** The dispute window is over: says what is payable. */
@Component
class CloseWindowWorker implements Worker<CloseWindowWorker.In> {
    private final Payouts payouts;

    CloseWindowWorker(Payouts payouts) {
        this.payouts = payouts;
    }

    record In(String statementNumber) {}

    @Override
    public JobType type() {
        return CommissionStatement.CLOSE_WINDOW;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        return Outcome.complete("payable", payouts.closeWindow(in.statementNumber()).amount());
    }
}
