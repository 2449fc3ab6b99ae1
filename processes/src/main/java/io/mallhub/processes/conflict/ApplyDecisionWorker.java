package io.mallhub.processes.conflict;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SyncDecision;
import io.mallhub.conflict.Conflicts;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import org.springframework.stereotype.Component;

/** Takes the ERP's value over, as was decided. */
@Component
class ApplyDecisionWorker implements Worker<ApplyDecisionWorker.In> {
    private final Conflicts conflicts;

    ApplyDecisionWorker(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    record In(String conflictNumber) {}

    @Override
    public JobType type() {
        return SyncDecision.APPLY;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        conflicts.apply(in.conflictNumber());
        return Outcome.complete();
    }
}
