package io.mallhub.processes.returns;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.returns.Returns;
import org.springframework.stereotype.Component;

/** The desk has to look at it. */
@Component
class StartReviewWorker implements Worker<StartReviewWorker.In> {
    private final Returns returns;

    StartReviewWorker(Returns returns) {
        this.returns = returns;
    }

    record In(String returnNumber) {}

    @Override
    public JobType type() {
        return SalesReturn.START_REVIEW;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        returns.startReview(in.returnNumber());
        return Outcome.complete();
    }
}
