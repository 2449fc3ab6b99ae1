package io.mallhub.processes.returns;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.returns.Returns;
import org.springframework.stereotype.Component;

/** Everything is done. */
@Component
class CompleteReturnWorker implements Worker<CompleteReturnWorker.In> {
    private final Returns returns;

    CompleteReturnWorker(Returns returns) {
        this.returns = returns;
    }

    record In(String returnNumber) {}

    @Override
    public JobType type() {
        return SalesReturn.COMPLETE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        returns.complete(in.returnNumber());
        return Outcome.complete();
    }
}
