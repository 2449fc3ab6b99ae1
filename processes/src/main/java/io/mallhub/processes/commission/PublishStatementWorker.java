package io.mallhub.processes.commission;

import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.JobType;
import io.mallhub.commission.Statements;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import org.springframework.stereotype.Component;

/** Shows the statement to its beneficiary; the dispute window opens. */
@Component
class PublishStatementWorker implements Worker<PublishStatementWorker.In> {
    private final Statements statements;

    PublishStatementWorker(Statements statements) {
        this.statements = statements;
    }

    record In(String statementNumber) {}

    @Override
    public JobType type() {
        return CommissionStatement.PUBLISH;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        statements.publish(in.statementNumber());
        return Outcome.complete();
    }
}
