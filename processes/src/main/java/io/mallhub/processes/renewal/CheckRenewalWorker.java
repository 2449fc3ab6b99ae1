package io.mallhub.processes.renewal;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.QualificationRenewal;
import io.mallhub.customer.Renewals;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what the new version changes, for the decision about its review. */
@Component
class CheckRenewalWorker implements Worker<CheckRenewalWorker.In> {
    private final Renewals renewals;

    CheckRenewalWorker(Renewals renewals) {
        this.renewals = renewals;
    }

    record In(String renewalNumber) {}

    @Override
    public JobType type() {
        return QualificationRenewal.CHECK;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        Renewals.Facts facts = renewals.facts(in.renewalNumber());
        return Outcome.complete(
                Map.of(
                        "facts",
                        Map.of(
                                "failed", facts.failed(),
                                "changed", facts.changed(),
                                "widened", facts.widened(),
                                "daysLeft", facts.daysLeft())));
    }
}
