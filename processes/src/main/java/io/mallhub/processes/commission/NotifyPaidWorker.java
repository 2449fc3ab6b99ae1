package io.mallhub.processes.commission;

import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.JobType;
import io.mallhub.commission.Payouts;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import org.springframework.stereotype.Component;

/** Tells the beneficiary that the money is there. */
@Component
class NotifyPaidWorker implements Worker<NotifyPaidWorker.In> {
    private final Payouts payouts;

    NotifyPaidWorker(Payouts payouts) {
        this.payouts = payouts;
    }

    record In(String statementNumber) {}

    @Override
    public JobType type() {
        return CommissionStatement.NOTIFY_PAID;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        payouts.announcePaid(in.statementNumber());
        return Outcome.complete();
    }
}
