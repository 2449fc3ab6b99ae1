package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.Orders;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import java.util.List;
import org.springframework.stereotype.Component;

/** The licence gate before shipping; the verdicts are kept with the order. */
@Component
class RecheckLicencesWorker implements Worker<RecheckLicencesWorker.In> {
    private final Orders orders;

    RecheckLicencesWorker(Orders orders) {
        this.orders = orders;
    }

    record In(String orderNumber) {}

    @Override
    public JobType type() {
        return OrderApproval.RECHECK_LICENCES;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        List<LineProblem> problems = orders.recheckLicences(in.orderNumber(), "shipping");
        return problems.isEmpty()
                ? Outcome.complete()
                : LicenceProblems.asError(LineProblem.words(problems));
    }
}
