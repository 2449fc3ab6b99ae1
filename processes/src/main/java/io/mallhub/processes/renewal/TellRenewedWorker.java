package io.mallhub.processes.renewal;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.QualificationRenewal;
import io.mallhub.customer.Renewals;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import org.springframework.stereotype.Component;

/** Tells the company that its new version is in force. */
@Component
class TellRenewedWorker implements Worker<TellRenewedWorker.In> {
    private final Renewals renewals;
    private final RenewalNotices notices;

    TellRenewedWorker(Renewals renewals, RenewalNotices notices) {
        this.renewals = renewals;
        this.notices = notices;
    }

    record In(String renewalNumber) {}

    @Override
    public JobType type() {
        return QualificationRenewal.TELL_RENEWED;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        notices.renewed(renewals.renewal(in.renewalNumber()).orElseThrow());
        return Outcome.complete();
    }
}
