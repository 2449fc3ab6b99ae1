package io.mallhub.processes.renewal;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.QualificationRenewal;
import io.mallhub.customer.RenewalState;
import io.mallhub.customer.RenewalView;
import io.mallhub.customer.Renewals;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reminds the company, unless a new version is already with the reviewer. */
@Component
class RemindRenewalWorker implements Worker<RemindRenewalWorker.In> {
    private final Renewals renewals;
    private final RenewalNotices notices;

    RemindRenewalWorker(Renewals renewals, RenewalNotices notices) {
        this.renewals = renewals;
        this.notices = notices;
    }

    /**
     * @param days header of the task
     * @param passedReminders those whose day was over when the instance started
     */
    record In(String renewalNumber, int days, List<Integer> passedReminders) {}

    @Override
    public JobType type() {
        return QualificationRenewal.REMIND;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        RenewalView renewal = renewals.renewal(in.renewalNumber()).orElseThrow();
        boolean isWithUs = renewal.state() == RenewalState.SUBMITTED;
        if (!isWithUs && !in.passedReminders().contains(in.days())) {
            notices.remind(renewal, in.days());
        }
        return Outcome.complete();
    }
}
