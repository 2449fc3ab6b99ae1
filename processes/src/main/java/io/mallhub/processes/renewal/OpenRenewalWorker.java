package io.mallhub.processes.renewal;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.QualificationRenewal;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.processes.outbox.InstanceClaims;
import org.springframework.stereotype.Component;

/** Claims the renewal for this instance. */
@Component
class OpenRenewalWorker implements Worker<OpenRenewalWorker.In> {
    private final InstanceClaims claims;

    OpenRenewalWorker(InstanceClaims claims) {
        this.claims = claims;
    }

    record In(String renewalNumber) {}

    @Override
    public JobType type() {
        return QualificationRenewal.OPEN;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        return claims.claim(QualificationRenewal.ID, in.renewalNumber(), once.processInstance())
                ? Outcome.complete()
                : Outcome.bpmnError(CommonTasks.DUPLICATE_INSTANCE, in.renewalNumber());
    }
}
