package io.mallhub.processes.returns;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.returns.Returns;
import org.springframework.stereotype.Component;

/** The goods are long in coming. */
@Component
class RemindBuyerWorker implements Worker<RemindBuyerWorker.In> {
    private final Returns returns;

    RemindBuyerWorker(Returns returns) {
        this.returns = returns;
    }

    record In(String returnNumber) {}

    @Override
    public JobType type() {
        return SalesReturn.REMIND;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        returns.noteReminder(in.returnNumber());
        return Outcome.complete();
    }
}
