package io.mallhub.processes.returns;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.returns.Returns;
import org.springframework.stereotype.Component;

/** Reads what is to be given back, for the limit of finance. */
@Component
class DrawStatementWorker implements Worker<DrawStatementWorker.In> {
    private final Returns returns;

    DrawStatementWorker(Returns returns) {
        this.returns = returns;
    }

    record In(String returnNumber) {}

    @Override
    public JobType type() {
        return SalesReturn.DRAW_STATEMENT;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        return Outcome.complete(
                "refund",
                returns.find(in.returnNumber()).orElseThrow().reversal().gross().amount());
    }
}
