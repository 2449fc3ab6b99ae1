package io.mallhub.processes.conflict;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SyncDecision;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.processes.outbox.InstanceClaims;
import org.springframework.stereotype.Component;

/** Claims the conflict for this instance. */
@Component
class OpenConflictWorker implements Worker<OpenConflictWorker.In> {
    private final InstanceClaims claims;

    OpenConflictWorker(InstanceClaims claims) {
        this.claims = claims;
    }

    record In(String conflictNumber) {}

    @Override
    public JobType type() {
        return SyncDecision.OPEN;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        return claims.claim(SyncDecision.ID, in.conflictNumber(), once.processInstance())
                ? Outcome.complete()
                : Outcome.bpmnError(CommonTasks.DUPLICATE_INSTANCE, in.conflictNumber());
    }
}
