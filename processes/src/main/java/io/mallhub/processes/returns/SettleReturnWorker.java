package io.mallhub.processes.returns;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.returns.Returns;
import org.springframework.stereotype.Component;

/** Gives the money back, once, and tells those who earned on the goods. */
@Component
class SettleReturnWorker implements Worker<SettleReturnWorker.In> {
    private final Returns returns;

    SettleReturnWorker(Returns returns) {
        this.returns = returns;
    }

    record In(String returnNumber) {}

    @Override
    public JobType type() {
        return SalesReturn.SETTLE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        returns.settle(in.returnNumber());
        return Outcome.complete();
    }
}
