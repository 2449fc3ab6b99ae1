package io.mallhub.processes.commission;

import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.JobType;
import io.mallhub.commission.Statements;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Holds the lines whose buyer is linked to who is paid. */
@Component
class CheckPayeeWorker implements Worker<CheckPayeeWorker.In> {
    private final Statements statements;

    CheckPayeeWorker(Statements statements) {
        this.statements = statements;
    }

    record In(String statementNumber) {}

    @Override
    public JobType type() {
        return CommissionStatement.CHECK_PAYEE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        boolean linked = !statements.checkPayee(in.statementNumber()).isEmpty();
        String name = statements.statement(in.statementNumber()).orElseThrow().row().name();
        return Outcome.complete(Map.of("linked", linked, CommonTasks.CUSTOMER_NAME, name));
    }
}
